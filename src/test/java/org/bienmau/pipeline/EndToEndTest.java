package org.bienmau.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bienmau.testing.DatasetAssert.assertRows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.bienmau.reference.RegisterFiles;
import org.bienmau.reference.Registers;
import org.bienmau.serve.CatalogViews;
import org.bienmau.serve.Notebook;
import org.bienmau.serve.NotebookRendering;
import org.bienmau.source.ContractFiles;
import org.bienmau.source.ContractSet;
import org.bienmau.source.layout.Layouts;
import org.bienmau.source.record.PersonalKey;
import org.bienmau.table.AsOf;
import org.bienmau.table.Table;
import org.bienmau.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The real figures, from the file to the published tables. */
@ExtendWith(SparkExtension.class)
class EndToEndTest {
  private static final Path HOME = Path.of(System.getProperty("bienmau.basedir"));
  private static final Path NOTEBOOKS = HOME.resolve("notebooks-export");
  private static final Instant RECEIVED = Instant.parse("2026-11-21T00:00:00Z");

  private final SparkSession spark;
  private final Lake lake;
  private final Registers registers;
  private final ContractSet contracts;

  EndToEndTest(SparkSession spark, @TempDir Path root) throws IOException {
    this.spark = spark;
    this.lake = new Lake(spark, root.toString());
    this.registers = Registers.load(RegisterFiles.in(HOME.resolve("conf/reference")));
    this.contracts = ContractSet.load(ContractFiles.in(HOME.resolve("conf/contracts")));
  }

  @Test
  void the_seeds_facts_come_out_and_a_second_run_commits_nothing() throws IOException {
    Incoming figures =
        HeldFile.at(
            HOME.resolve("src/main/data/published_figures.csv"),
            RECEIVED,
            LocalDate.of(2026, 11, 21));

    List<IngestedFile> ingested = ingest(figures);
    Release first = build("run-1");

    assertThat(ingested)
        .extracting(IngestedFile::counts)
        .containsExactly(new IngestedFile.Counts(1518, 1518, 0, 0));
    CatalogViews.create(spark, Published.latest(lake), lake.root(), table -> true);
    assertRows(
            spark.sql(
                """
                SELECT value, qualifier, printed_change_pct, printed_yoy_pct FROM gold.trend
                WHERE scope_id = 'lao_cai' AND period_id = '2024-03' AND measure_id = 'trade_value'
                  AND direction = 'total' AND goods_id = 'all'"""))
        .are(
            """
            value          | qualifier | printed_change_pct | printed_yoy_pct
            197000000.0000 | over      | 49.4400            | 40.7800
            """);
    assertRows(
            spark.sql(
                """
                SELECT direction, value FROM gold.observation
                WHERE scope_id = 'lang_son' AND period_id = '2022' AND measure_id = 'trade_value'
                  AND goods_id = 'all' AND regime = 'customs_declared'"""))
        .are(
            """
            direction | value
            total     | 3100000000.0000
            export    | 940000000.0000
            import    | 2160000000.0000
            """);

    for (String name : List.of("province_trend", "regional_comparison")) {
      assertThat(rendered(name))
          .as(
              "notebooks-export/%s.ipynb is stale; render it anew with jobs/bienmau notebooks",
              name)
          .isEqualTo(Files.readString(NOTEBOOKS.resolve(name + ".ipynb")));
    }

    Map<Table, Long> versions = versions();
    assertThat(ingest(figures)).isEmpty();
    assertThat(build("run-2")).isEqualTo(first);
    assertThat(versions()).isEqualTo(versions);
  }

  private String rendered(String notebook) throws IOException {
    String source = Files.readString(NOTEBOOKS.resolve(notebook + ".sql"));
    return new NotebookRendering(spark).render(Notebook.parse(notebook, source));
  }

  private List<IngestedFile> ingest(Incoming... files) {
    return new Ingest(
            lake, contracts, registers, Layouts.none(), PersonalKey.none(), Progress.silent())
        .run(List.of(files));
  }

  private Release build(String runId) {
    Map<Class<?>, Object> given =
        Map.of(Registers.class, registers, ContractSet.class, contracts, AsOf.class, AsOf.latest());
    String rules = Fingerprint.ofRules(registers, contracts.all(), AsOf.latest(), "test");
    return new Build(lake, Tables.BUILT, given, Progress.silent())
        .run(runId, RECEIVED, rules, Redo.nothing());
  }

  private Map<Table, Long> versions() {
    return Tables.ALL.stream()
        .filter(lake::has)
        .collect(
            Collectors.toMap(table -> table, table -> lake.head(table).orElseThrow().version()));
  }
}
