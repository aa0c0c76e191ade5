package org.bienmau.gold.compare;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Row;
import org.bienmau.gold.Additivity;
import org.bienmau.gold.Observation;
import org.bienmau.reference.ScopeType;
import org.bienmau.table.TableColumn;

/**
 * Every total of the cube that has known parts, taken apart in each way that its measure allows.
 */
record Decompositions(Parts parts, Additivity additivity) {

  /** What becomes of a total, somewhere on a cluster. */
  interface Rows extends Serializable {
    List<Row> of(Block block, String decomposition, Whole whole);
  }

  /** Finds the totals of a block. */
  private interface TakingApart extends Serializable {
    List<Whole> wholes(Block block);

    default FlatMapFunction<Row, Row> rows(String decomposition, Rows rows) {
      return row -> {
        Block block = Block.of(row);
        return wholes(block).stream()
            .flatMap(whole -> rows.of(block, decomposition, whole).stream())
            .iterator();
      };
    }
  }

  /** Pure: the rows that are made of each total. */
  Dataset<Row> of(Dataset<Row> observations, Rows rows, Encoder<Row> encoder) {
    Dataset<Row> overDirections = observations.filter(isOneOf(additivity.overDirections()));
    Dataset<Row> overPlaces = observations.filter(isOneOf(additivity.overScopes()));
    Dataset<Row> sectionsAndAreas =
        overPlaces.filter(isOf(ScopeType.SECTION).or(isOf(ScopeType.AREA)));
    Dataset<Row> sectionsAndGates =
        overPlaces.filter(isOf(ScopeType.SECTION).or(isOf(ScopeType.GATE)));
    TakingApart byDirection = parts::byDirection;
    TakingApart byGoods = parts::byGoods;
    TakingApart bySection = parts::bySection;
    TakingApart byGate = parts::byGate;
    return Blocks.of(
            overDirections,
            sharing(Observation.SCOPE_TYPE, Observation.SCOPE_ID, Observation.GOODS_ID))
        .flatMap(byDirection.rows("directions", rows), encoder)
        .union(
            Blocks.of(
                    overPlaces,
                    sharing(Observation.SCOPE_TYPE, Observation.SCOPE_ID, Observation.DIRECTION))
                .flatMap(byGoods.rows("goods", rows), encoder))
        .union(
            Blocks.of(sectionsAndAreas, sharing(Observation.DIRECTION, Observation.GOODS_ID))
                .flatMap(bySection.rows("sections", rows), encoder))
        .union(
            Blocks.of(
                    sectionsAndGates,
                    sharing(Observation.SECTION_ID, Observation.DIRECTION, Observation.GOODS_ID))
                .flatMap(byGate.rows("gates", rows), encoder));
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
