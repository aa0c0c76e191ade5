package org.bienmau.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bienmau.testing.DatasetAssert.assertRows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.bienmau.bronze.Quarantine;
import org.bienmau.gold.RegionalComparison;
import org.bienmau.gold.facts.RecordCell;
import org.bienmau.reference.RegisterFiles;
import org.bienmau.reference.Registers;
import org.bienmau.source.ContractSet;
import org.bienmau.source.FolderFiles;
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

/**
 * Ports and months of a border that does not exist, with registers, a layout and a file of its own
 * (src/test/other-border) and nothing but them: what is true of one border only must not stand in
 * the code.
 */
@ExtendWith(SparkExtension.class)
class OtherBorderTest {
  private static final Path HOME = Path.of(System.getProperty("bienmau.basedir"));
  private static final Path BORDER = HOME.resolve("src/test/other-border");

  /** Registers that are about no border: measures, units and the like. */
  private static final List<String> OF_ANY_BORDER =
      List.of(
          "measures.csv",
          "units.csv",
          "hs_vintages.csv",
          "hs_chapters.csv",
          "hs_headings.csv",
          "congestion_levels.csv");

  private final ContractSet contracts = HeldFile.contracts();
  private final SparkSession spark;
  private final Map<Table, Dataset<Row>> computed = new HashMap<>();
  private Registers registers;
  private Lake lake;

  OtherBorderTest(SparkSession spark) {
    this.spark = spark;
  }

  @BeforeEach
  void makeLake(@TempDir Path folder) throws IOException {
    lake = new Lake(spark, folder.resolve("lake").toString());
    Path reference = Files.createDirectory(folder.resolve("reference"));
    for (String name : OF_ANY_BORDER) {
      Files.copy(HOME.resolve("conf/reference").resolve(name), reference.resolve(name));
    }
    try (Stream<Path> own = Files.list(BORDER.resolve("reference"))) {
      for (Path file : own.toList()) {
        Files.copy(file, reference.resolve(file.getFileName()));
      }
    }
    registers = Registers.load(RegisterFiles.in(reference));
  }

  @Test
  void its_ports_and_months_are_compared_like_ours() throws IOException {
    Layouts layouts =
        Layouts.load(FolderFiles.in(BORDER.resolve("layouts"), Layouts.ENDING), contracts);
    Incoming file =
        HeldFile.at(
            BORDER.resolve("incoming/port_months.csv"),
            Instant.parse("2025-03-01T00:00:00Z"),
            LocalDate.of(2025, 3, 1));

    List<IngestedFile> taken =
        new Ingest(lake, contracts, registers, layouts, PersonalKey.none(), Progress.silent())
            .run(List.of(file));

    assertThat(taken)
        .extracting(IngestedFile::counts)
        .containsExactly(new IngestedFile.Counts(241, 240, 1, 0));
    assertRows(lake.read(Quarantine.TABLE).selectExpr("origin", "reasons.code as codes"))
        .are("origin | codes\nline 254 | [\"SCOPE_UNKNOWN\"]");
    assertRows(
            of(RegionalComparison.TABLE)
                .filter(
                    "period_id = '2024-06' AND measure_id = 'vehicles_cleared' AND direction = 'import' AND basis = 'like_for_like'")
                .select(
                    "scope_id",
                    "west_to_east",
                    "value",
                    "share_pct",
                    "rank",
                    "growth_pct",
                    "contribution_points",
                    "is_simulated"))
        .are(
            """
            scope_id   | west_to_east | value      | share_pct | rank | growth_pct | contribution_points | is_simulated
            coast      | 1            | 13915.0000 | 74.1935   | 1    | 10.0000    | 7.4194              | true
            hills      | 2            | 4840.0000  | 25.8065   | 2    | 10.0000    | 2.5806              | true
            south_line | 0            | 18755.0000 |           |      | 10.0000    |                     | true
            """);
  }

  /** The table as a build would make it, of this file alone. */
  private Dataset<Row> of(Table table) {
    if (Tables.RECORDED.contains(table)) {
      return lake.read(table);
    }
    if (!computed.containsKey(table)) {
      computed.put(
          table,
          table.equals(RecordCell.TABLE)
              ? lake.local(List.of(), table.schema())
              : lake.local(
                  table.compute().apply(inputs(table)).select(table.cols()).collectAsList(),
                  table.schema()));
    }
    return computed.get(table);
  }

  private Inputs inputs(Table table) {
    return new Inputs(
        table,
        new Inputs.Source() {
          @Override
          public Dataset<Row> read(Table input) {
            return of(input);
          }

          @Override
          public Dataset<Row> local(List<Row> rows, StructType schema) {
            return lake.local(rows, schema);
          }
        },
        Map.of(
            Registers.class, registers, ContractSet.class, contracts, AsOf.class, AsOf.latest()));
  }
}
