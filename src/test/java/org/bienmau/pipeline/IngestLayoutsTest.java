package org.bienmau.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.bienmau.testing.DatasetAssert.assertRows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.bienmau.bronze.Delivery;
import org.bienmau.bronze.Quarantine;
import org.bienmau.bronze.TradeDeclarations;
import org.bienmau.bronze.VehicleCounts;
import org.bienmau.reference.RegisterFiles;
import org.bienmau.reference.Registers;
import org.bienmau.silver.Figure;
import org.bienmau.silver.Publisher;
import org.bienmau.silver.VehicleCount;
import org.bienmau.source.ContentHash;
import org.bienmau.source.ContractFiles;
import org.bienmau.source.ContractSet;
import org.bienmau.source.FolderFiles;
import org.bienmau.source.Provenance;
import org.bienmau.source.SourceDataException;
import org.bienmau.source.layout.Layouts;
import org.bienmau.source.record.MissingPersonalKeyException;
import org.bienmau.source.record.PersonalKey;
import org.bienmau.table.AsOf;
import org.bienmau.table.Inputs;
import org.bienmau.table.Table;
import org.bienmau.testing.SparkExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Files that come through layouts, from their bytes to figures. */
@ExtendWith(SparkExtension.class)
class IngestLayoutsTest {
  private static final Path HOME = Path.of(System.getProperty("bienmau.basedir"));
  private static final Instant RECEIVED = Instant.parse("2026-01-01T00:00:00Z");
  private static final LocalDate ACCESSED = LocalDate.of(2024, 8, 23);
  private static final String FILE = "trial.csv";
  private static final String TRIAL =
      """
      layout: trial
      version: 1.0.0
      description: A trial.
      descriptionVi: Thử.
      contract: trade_statistics
      format: csv
      files: {names: trial.csv}
      numbers: VI
      columns:
        publisher: simulated
        scope_type: gate
        scope_name: {column: Gate}
        period: {column: Month, format: M/yyyy, kind: month}
        metric: trade_value
        direction: total
        commodity: all
        regime: unknown
        unit: triệu USD
        value: {column: Value}
      """;

  private final SparkSession spark;
  private final ContractSet contracts;
  private final Registers registers =
      Registers.load(RegisterFiles.in(HOME.resolve("conf/reference")));
  private Lake lake;

  IngestLayoutsTest(SparkSession spark) throws IOException {
    this.spark = spark;
    this.contracts = ContractSet.load(ContractFiles.in(HOME.resolve("conf/contracts")));
  }

  @BeforeEach
  void makeLake(@TempDir Path root) {
    lake = new Lake(spark, root.toString());
  }

  @Test
  void the_samples_become_rows_that_say_where_they_stand() throws IOException {
    List<IngestedFile> files =
        ingest(
            layouts(),
            sample("sample-xnk-theo-thang-2024.xlsx"),
            sample("sample-gso-xuat-nhap-khau-2024.xlsx"),
            sample("sample-luong-va-tri-gia.csv"),
            sample("sample-ke-hoach-2024.jsonl"),
            sample("sample-ban-tin-ngay-2024-08-22.xlsx"));

    assertThat(files)
        .extracting(IngestedFile::dataset, IngestedFile::counts)
        .containsExactly(
            tuple("trade_statistics", new IngestedFile.Counts(28, 28, 0, 0)),
            tuple("trade_statistics", new IngestedFile.Counts(16, 16, 0, 0)),
            tuple("trade_statistics", new IngestedFile.Counts(5, 3, 2, 0)),
            tuple("plans", new IngestedFile.Counts(3, 3, 0, 0)),
            tuple("vehicle_counts", new IngestedFile.Counts(14, 14, 0, 0)));
    assertRows(
            figures()
                .filter("printed_value in ('105.2', '61900', 'gần 4.5', '2500.5')")
                .selectExpr(
                    "measure_id",
                    "scope_id",
                    "period_id",
                    "direction",
                    "value",
                    "printed_yoy_pct",
                    "publisher",
                    "is_simulated",
                    "line_no",
                    "origin"))
        .are(
            """
            measure_id  | scope_id | period_id | direction | value           | printed_yoy_pct | publisher | is_simulated | line_no | origin
            trade_value | huu_nghi | 2024-01   | export    | 105200000.0000  |                 | simulated | true         | 2       | 'Tổng hợp'!C6
            trade_value | lao_cai  | 2024-03   | export    | 61900000.0000   | 40.7800         | simulated | true         | 12      | 'Tháng 3'!B8
            trade_value | huu_nghi | 2024-01   | export    | 4500000.0000    |                 | simulated | true         | 3       | line 3
            plan_value  | lang_son | 2024      | import    | 2500500000.0000 |                 | simulated | true         | 3       | line 1, targets > import
            """);
    assertRows(
            lake.read(Quarantine.TABLE).selectExpr("file_name", "origin", "reasons.code as codes"))
        .are(
            """
            file_name                   | origin | codes
            sample-luong-va-tri-gia.csv | line 6 | ["NO_EXCHANGE_RATE"]
            sample-luong-va-tri-gia.csv | line 7 | ["SCOPE_UNKNOWN","NO_EXCHANGE_RATE"]
            """);
    assertRows(
            lake.read(VehicleCounts.TABLE)
                .filter("gate_id = 'chi_ma'")
                .selectExpr("line_no", "day", "direction", "cargo_kind", "cleared", "waiting"))
        .are(
            """
            line_no | day        | direction | cargo_kind | cleared | waiting
            13      | 2024-08-22 | export    | fruit      | 10      | 0
            14      | 2024-08-22 | export    | other      | 19      | 20
            15      | 2024-08-22 | import    | other      | 74      |
            """);
    assertRows(
            computed(VehicleCount.TABLE)
                .filter("gate_id = 'chi_ma'")
                .selectExpr(
                    "source_id",
                    "month",
                    "direction",
                    "cargo_kind",
                    "cleared",
                    "waiting",
                    "is_simulated",
                    "known_from",
                    "line_no"))
        .are(
            """
            source_id       | month   | direction | cargo_kind | cleared | waiting | is_simulated | known_from          | line_no
            simulated_board | 2024-08 | export    | fruit      | 10      | 0       | true         | 2026-01-01 00:00:00 | 13
            simulated_board | 2024-08 | export    | other      | 19      | 20      | true         | 2026-01-01 00:00:00 | 14
            simulated_board | 2024-08 | import    | other      | 74      |         | true         | 2026-01-01 00:00:00 | 15
            """);
  }

  @Test
  void records_that_the_layout_or_the_reader_refuses_are_accounted_for_and_read_again()
      throws IOException {
    String counts =
        """
        layout: trial
        version: 1.0.0
        description: A trial.
        descriptionVi: Thử.
        contract: vehicle_counts
        format: csv
        files: {names: trial.csv}
        numbers: VI
        columns:
          source_id: simulated
          gate_id: {column: Gate}
          day: {column: Day, format: d/M/yyyy}
          direction: export
          cargo_kind: all
          cleared: {column: Cleared}
          published_at: {text: "20:00 22/8/2024", format: "HH:mm d/M/yyyy"}
        """;
    StringBuilder text = new StringBuilder("Gate,Day,Cleared\n");
    for (int day = 1; day <= 56; day++) {
      text.append("Chi Ma,%d/%d/2024,1.0%02d\n".formatted((day - 1) % 28 + 1, 6 + day / 29, day));
    }
    text.append("Chi Ma,31/6/2024,5\nCổng trời,1/8/2024,5\n");
    Incoming file = file(FILE, text.toString());

    List<String> told = new ArrayList<>();
    Ingest telling =
        new Ingest(
            lake, contracts, registers, only(counts), PersonalKey.none(), new Told(told::add));
    assertThat(telling.run(List.of(file)))
        .extracting(IngestedFile::counts, IngestedFile::sha256, IngestedFile::path)
        .containsExactly(
            tuple(
                new IngestedFile.Counts(58, 56, 2, 0),
                ContentHash.of(file.content().open()).sha256(),
                file.path()));
    assertThat(told)
        .containsSubsequence(
            "ingest trial.csv: 58 read = 56 accepted + 2 quarantined + 0 duplicates, through layout trial",
            "ingest vehicle_counts: 1 file, 58 read = 56 accepted + 2 quarantined + 0 duplicates",
            "enter into the ledger: 1 file, 58 read = 56 accepted + 2 quarantined + 0 duplicates");
    assertRows(
            lake.read(Quarantine.TABLE)
                .selectExpr("line_no", "origin", "reasons.code as codes")
                .orderBy("line_no"))
        .are(
            """
            line_no | origin  | codes
            58      | line 58 | ["NOT_A_DATE"]
            59      | line 59 | ["GATE_UNKNOWN"]
            """);
    assertRows(lake.read(VehicleCounts.TABLE).filter("line_no = 2").selectExpr("cleared", "day"))
        .are("cleared | day\n1001 | 2024-06-01");

    assertThat(ingest(only(counts), file)).isEmpty();
    assertThat(ingest(only(counts.replace("\"20:00 ", "\"21:00 ")), file))
        .extracting(IngestedFile::counts)
        .containsExactly(new IngestedFile.Counts(58, 56, 2, 0));
  }

  @Test
  void personal_cells_of_a_layout_s_records_are_hashed_before_anything_is_written()
      throws IOException {
    String declarations =
        """
        layout: trial
        version: 1.0.0
        description: A trial.
        descriptionVi: Thử.
        contract: trade_declarations
        format: jsonl
        files: {names: "*.jsonl"}
        columns:
          source_id: simulated
          declaration_no: {column: no}
          item_no: {column: item}
          revision_no: 0
          revised_at: {column: at}
          status: active
          registered_at: {column: at}
          gate_id: {column: gate}
          direction: export
          regime: customs_declared
          hs_code: "08106000"
          net_kg: {column: net > t, times: 1000}
          value: {column: value}
          currency: USD
          value_basis: FOB
          partner_country: CN
          trader_id: {column: trader}
        """;
    String line =
        "{\"no\":\"%d\",\"item\":1,\"at\":\"2024-03-05T08:12:00+07:00\",\"gate\":\"Hữu Nghị\",\"net\":{\"t\":%s},\"value\":100.5,\"trader\":\"%s\"}\n";
    StringBuilder text = new StringBuilder();
    for (int no = 1; no <= 40; no++) {
      text.append(line.formatted(no, "1.25", "0100109106"));
    }
    Incoming file =
        file("lines.jsonl", text.append(line.formatted(41, "\"?\"", "0309876543")).toString());
    PersonalKey key =
        PersonalKey.of("a key of a test, long enough".getBytes(StandardCharsets.UTF_8));
    Layouts layouts = only(declarations);

    assertThatThrownBy(() -> ingest(layouts, file)).isInstanceOf(MissingPersonalKeyException.class);
    assertThat(ingestOf(layouts, key).run(List.of(file)))
        .extracting(IngestedFile::counts)
        .containsExactly(new IngestedFile.Counts(41, 40, 1, 0));

    assertRows(
            lake.read(TradeDeclarations.TABLE)
                .filter("row_outcome = 'accepted'")
                .selectExpr("registered_at", "net_kg", "trader_id")
                .distinct())
        .are(
            """
            registered_at        | net_kg   | trader_id
            2024-03-05 01:12:00 | 1250.000 | %s
            """
                .formatted(hmac("0100109106", "a key of a test, long enough")));
    assertRows(lake.read(Quarantine.TABLE).selectExpr("line_no", "origin", "reasons.value", "raw"))
        .are(
            """
            line_no | origin  | value | raw
            42      | line 41 | ["?"] | {"xx":"00","xxxx":0,"xx":"0000-00-00x00:00:00+00:00","xxxx":"xxx xxxx","xxx":{"x":"?"},"xxxxx":000.0,"xxxxxx":"0000000000"}
            """);
  }

  private static String hmac(String text, String key) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] digest = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, 32);
    } catch (GeneralSecurityException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  @Test
  void a_corrected_layout_reads_the_file_again() throws IOException {
    Layouts wrong = only(TRIAL);
    List<IngestedFile> first =
        ingest(
            wrong, file(FILE, "Gate,Month,Value\nHữu Nghị,3/2024,\"1,5\"\nHuu Nghi,4/2024,2.5\n"));
    assertThat(first)
        .extracting(IngestedFile::counts)
        .containsExactly(new IngestedFile.Counts(2, 1, 1, 0));
    assertRows(lake.read(Delivery.TABLE).selectExpr("split(layout, ' ')[0] as layout"))
        .are("layout\ntrial");

    assertThat(ingestOf(wrong, PersonalKey.none()).replay(true)).isEmpty();
    Layouts right = only(TRIAL.replace("{column: Value}", "{column: Value, numbers: EN}"));
    List<IngestedFile> again = ingestOf(right, PersonalKey.none()).replay(true);

    assertThat(again)
        .extracting(IngestedFile::counts)
        .containsExactly(new IngestedFile.Counts(2, 1, 1, 0));
    assertRows(figures().selectExpr("scope_id", "period_id", "value", "line_no"))
        .are("scope_id | period_id | value | line_no\nhuu_nghi | 2024-04 | 2500000.0000 | 3");
    assertRows(lake.read(Quarantine.TABLE).selectExpr("line_no", "origin", "reasons.code as codes"))
        .are("line_no | origin | codes\n2 | line 2 | [\"NOT_A_NUMBER\"]");
  }

  @Test
  void a_file_that_nothing_is_for_hears_of_the_nearest_contract_and_of_every_layout() {
    assertThatThrownBy(() -> ingest(only(TRIAL), file("other.csv", "Gate,Month\nx,y\n")))
        .isInstanceOf(SourceDataException.class)
        .hasMessageStartingWith("Cannot ingest other.csv: its header fits no contract;")
        .hasMessageEndingWith("No layout is for it: trial is for files named \"trial.csv\".");
  }

  /** What the steps say that came of them. */
  private record Told(Consumer<String> hears) implements Progress {
    @Override
    public void step(String what) {}

    @Override
    public void parts(int done, int of) {}

    @Override
    public void done(String what, String detail) {
      hears.accept(what + ": " + detail);
    }

    @Override
    public void skipped(String what, String why) {}

    @Override
    public void note(String text) {}
  }

  /** The layouts of a folder that holds this one. */
  private Layouts only(String yaml) throws IOException {
    FolderFiles folder =
        new FolderFiles() {
          @Override
          public List<String> names() {
            return List.of("trial.yaml");
          }

          @Override
          public InputStream open(String name) {
            return new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8));
          }
        };
    return Layouts.load(folder, contracts);
  }

  private Layouts layouts() throws IOException {
    return Layouts.load(FolderFiles.in(HOME.resolve("conf/layouts"), Layouts.ENDING), contracts);
  }

  private List<IngestedFile> ingest(Layouts layouts, Incoming... files) {
    return ingestOf(layouts, PersonalKey.none()).run(List.of(files));
  }

  private Ingest ingestOf(Layouts layouts, PersonalKey key) {
    return new Ingest(lake, contracts, registers, layouts, key, Progress.silent());
  }

  private static Incoming sample(String name) throws IOException {
    Path samples = HOME.resolve("src/main/data/samples");
    Incoming file = HeldFile.at(samples.resolve(name), RECEIVED, ACCESSED);
    String beside = Provenance.fileNameFor(name);
    try (InputStream yaml = Files.newInputStream(samples.resolve(beside))) {
      return told(file, Provenance.load(beside, yaml));
    }
  }

  private static Incoming told(Incoming file, Provenance provenance) {
    return new Incoming(
        file.name(),
        file.path(),
        file.bytes(),
        file.modifiedAt(),
        file.content(),
        file.receivedAt(),
        file.accessedOn(),
        Optional.of(provenance));
  }

  private static Incoming file(String name, String text) {
    return HeldFile.of(name, text, RECEIVED, ACCESSED);
  }

  private Dataset<Row> figures() {
    return computed(Figure.TABLE);
  }

  /** A silver table as a build would compute it now. */
  private Dataset<Row> computed(Table silver) {
    Inputs inputs =
        new Inputs(
            silver,
            new Inputs.Source() {
              @Override
              public Dataset<Row> read(Table table) {
                return table.equals(Publisher.TABLE) ? computed(table) : lake.read(table);
              }

              @Override
              public Dataset<Row> local(List<Row> rows, StructType schema) {
                return lake.local(rows, schema);
              }
            },
            Map.of(
                Registers.class,
                registers,
                ContractSet.class,
                contracts,
                AsOf.class,
                AsOf.latest()));
    return silver.compute().apply(inputs);
  }
}
