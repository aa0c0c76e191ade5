package org.bienmau.pipeline;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.bienmau.bronze.Quarantine;
import org.bienmau.bronze.TradeDeclarations;
import org.bienmau.reference.RegisterFiles;
import org.bienmau.reference.Registers;
import org.bienmau.silver.Superseded;
import org.bienmau.simulate.SimulatedHistory;
import org.bienmau.simulate.SimulationRequest;
import org.bienmau.source.layout.Layouts;
import org.bienmau.source.record.PersonalKey;
import org.bienmau.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Faults were planted in a history in known numbers: taking it in finds as many of each. */
@ExtendWith(SparkExtension.class)
class SimulatedIngestTest {
  private static final Path HOME = Path.of(System.getProperty("bienmau.basedir"));
  private static final List<String> DATASETS =
      List.of("trade_declarations", "vehicle_crossings", "vehicle_counts", "fx_rates");

  private final SparkSession spark;

  SimulatedIngestTest(SparkSession spark) {
    this.spark = spark;
  }

  @Test
  void what_was_planted_is_counted_by_file_and_by_reason(@TempDir Path root) throws IOException {
    SimulatedHistory history =
        SimulatedHistory.write(
            root.resolve("files"), new SimulationRequest(2022, 2022, 8_000, 4_000, 11, 2));
    Lake lake = new Lake(spark, root.resolve("lake").toString());

    List<IngestedFile> files = takeIn(lake, history);

    assertThat(accounts(files)).isEqualTo(plantedAccounts(history));
    assertThat(refusals(lake)).isEqualTo(plantedRefusals(history));
    assertThat(superseded(lake, Superseded.REASON.col().equalTo("duplicate")))
        .isEqualTo(planted(history, "repeated_row", row -> true));
    Map<String, Long> revised = planted(history, "amendment", row -> true);
    revised.put("vehicle_counts", (long) history.truth("corrected_count").size());
    assertThat(superseded(lake, Superseded.REASON.col().equalTo("revised")))
        .containsAllEntriesOf(revised);
    assertThat(
            lake.read(TradeDeclarations.TABLE)
                .filter(TradeDeclarations.STATUS.col().equalTo("cancelled"))
                .count())
        .isEqualTo(
            planted(history, "amendment", row -> row.getField("status").equals("cancelled"))
                .get("trade_declarations"));
  }

  private static List<IngestedFile> takeIn(Lake lake, SimulatedHistory history) throws IOException {
    List<Incoming> files = new ArrayList<>();
    for (String dataset : DATASETS) {
      for (Path file : history.files(dataset)) {
        files.add(
            HeldFile.at(file, Instant.parse("2026-01-01T00:00:00Z"), LocalDate.of(2026, 1, 1)));
      }
    }
    Registers registers = Registers.load(RegisterFiles.in(HOME.resolve("conf/reference")));
    PersonalKey key = PersonalKey.of("a key for tests only".getBytes(StandardCharsets.UTF_8));
    return new Ingest(lake, HeldFile.contracts(), registers, Layouts.none(), key, Progress.silent())
        .run(files);
  }

  private static Map<String, String> accounts(List<IngestedFile> files) {
    Map<String, String> accounts = new TreeMap<>();
    for (IngestedFile file : files) {
      IngestedFile.Counts counts = file.counts();
      accounts.put(
          file.fileName(),
          "%d read, %d refused, %d repeated"
              .formatted(counts.read(), counts.quarantined(), counts.duplicates()));
    }
    return accounts;
  }

  private static Map<String, String> plantedAccounts(SimulatedHistory history) throws IOException {
    Map<String, String> accounts = new TreeMap<>();
    for (NamedCsvRecord row : history.truth("file")) {
      if (DATASETS.contains(row.getField("dataset")) && row.getField("state").equals("final")) {
        accounts.put(
            row.getField("file"),
            "%s read, %s refused, %s repeated"
                .formatted(
                    row.getField("rows"), row.getField("refused"), row.getField("repeated")));
      }
    }
    return accounts;
  }

  private static Map<String, Long> refusals(Lake lake) {
    Dataset<Row> codes =
        lake.read(Quarantine.TABLE)
            .select(Quarantine.FILE_NAME.col(), explode(Quarantine.REASONS.col()).as("reason"))
            .groupBy(Quarantine.FILE_NAME.col(), col("reason.code"))
            .agg(count(lit(1)));
    Map<String, Long> refusals = new TreeMap<>();
    codes
        .collectAsList()
        .forEach(row -> refusals.put(row.getString(0) + " " + row.getString(1), row.getLong(2)));
    return refusals;
  }

  private static Map<String, Long> plantedRefusals(SimulatedHistory history) throws IOException {
    Map<String, Long> refusals = new TreeMap<>();
    for (NamedCsvRecord row : history.truth("refused_row")) {
      for (String code : row.getField("codes").split(" ")) {
        refusals.merge(row.getField("file") + " " + code, 1L, Long::sum);
      }
    }
    return refusals;
  }

  private static Map<String, Long> superseded(Lake lake, Column which) {
    Map<String, Long> rows = new TreeMap<>();
    lake.read(Superseded.TABLE)
        .filter(which)
        .groupBy(Superseded.DATASET.col())
        .count()
        .collectAsList()
        .forEach(row -> rows.put(row.getString(0), row.getLong(1)));
    return rows;
  }

  private static Map<String, Long> planted(
      SimulatedHistory history, String table, Predicate<NamedCsvRecord> which) throws IOException {
    return history.truth(table).stream()
        .filter(which)
        .collect(groupingBy(row -> row.getField("dataset"), TreeMap::new, counting()));
  }
}
