package org.bienmau.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bienmau.testing.DatasetAssert.assertRows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.bienmau.gold.DimGate;
import org.bienmau.gold.Observation;
import org.bienmau.pipeline.Build;
import org.bienmau.pipeline.Lake;
import org.bienmau.pipeline.Progress;
import org.bienmau.pipeline.Published;
import org.bienmau.pipeline.Redo;
import org.bienmau.pipeline.Tables;
import org.bienmau.serve.Metastore.Registered;
import org.bienmau.table.Table;
import org.bienmau.testing.Rows;
import org.bienmau.testing.SparkExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
final class MetastoreTest {
  private static final String TRUCKS =
      "select section_id, gate_id, direction, value, unit from bienmau.v_gate_trucks";

  private final SparkSession spark;
  private final Path folder;
  private final Lake lake;

  MetastoreTest(SparkSession spark, @TempDir Path folder) {
    this.spark = spark;
    this.folder = folder;
    this.lake = new Lake(spark, folder.resolve("lake").toString());
  }

  @AfterEach
  void forget() {
    spark.sql("show databases").collectAsList().stream()
        .map(row -> row.getString(0))
        .filter(name -> name.startsWith("bienmau"))
        .forEach(name -> spark.sql("DROP DATABASE " + name + " CASCADE"));
  }

  @Test
  void readers_stay_with_the_release_that_was_registered() {
    publish(lake, trucks(110));
    register(lake);
    publish(lake, trucks(120));

    assertRows(spark.sql(TRUCKS))
        .are(
            """
            section_id | gate_id    | direction | value    | unit
            lao_cai    | kim_thanh  | export    | 110.0000 | vehicles/day
            """);
    assertThat(value("bienmau_gold.observation")).isEqualTo("110.0000");
    assertThat(value("bienmau_delta.gold_observation")).isEqualTo("120.0000");

    register(lake);
    assertThat(value("bienmau_gold.observation")).isEqualTo("120.0000");
  }

  @Test
  void a_view_tells_what_its_columns_mean() {
    publish(lake, trucks(110));
    register(lake);

    assertRows(spark.sql("describe bienmau_gold.observation").filter("col_name = 'value'"))
        .are(
            """
            col_name | data_type     | comment
            value    | decimal(24,4) | %s
            """
                .formatted(Observation.VALUE.comment()));
  }

  @Test
  void registering_twice_leaves_the_same_and_what_has_no_table_goes() {
    publish(lake, trucks(110));
    Registered first = register(lake);
    spark.sql("CREATE VIEW bienmau.v_of_old AS SELECT 1 AS one");
    spark.sql("CREATE VIEW bienmau_gold.of_old AS SELECT 1 AS one");

    assertThat(register(lake)).isEqualTo(first);
    assertThat(first.questions()).isEqualTo(1);
    assertRows(spark.sql("show views in bienmau"))
        .are(
            """
            namespace | viewName      | isTemporary
            bienmau   | v_gate_trucks | false
            """);
    assertThat(spark.catalog().tableExists("bienmau_gold.of_old")).isFalse();
  }

  @Test
  void a_lake_that_moved_is_pointed_to_anew(@TempDir Path elsewhere) {
    publish(lake, trucks(110));
    register(lake);
    Lake moved = new Lake(spark, elsewhere.resolve("lake").toString());
    publish(moved, trucks(130));
    register(moved);

    assertThat(value("bienmau_gold.observation")).isEqualTo("130.0000");
    assertThat(value("bienmau_delta.gold_observation")).isEqualTo("130.0000");
  }

  @Test
  void every_question_can_be_put_to_the_declared_tables_and_explains_each_column() {
    publish(lake, Tables.BUILT.stream().map(table -> given(table, lake.none(table))).toList());

    Registered registered = register(lake);

    assertThat(registered.questions()).isEqualTo(QuestionView.ALL.size());
    for (QuestionView view : QuestionView.ALL) {
      assertThat(spark.sql("select * from bienmau." + view.name()).collectAsList()).isEmpty();
      assertThat(
              spark
                  .sql("describe bienmau." + view.name())
                  .filter("comment is null")
                  .collectAsList())
          .as("columns of %s without a comment", view.name())
          .isEmpty();
    }
  }

  @Test
  void every_file_of_a_view_is_a_question_and_the_other_way_round() throws Exception {
    Path views = Path.of(System.getProperty("bienmau.basedir"), "src/main/resources/sql/views");
    try (Stream<Path> files = Files.list(views)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              QuestionView.ALL.stream().map(view -> view.name() + ".sql").toList());
    }
  }

  private Registered register(Lake shown) {
    return new Metastore(spark, folder.resolve("metastore").toString())
        .register(shown, Published.latest(shown));
  }

  private static void publish(Lake lake, List<Table> tables) {
    String now = Instant.now().toString();
    new Build(lake, tables, Map.of(), Progress.silent())
        .run("run " + now, Instant.EPOCH, now, Redo.nothing());
  }

  private List<Table> trucks(int perDay) {
    return List.of(
        given(DimGate.TABLE, lake.none(DimGate.TABLE)),
        given(
            Observation.TABLE,
            new Rows(spark)
                .of(
                    Observation.TABLE,
                    """
                    observation_id | measure_id       | scope_type | scope_id  | section_id | period_id | period_kind | period_start | period_end | direction | goods_id | regime         | value | unit         | qualifier | origin  | rule | figures_competing | source_tier | known_from
                    a              | vehicles_per_day | gate       | kim_thanh | lao_cai    | 2024-03   | month       | 2024-03-01   | 2024-03-31 | export    | all      | not_applicable | %d    | vehicles/day | exact     | printed | sole | 1                 | 1           | 2024-04-01
                    """
                        .formatted(perDay))));
  }

  /** The table with these rows instead of what it computes. */
  private static Table given(Table table, Dataset<Row> rows) {
    return new Table(
        table.layer(),
        table.name(),
        table.purpose(),
        table.columns(),
        table.grain(),
        List.of(),
        List.of(),
        Optional.empty(),
        false,
        inputs -> rows);
  }

  private String value(String table) {
    return spark.sql("select cast(value as string) from " + table).first().getString(0);
  }
}
