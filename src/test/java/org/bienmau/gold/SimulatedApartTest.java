package org.bienmau.gold;

import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.bienmau.gold.facts.RecordCell;
import org.bienmau.silver.Figure;
import org.bienmau.table.AsOf;
import org.bienmau.table.Table;
import org.bienmau.table.Types;
import org.bienmau.testing.Rows;
import org.bienmau.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A real and a simulated figure of the same cell never meet, in no table of the cube. */
@ExtendWith(SparkExtension.class)
final class SimulatedApartTest {
  private static final Additivity ADDITIVITY =
      new Additivity(List.of("trade_value"), List.of("trade_value"), List.of("trade_value"));

  private final SparkSession spark;
  private final Rows rows;

  SimulatedApartTest(SparkSession spark) {
    this.spark = spark;
    this.rows = new Rows(spark);
  }

  @Test
  void the_real_world_computes_to_the_same_beside_a_simulated_one() {
    Dataset<Row> real = held(figures());

    Dataset<Row> simulated = simulated(real.unionByName(onlySimulated()));

    Map<Table, Dataset<Row>> both = tables(held(real.unionByName(simulated)));
    Map<Table, Dataset<Row>> alone = tables(real);

    both.forEach(
        (table, rowsOfBoth) -> {
          Dataset<Row> found = held(rowsOfBoth);
          List<String> expected = text(alone.get(table));
          assertThat(text(found.filter(Figure.IS_SIMULATED.col().equalTo(false))))
              .as("real rows of %s", table.id())
              .isNotEmpty()
              .isEqualTo(expected);
          assertThat(found.filter(Figure.IS_SIMULATED.col()).count())
              .as("simulated rows of %s", table.id())
              .isGreaterThanOrEqualTo(expected.size());
        });
  }

  @Test
  void the_id_of_a_real_cell_is_what_it_was_before_there_were_simulated_ones() {
    Dataset<Row> real =
        rows.of(
            Figure.TABLE,
            """
            measure_id  | scope_type | scope_id | direction | goods_id | regime           | period_id
            trade_value | section    | lang_son | total     | all      | customs_declared | 2022
            """);

    assertThat(real.select(Cell.id()).head().getString(0)).isEqualTo("542030aec97fdda5");
    assertThat(simulated(real).select(Cell.id()).head().getString(0)).isEqualTo("fe645e33a90449eb");
  }

  private Map<Table, Dataset<Row>> tables(Dataset<Row> figures) {
    Dataset<Row> standing = held(Standing.of(figures, AsOf.latest()));
    Dataset<Row> cube = held(Observation.compute(figures, noRecords(), AsOf.latest(), ADDITIVITY));
    Map<Table, Dataset<Row>> tables = new LinkedHashMap<>();
    tables.put(Observation.TABLE, cube);
    tables.put(Trend.TABLE, Trend.compute(cube, ADDITIVITY));
    tables.put(
        RegionalComparison.TABLE,
        RegionalComparison.compute(cube, sections(), ADDITIVITY, "border"));
    tables.put(PublishedReconciliation.TABLE, PublishedReconciliation.compute(standing, cube));
    tables.put(ImpliedBase.TABLE, ImpliedBase.compute(standing, cube));
    tables.put(
        PlanPace.TABLE, PlanPace.compute(standing, cube, rows.of(DimPlan.TABLE, "plan_id\nx")));
    tables.put(Completeness.TABLE, Completeness.compute(standing, dimSections()));
    tables.put(PartsAndTotal.TABLE, PartsAndTotal.compute(cube, measures(), gates()));
    return tables;
  }

  /** The same statements about the same cells, but other values. */
  private static Dataset<Row> simulated(Dataset<Row> real) {
    return real.withColumn(Figure.IS_SIMULATED.name(), lit(true))
        .withColumn(Figure.FIGURE_ID.name(), concat(lit("s_"), Figure.FIGURE_ID.col()))
        .withColumn(Figure.STATEMENT_KEY.name(), concat(lit("s_"), Figure.STATEMENT_KEY.col()))
        .withColumn(Figure.VALUE.name(), Figure.VALUE.col().multiply(lit(2)).cast(Types.QUANTITY));
  }

  /** Its rows in memory: what is computed from them does not carry along how they came about. */
  private Dataset<Row> held(Dataset<Row> found) {
    return spark.createDataFrame(found.collectAsList(), found.schema());
  }

  private static List<String> text(Dataset<Row> found) {
    return found.collectAsList().stream().map(Row::toString).sorted().toList();
  }

  private Dataset<Row> figures() {
    return figures(
        """
        a22e      | section    | lang_son  | lang_son   | 2022      | year        | 2022-01-01   | 2022-12-31 | export    | customs_declared | 940   |                 |                  | 1           | gov
        a22i      | section    | lang_son  | lang_son   | 2022      | year        | 2022-01-01   | 2022-12-31 | import    | customs_declared | 2160  |                 |                  | 1           | gov
        a23t      | section    | lang_son  | lang_son   | 2023      | year        | 2023-01-01   | 2023-12-31 | total     | customs_declared | 4780  | 56.2            |                  | 1           | gov
        a23u      | section    | lang_son  | lang_son   | 2023      | year        | 2023-01-01   | 2023-12-31 | total     | customs_declared | 5000  |                 |                  | 3           | press
        b22t      | section    | lao_cai   | lao_cai    | 2022      | year        | 2022-01-01   | 2022-12-31 | total     | customs_declared | 1000  |                 |                  | 2           | press
        b23t      | section    | lao_cai   | lao_cai    | 2023      | year        | 2023-01-01   | 2023-12-31 | total     | customs_declared | 1500  | 50              |                  | 2           | press
        b23j      | section    | lao_cai   | lao_cai    | 2023-01   | month       | 2023-01-01   | 2023-01-31 | total     | customs_declared | 250   |                 | 6.6              | 2           | press
        g23t      | gate       | huu_nghi  | lang_son   | 2023      | year        | 2023-01-01   | 2023-12-31 | total     | customs_declared | 3000  |                 |                  | 2           | press
        l23t      | gate       | tan_thanh | lang_son   | 2023      | year        | 2023-01-01   | 2023-12-31 | total     | customs_declared | 3000  |                 |                  | 2           | press
        """);
  }

  /**
   * Would say, were it real, why a value of the real world is missing, and what another one of it
   * is that differs from the chosen one.
   */
  private Dataset<Row> onlySimulated() {
    return figures(
        """
        c23f      | section    | cao_bang  | cao_bang   | 2023-02   | month       | 2023-02-01   | 2023-02-28 | total     | customs_declared | 80    |                 |                  | 2           | press
        a23v      | section    | lang_son  | lang_son   | 2023      | year        | 2023-01-01   | 2023-12-31 | total     | via_territory    | 2500  |                 |                  | 2           | press
        """);
  }

  private Dataset<Row> figures(String lines) {
    String columns =
        "figure_id | scope_type | scope_id  | section_id | period_id | period_kind | period_start | period_end | direction | regime           | value | printed_yoy_pct | printed_plan_pct | source_tier | publisher\n";
    return rows.of(Figure.TABLE, columns + lines)
        .withColumn(Figure.STATEMENT_KEY.name(), Figure.FIGURE_ID.col())
        .withColumn(Figure.MEASURE_ID.name(), lit("trade_value"))
        .withColumn(Figure.GOODS_ID.name(), lit("all"))
        .withColumn(Figure.UNIT.name(), lit("USD"))
        .withColumn(Figure.QUALIFIER.name(), lit("exact"))
        .withColumn(Figure.KNOWN_FROM.name(), lit("2024-02-01").cast("date"))
        .withColumn(Figure.KNOWN_FROM_BASIS.name(), lit("published_day"))
        .withColumn(Figure.SOURCE_URL.name(), Figure.PUBLISHER.col());
  }

  private Dataset<Row> sections() {
    return rows.of(
        Sections.SCHEMA,
        """
        section   | west_to_east | border_km
        lao_cai   | 1            | 200
        cao_bang  | 2            | 300
        lang_son  | 3            | 250
        """);
  }

  private Dataset<Row> dimSections() {
    return rows.of(DimSection.TABLE, "section_id\nlao_cai\nlang_son");
  }

  private Dataset<Row> measures() {
    return rows.of(
        DimMeasure.TABLE,
        """
        measure_id  | adds_over_directions | adds_over_places
        trade_value | true                 | true
        """);
  }

  private Dataset<Row> gates() {
    return rows.of(
        DimGate.TABLE,
        """
        gate_id   | parent_gate_id | status
        huu_nghi  |                | open
        tan_thanh | huu_nghi       | open
        """);
  }

  private Dataset<Row> noRecords() {
    return rows.of(RecordCell.TABLE, "source_id");
  }
}
