package org.bienmau.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bienmau.testing.DatasetAssert.assertRows;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.bienmau.bronze.Delivery;
import org.bienmau.bronze.FxRates;
import org.bienmau.bronze.PublishedFigures;
import org.bienmau.bronze.Quarantine;
import org.bienmau.bronze.RecordRow;
import org.bienmau.reference.RegisterFiles;
import org.bienmau.reference.Registers;
import org.bienmau.silver.Figure;
import org.bienmau.source.ContractFiles;
import org.bienmau.source.ContractSet;
import org.bienmau.source.SourceDataException;
import org.bienmau.source.layout.Layouts;
import org.bienmau.source.record.PersonalKey;
import org.bienmau.table.AsOf;
import org.bienmau.table.Inputs;
import org.bienmau.table.Table;
import org.bienmau.testing.SparkExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class IngestTest {
  private static final Path HOME = Path.of(System.getProperty("bienmau.basedir"));
  private static final RegisterFiles REGISTERS = RegisterFiles.in(HOME.resolve("conf/reference"));

  private final SparkSession spark;
  private Lake lake;
  private Registers registers = Registers.load(REGISTERS);
  private final ContractSet contracts;

  IngestTest(SparkSession spark) throws IOException {
    this.spark = spark;
    this.contracts = ContractSet.load(ContractFiles.in(HOME.resolve("conf/contracts")));
  }

  @BeforeEach
  void makeLake(@TempDir Path root) {
    lake = new Lake(spark, root.toString());
  }

  @Test
  void every_row_is_accepted_quarantined_or_a_duplicate_and_none_is_lost() {
    List<IngestedFile> files =
        ingest(
            "a.csv",
            1,
            row("Lào Cai", "2024-03-01,2024-03-31,month", "197000000", "USD"),
            row("Lào Cai", "2024-03-01,2024-03-31,month", "197000000", "USD"),
            row("Atlantis", "2024-04-31,2024-04-01,month", "12,5x", "pigs"),
            "one cell only");

    assertThat(files)
        .extracting(IngestedFile::counts)
        .containsExactly(new IngestedFile.Counts(4, 1, 2, 1));
    assertRows(lake.read(PublishedFigures.TABLE))
        .are(
            """
            line_no | outcome
            2       | accepted
            3       | duplicate
            4       | quarantined
            5       | quarantined
            """);
    assertRows(lake.read(Quarantine.TABLE).selectExpr("line_no", "raw", "reasons.code as codes"))
        .are(
            """
            line_no | raw | codes
            4       | ,https://a.vn/1,a.vn,2024-04-02,province,Atlantis,,2024-04-31,2024-04-01,month,trade_value,total,all,unknown,"12,5x",pigs,exact,,,,, | ["SCOPE_UNKNOWN","NOT_A_DATE","NOT_A_NUMBER","NOT_IN_LIST"]
            5       | one cell only | ["CELL_COUNT"]
            """);
  }

  @Test
  void the_same_content_adds_nothing_and_a_corrected_file_makes_vintages() {
    String kept = row("Lào Cai", "2024-03-01,2024-03-31,month", "197000000", "USD");
    String wrong = row("Lạng Sơn", "2022-01-01,2022-12-31,year", "3100000000", "USD");
    String right = row("Lạng Sơn", "2022-01-01,2022-12-31,year", "3060000000", "USD");
    String gone = row("Cao Bằng", "2022-01-01,2022-12-31,year", "885000000", "USD");

    ingest("a.csv", 1, kept, wrong, gone);
    assertThat(ingest("renamed.csv", 2, kept, wrong, gone)).isEmpty();
    ingest("a.csv", 3, kept, right);

    assertRows(
            figures().selectExpr("scope_id", "vintage_no", "value", "recorded_from", "recorded_to"))
        .are(
            """
            scope_id | vintage_no | value           | recorded_from       | recorded_to
            lao_cai  | 1          | 197000000.0000  | 2026-01-01 00:00:00 |
            lang_son | 1          | 3100000000.0000 | 2026-01-01 00:00:00 | 2026-01-03 00:00:00
            lang_son | 2          | 3060000000.0000 | 2026-01-03 00:00:00 |
            cao_bang | 1          | 885000000.0000  | 2026-01-01 00:00:00 | 2026-01-03 00:00:00
            """);
  }

  @Test
  void a_row_that_two_files_repeat_is_one_figure_while_either_of_them_stands() {
    String shared = row("Lào Cai", "2024-03-01,2024-03-31,month", "197000000", "USD");
    String other = row("Lạng Sơn", "2022-01-01,2022-12-31,year", "3100000000", "USD");

    ingest("a.csv", 1, shared, other);
    List<IngestedFile> second = ingest("b.csv", 2, shared);
    ingest("a.csv", 3, other);

    assertThat(second)
        .extracting(IngestedFile::counts)
        .containsExactly(new IngestedFile.Counts(1, 0, 0, 1));
    assertRows(figures().selectExpr("scope_id", "vintage_no", "recorded_to"))
        .are(
            """
            scope_id | vintage_no | recorded_to
            lao_cai  | 1          |
            lang_son | 1          |
            """);
  }

  @Test
  void a_file_with_a_wrong_header_leaves_the_lake_as_it_was() {
    assertThatThrownBy(
            () ->
                new Ingest(
                        lake,
                        contracts,
                        registers,
                        Layouts.none(),
                        PersonalKey.none(),
                        Progress.silent())
                    .run(
                        List.of(
                            file("good.csv", 1, row("Lào Cai", "2024,2024,year", "1", "USD")),
                            HeldFile.of(
                                "bad.csv",
                                "province;value\n",
                                received(1),
                                LocalDate.of(2026, 1, 1)))))
        .isInstanceOf(SourceDataException.class)
        .hasMessageStartingWith("Cannot ingest bad.csv:");
    assertThat(Tables.ALL).noneMatch(lake::has);
  }

  @Test
  void files_that_come_together_are_written_in_one_commit_a_table() {
    String shared = row("Lào Cai", "2024-03-01,2024-03-31,month", "197000000", "USD");
    String other = row("Lạng Sơn", "2022-01-01,2022-12-31,year", "3100000000", "USD");

    List<IngestedFile> files =
        new Ingest(
                lake, contracts, registers, Layouts.none(), PersonalKey.none(), Progress.silent())
            .run(List.of(file("a.csv", 1, shared), file("b.csv", 1, shared, other)));

    assertThat(files)
        .extracting(IngestedFile::counts)
        .containsExactly(new IngestedFile.Counts(1, 1, 0, 0), new IngestedFile.Counts(2, 1, 0, 1));
    assertThat(List.of(PublishedFigures.TABLE, Quarantine.TABLE, Delivery.TABLE))
        .extracting(table -> lake.head(table).orElseThrow().version())
        .containsOnly(0L);
    assertThat(figures().count()).isEqualTo(2);
  }

  @Test
  void what_a_killed_run_left_behind_counts_for_nothing_and_is_replaced() {
    String good = row("Lào Cai", "2024-03-01,2024-03-31,month", "197000000", "USD");
    ingest("a.csv", 1, good);
    Dataset<Row> rows = lake.read(PublishedFigures.TABLE).localCheckpoint();
    List<Row> ledger = lake.read(Delivery.TABLE).collectAsList();
    // As if the process had died after the rows were written and before the ledger was.
    lake.replace(Delivery.TABLE, lake.none(Delivery.TABLE), "killed");

    assertThat(figures().count()).isZero();
    ingest("a.csv", 1, good);
    assertThat(lake.read(Delivery.TABLE).collectAsList()).isEqualTo(ledger);
    assertThat(lake.read(PublishedFigures.TABLE).collectAsList()).isEqualTo(rows.collectAsList());
  }

  @Test
  void a_quarantined_row_is_accepted_once_the_register_knows_its_place() {
    ingest("a.csv", 1, row("Cổng trời", "2024-03-01,2024-03-31,month", "197000000", "USD"));
    assertThat(lake.read(Quarantine.TABLE).count()).isEqualTo(1);
    Ingest unchanged =
        new Ingest(
            lake, contracts, registers, Layouts.none(), PersonalKey.none(), Progress.silent());
    assertThat(unchanged.replay(true)).isEmpty();

    registers = Registers.load(withAlias("Lào Cai,Lao Cai,", "Lào Cai,Lao Cai,Cổng trời|"));
    List<IngestedFile> judged =
        new Ingest(
                lake, contracts, registers, Layouts.none(), PersonalKey.none(), Progress.silent())
            .replay(true);

    assertThat(judged)
        .extracting(IngestedFile::counts)
        .containsExactly(new IngestedFile.Counts(1, 1, 0, 0));
    assertThat(lake.read(Quarantine.TABLE).count()).isZero();
    assertRows(figures()).are("scope_id | value\nlao_cai | 197000000.0000");
  }

  @Test
  void states_of_a_file_side_by_side_are_taken_in_once_and_not_turned_about_by_every_run(
      @TempDir Path files) throws IOException {
    Path early = Files.createDirectory(files.resolve("earlier")).resolve("rates.csv");
    Path late = files.resolve("rates.csv");
    Files.writeString(early, rates("24000"));
    Files.writeString(late, rates("25000"));

    assertThat(takeIn(1, early, late)).hasSize(2);
    assertThat(takeIn(2, early, late)).isEmpty();
    assertThat(rate()).isEqualTo("25000.000000");
    Files.writeString(early, rates("26000"));
    assertThat(takeIn(3, early, late)).hasSize(1);
    assertThat(rate()).isEqualTo("26000.000000");
    assertThat(takeIn(4, early, late)).isEmpty();
  }

  private static String rates(String perDollar) {
    return """
        source_id,currency,day_from,day_to,per_usd,basis
        customsnews.vn,VND,2024-03-01,2024-03-31,%s,monthly_average
        """
        .formatted(perDollar);
  }

  private List<IngestedFile> takeIn(int day, Path... files) {
    return new Ingest(
            lake, contracts, registers, Layouts.none(), PersonalKey.none(), Progress.silent())
        .run(
            Arrays.stream(files)
                .map(file -> HeldFile.at(file, received(day), LocalDate.of(2026, 1, 1)))
                .toList());
  }

  private String rate() {
    String live = IngestedFile.live(IngestedFile.all(lake), AsOf.latest()).get(0).fileId();
    return lake.read(FxRates.TABLE)
        .filter(RecordRow.FILE_ID.col().equalTo(live))
        .select("per_usd")
        .as(Encoders.STRING())
        .collectAsList()
        .get(0);
  }

  private static RegisterFiles withAlias(String before, String after) {
    return name -> {
      try (Reader reader = REGISTERS.open(name)) {
        StringWriter text = new StringWriter();
        reader.transferTo(text);
        return new StringReader(
            name.equals("provinces.csv")
                ? text.toString().replace(before, after)
                : text.toString());
      }
    };
  }

  private List<IngestedFile> ingest(String name, int day, String... rows) {
    return new Ingest(
            lake, contracts, registers, Layouts.none(), PersonalKey.none(), Progress.silent())
        .run(List.of(file(name, day, rows)));
  }

  private static Incoming file(String name, int day, String... rows) {
    String header =
        "figure_id,source_url,publisher,published_on,scope_type,scope_name,province,period_start,period_end,period_kind,metric,direction,commodity,regime,value,unit,qualifier,value_high,yoy_pct,mom_pct,plan_pct,note";
    return HeldFile.of(
        name,
        header + "\n" + String.join("\n", rows) + "\n",
        received(day),
        LocalDate.of(2026, 1, 1));
  }

  private static Instant received(int day) {
    return Instant.parse("2026-01-0" + day + "T00:00:00Z");
  }

  private static String row(String place, String period, String value, String unit) {
    return ",https://a.vn/1,a.vn,2024-04-02,province,%s,,%s,trade_value,total,all,unknown,%s,%s,exact,,,,,"
        .formatted(place, period, value.contains(",") ? '"' + value + '"' : value, unit);
  }

  /** The silver table as a build would compute it now. */
  private Dataset<Row> figures() {
    Inputs inputs =
        new Inputs(
            Figure.TABLE,
            new Inputs.Source() {
              @Override
              public Dataset<Row> read(Table table) {
                return lake.read(table);
              }

              @Override
              public Dataset<Row> local(List<Row> rows, StructType schema) {
                return lake.local(rows, schema);
              }
            },
            Map.of(Registers.class, registers, ContractSet.class, contracts));
    return Figure.TABLE.compute().apply(inputs);
  }
}
