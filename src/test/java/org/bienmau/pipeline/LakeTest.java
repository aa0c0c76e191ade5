package org.bienmau.pipeline;

import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bienmau.table.TableColumn.required;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.bienmau.table.Layer;
import org.bienmau.table.Table;
import org.bienmau.table.TableColumn;
import org.bienmau.testing.Rows;
import org.bienmau.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class LakeTest {
  private static final TableColumn KIND = required("kind", StringType, "", "Anything.");
  private static final TableColumn GATE = required("gate", StringType, "", "A gate.");
  private static final TableColumn TRUCKS = required("trucks", LongType, "count", "How many.");

  private final Rows rows;
  private final Lake lake;

  LakeTest(SparkSession spark, @TempDir Path folder) {
    this.rows = new Rows(spark);
    this.lake = new Lake(spark, folder.toString());
  }

  @Test
  void a_file_tells_the_range_of_the_columns_up_to_the_one_that_rows_are_sorted_by()
      throws IOException {
    Table counted =
        Table.named(Layer.GOLD, "counted")
            .purpose("For this test.")
            .columns(KIND, GATE, TRUCKS)
            .oneRowPer(GATE, KIND)
            .recorded();

    lake.replace(
        counted,
        rows.of(
                counted,
                """
                kind | gate      | trucks
                all  | coc_nam   | 7
                all  | tan_thanh | 5
                """)
            .coalesce(1),
        "");

    JsonNode statistics = statistics(counted);
    assertThat(statistics.path("numRecords").asLong()).isEqualTo(2);
    assertThat(statistics.path("minValues")).hasToString("{\"kind\":\"all\",\"gate\":\"coc_nam\"}");
    assertThat(statistics.path("maxValues"))
        .hasToString("{\"kind\":\"all\",\"gate\":\"tan_thanh\"}");
  }

  /** What the first commit says of its only file. */
  private JsonNode statistics(Table table) throws IOException {
    ObjectMapper json = new ObjectMapper();
    Path log = Path.of(lake.path(table), "_delta_log", "00000000000000000000.json");
    List<String> added =
        Files.readAllLines(log).stream().filter(line -> line.startsWith("{\"add\"")).toList();
    assertThat(added).hasSize(1);
    return json.readTree(json.readTree(added.get(0)).at("/add/stats").asText());
  }
}
