package org.bienmau.gold.compare;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.bienmau.gold.Additivity;
import org.bienmau.gold.Observation;
import org.bienmau.reference.ScopeType;
import org.bienmau.table.TableColumn;

/**
 * Every total of the cube that has known parts, taken apart in each way that its measure allows.
 */
record Decompositions(Parts parts, Additivity additivity) {
  private static final String DIRECTIONS = "directions";
  private static final String GOODS = "goods";
  private static final String SECTIONS = "sections";
  private static final String GATES = "gates";

  /** What becomes of a total, somewhere on a cluster. */
  interface Rows extends Serializable {
    List<Row> of(Block block, String decomposition, Whole whole);
  }

  /** Where a cell stands in the decomposition that its block is made for. */
  private static final TableColumn PLACE =
      TableColumn.required("block_place", DataTypes.StringType, "", "What the cells share.");

  /**
   * Pure: the rows that are made of each total. Every cell goes once into each way of taking totals
   * apart that it may have a part in, so that all of them are gathered in one shuffle.
   */
  Dataset<Row> of(Dataset<Row> observations, Rows rows, Encoder<Row> encoder) {
    Column adds = isOneOf(additivity.overScopes());
    Column isSection = isOf(ScopeType.SECTION);
    Column ways =
        array(
            when(
                isOneOf(additivity.overDirections()),
                way(
                    DIRECTIONS,
                    Observation.SCOPE_TYPE,
                    Observation.SCOPE_ID,
                    Observation.GOODS_ID)),
            when(
                adds,
                way(GOODS, Observation.SCOPE_TYPE, Observation.SCOPE_ID, Observation.DIRECTION)),
            when(
                adds.and(isSection.or(isOf(ScopeType.AREA))),
                way(SECTIONS, Observation.DIRECTION, Observation.GOODS_ID)),
            when(
                adds.and(isSection.or(isOf(ScopeType.GATE))),
                way(GATES, Observation.SECTION_ID, Observation.DIRECTION, Observation.GOODS_ID)));
    Dataset<Row> cells =
        observations
            .withColumn("way", explode(ways))
            .filter(col("way").isNotNull())
            .select(col("*"), col("way.*"))
            .drop("way");
    Detail detail = new Detail(parts.goods().root());
    Column byDirection = GrowthContribution.DECOMPOSITION.col().equalTo(DIRECTIONS);
    Column tooFine = detail.ofMonth().or(byDirection.and(detail.isOneGoods()));
    Parts from = parts;
    FlatMapFunction<Row, Row> found =
        row -> {
          Block block = Block.of(row);
          String decomposition = block.shared(GrowthContribution.DECOMPOSITION);
          return wholes(from, decomposition, block).stream()
              .flatMap(whole -> rows.of(block, decomposition, whole).stream())
              .iterator();
        };
    return Blocks.of(cells, sharing(GrowthContribution.DECOMPOSITION, PLACE), tooFine)
        .flatMap(found, encoder);
  }

  private static Column way(String decomposition, TableColumn... shared) {
    return struct(
        lit(decomposition).as(GrowthContribution.DECOMPOSITION.name()),
        concat_ws("|", Stream.of(shared).map(TableColumn::col).toArray(Column[]::new))
            .as(PLACE.name()));
  }

  private static List<Whole> wholes(Parts parts, String decomposition, Block block) {
    return switch (decomposition) {
      case DIRECTIONS -> parts.byDirection(block);
      case GOODS -> parts.byGoods(block);
      case SECTIONS -> parts.bySection(block);
      case GATES -> parts.byGate(block);
      default ->
          throw new IllegalArgumentException(
              "Cannot take totals apart by " + decomposition + ": nothing says how.");
    };
  }

  /** What cells of one measure and regime have in common, and these. */
  static List<TableColumn> sharing(TableColumn... these) {
    return Stream.concat(
            Stream.of(
                Observation.MEASURE_ID,
                Observation.REGIME,
                Observation.IS_SIMULATED,
                Observation.UNIT),
            Stream.of(these))
        .toList();
  }

  private static Column isOneOf(List<String> measures) {
    return Observation.MEASURE_ID.col().isin(measures.toArray());
  }

  private static Column isOf(ScopeType type) {
    return Observation.SCOPE_TYPE.col().equalTo(type.id());
  }
}
