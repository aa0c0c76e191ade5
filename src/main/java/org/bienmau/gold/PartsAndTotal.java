package org.bienmau.gold;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.bienmau.check.Check.blocks;
import static org.bienmau.table.TableColumn.optional;
import static org.bienmau.table.TableColumn.required;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.RelationalGroupedDataset;
import org.apache.spark.sql.Row;
import org.bienmau.measure.Growth;
import org.bienmau.measure.Precision;
import org.bienmau.reference.Direction;
import org.bienmau.reference.Regime;
import org.bienmau.table.Layer;
import org.bienmau.table.Table;
import org.bienmau.table.TableColumn;
import org.bienmau.table.Types;

/**
 * Printed totals against the sum of their printed parts: export and import, or the lanes of a gate.
 *
 * <p>A total above its parts is no mistake in itself: several sources count transit and bonded
 * goods in their totals only. So the table says which way a total departs, not that it is wrong.
 */
public final class PartsAndTotal {
  private PartsAndTotal() {}

  private static final String DIRECTIONS = "directions";
  private static final String LANES = "lanes";

  public static final TableColumn ADDITION =
      required(
          "addition",
          StringType,
          "",
          "directions: the parts are export and import; lanes: they are the lanes of the gate.");
  public static final TableColumn MEASURE_ID = Observation.MEASURE_ID;
  public static final TableColumn SCOPE_TYPE = Observation.SCOPE_TYPE;
  public static final TableColumn SCOPE_ID = Observation.SCOPE_ID;
  public static final TableColumn PERIOD_ID = Observation.PERIOD_ID;
  public static final TableColumn PERIOD_KIND = Observation.PERIOD_KIND;
  public static final TableColumn PERIOD_START = Observation.PERIOD_START;
  public static final TableColumn PERIOD_END = Observation.PERIOD_END;
  public static final TableColumn DIRECTION = Observation.DIRECTION;
  public static final TableColumn GOODS_ID = Observation.GOODS_ID;
  public static final TableColumn REGIME = Observation.REGIME;
  public static final TableColumn IS_SIMULATED = Observation.IS_SIMULATED;
  public static final TableColumn UNIT = Observation.UNIT;
  public static final TableColumn TOTAL_VALUE =
      required("total_value", Types.QUANTITY, "", "The printed total, in the base unit.");
  public static final TableColumn PARTS_VALUE =
      required("parts_value", Types.QUANTITY, "", "Sum of the printed parts, in the base unit.");
  public static final TableColumn PARTS_KNOWN =
      required("parts_known", IntegerType, "count", "How many parts have a printed value.");
  public static final TableColumn PARTS_EXPECTED =
      required(
          "parts_expected",
          IntegerType,
          "count",
          "Two directions, or the lanes that worked throughout the period or have a value.");
  public static final TableColumn RESIDUAL =
      optional(
          "residual",
          Types.QUANTITY,
          "",
          "Total less parts, in the base unit; empty when class is not_comparable.");
  public static final TableColumn RESIDUAL_PCT =
      optional(
          "residual_pct",
          Types.PERCENT,
          "%",
          "The residual in per cent of the total; empty when it is or the total is zero.");
  public static final TableColumn CLASS =
      required(
          "class",
          StringType,
          "",
          "closes: no residual; rounding: the printed digits allow for it; parts_missing: a lane has no value; total_exceeds_parts or parts_exceed_total: beyond rounding; not_comparable: unknown regimes of several publishers.");
  public static final TableColumn OBSERVATION_ID = Observation.OBSERVATION_ID;

  public static final Table TABLE =
      Table.named(Layer.GOLD, "additivity")
          .purpose(
              "Where printed totals and the sums of their printed parts agree, and how far they depart.")
          .columns(
              ADDITION,
              MEASURE_ID,
              SCOPE_TYPE,
              SCOPE_ID,
              PERIOD_ID,
              PERIOD_KIND,
              PERIOD_START,
              PERIOD_END,
              DIRECTION,
              GOODS_ID,
              REGIME,
              IS_SIMULATED,
              UNIT,
              TOTAL_VALUE,
              PARTS_VALUE,
              PARTS_KNOWN,
              PARTS_EXPECTED,
              RESIDUAL,
              RESIDUAL_PCT,
              CLASS,
              OBSERVATION_ID)
          .oneRowPer(
              ADDITION,
              MEASURE_ID,
              SCOPE_TYPE,
              SCOPE_ID,
              PERIOD_ID,
              DIRECTION,
              GOODS_ID,
              REGIME,
              IS_SIMULATED)
          .from(Observation.TABLE, DimMeasure.TABLE, DimGate.TABLE)
          .check(
              blocks(
                  "Every class is closes, rounding, parts_missing, total_exceeds_parts, parts_exceed_total or not_comparable.",
                  not(
                      CLASS
                          .col()
                          .isin(
                              "closes",
                              "rounding",
                              "parts_missing",
                              "total_exceeds_parts",
                              "parts_exceed_total",
                              "not_comparable"))))
          .check(
              blocks(
                  "No parts_known is above parts_expected.",
                  PARTS_KNOWN.col().gt(PARTS_EXPECTED.col())))
          .check(
              blocks(
                  "Every residual is empty exactly when class is not_comparable.",
                  RESIDUAL.col().isNull().notEqual(CLASS.col().equalTo("not_comparable"))))
          .computedBy(
              inputs ->
                  compute(
                      inputs.read(Observation.TABLE),
                      inputs.read(DimMeasure.TABLE),
                      inputs.read(DimGate.TABLE)));

  static Dataset<Row> compute(
      Dataset<Row> observations, Dataset<Row> measures, Dataset<Row> gates) {
    Dataset<Row> printed =
        Bounds.ofObservations(observations.filter(Observation.ORIGIN.col().equalTo("printed")));
    Dataset<Row> byDirection =
        added(printed, measures, DimMeasure.ADDS_OVER_DIRECTIONS)
            .transform(PartsAndTotal::withDirections);
    Dataset<Row> byLane =
        added(printed, measures, DimMeasure.ADDS_OVER_PLACES)
            .transform(totals -> withLanes(totals, gates));
    return byDirection.unionByName(byLane).transform(PartsAndTotal::withClass);
  }

  private static Dataset<Row> withClass(Dataset<Row> sums) {
    Column total = Observation.VALUE.col();
    Column residual = total.minus(PARTS_VALUE.col()).cast(Types.QUANTITY);
    Column onePublisher =
        Observation.PUBLISHER
            .col()
            .equalTo(col("first_publisher"))
            .and(Observation.PUBLISHER.col().equalTo(col("last_publisher")));
    Column comparable =
        REGIME.col().notEqual(Regime.UNKNOWN.id()).or(coalesce(onePublisher, lit(false)));
    Column missing = PARTS_KNOWN.col().lt(PARTS_EXPECTED.col());
    Column roundingAllows =
        Precision.meet(Bounds.LOW.col(), Bounds.HIGH.col(), col("parts_low"), col("parts_high"));
    return sums.withColumn(TOTAL_VALUE.name(), total)
        .withColumn(RESIDUAL.name(), when(comparable, residual))
        .withColumn(RESIDUAL_PCT.name(), Growth.percentOf(RESIDUAL.col(), total))
        .withColumn(
            CLASS.name(),
            when(not(comparable), "not_comparable")
                .when(Bounds.HIGH.col().lt(col("parts_low")), "parts_exceed_total")
                .when(residual.equalTo(0), "closes")
                .when(roundingAllows, "rounding")
                .when(missing, "parts_missing")
                .otherwise("total_exceeds_parts"))
        .select(TABLE.cols());
  }

  private static Dataset<Row> added(Dataset<Row> printed, Dataset<Row> measures, TableColumn adds) {
    Dataset<Row> adding = measures.filter(adds.col()).select(MEASURE_ID.col());
    return printed.join(adding, MEASURE_ID.name());
  }

  private static Dataset<Row> withDirections(Dataset<Row> printed) {
    Dataset<Row> parts =
        sums(
                printed
                    .filter(DIRECTION.col().notEqual(Direction.TOTAL.id()))
                    .groupBy(Cell.columns(Cell.BOTH_DIRECTIONS)),
                lit(2))
            .filter(PARTS_KNOWN.col().equalTo(2));
    return printed
        .filter(DIRECTION.col().equalTo(Direction.TOTAL.id()))
        .join(parts, Cell.names(Cell.BOTH_DIRECTIONS))
        .withColumn(ADDITION.name(), lit(DIRECTIONS));
  }

  private static Dataset<Row> withLanes(Dataset<Row> printed, Dataset<Row> gates) {
    Dataset<Row> parents =
        printed.select(
            OBSERVATION_ID.col(),
            MEASURE_ID.col(),
            PERIOD_ID.col(),
            PERIOD_START.col(),
            PERIOD_END.col(),
            DIRECTION.col(),
            GOODS_ID.col(),
            REGIME.col(),
            IS_SIMULATED.col(),
            SCOPE_ID.col().as(DimGate.PARENT_GATE_ID.name()));
    Dataset<Row> lanes =
        gates
            .filter(DimGate.PARENT_GATE_ID.col().isNotNull())
            .select(
                DimGate.PARENT_GATE_ID.col(),
                DimGate.GATE_ID.col().as(SCOPE_ID.name()),
                DimGate.STATUS.col(),
                DimGate.VALID_FROM.col(),
                DimGate.VALID_TO.col());
    Column throughout =
        coalesce(DimGate.VALID_FROM.col().leq(PERIOD_START.col()), lit(true))
            .and(coalesce(DimGate.VALID_TO.col().geq(PERIOD_END.col()), lit(true)));
    Dataset<Row> values =
        printed.select(
            MEASURE_ID.col(),
            SCOPE_ID.col(),
            PERIOD_ID.col(),
            DIRECTION.col(),
            GOODS_ID.col(),
            REGIME.col(),
            IS_SIMULATED.col(),
            Observation.VALUE.col(),
            Observation.PUBLISHER.col(),
            Bounds.LOW.col(),
            Bounds.HIGH.col());
    Column working = DimGate.STATUS.col().isin("open", "unknown");
    Dataset<Row> parts =
        sums(
                parents
                    .join(lanes, DimGate.PARENT_GATE_ID.name())
                    .filter(throughout)
                    .join(
                        values,
                        new String[] {
                          MEASURE_ID.name(),
                          SCOPE_ID.name(),
                          PERIOD_ID.name(),
                          DIRECTION.name(),
                          GOODS_ID.name(),
                          REGIME.name(),
                          IS_SIMULATED.name()
                        },
                        "left")
                    .groupBy(OBSERVATION_ID.col()),
                count(when(working.or(Observation.VALUE.col().isNotNull()), 1)))
            .filter(PARTS_KNOWN.col().gt(0));
    return printed.join(parts, OBSERVATION_ID.name()).withColumn(ADDITION.name(), lit(LANES));
  }

  private static Dataset<Row> sums(RelationalGroupedDataset parts, Column expected) {
    return parts.agg(
        sum(Observation.VALUE.col()).cast(Types.QUANTITY).as(PARTS_VALUE.name()),
        count(Observation.VALUE.col()).cast(IntegerType).as(PARTS_KNOWN.name()),
        expected.cast(IntegerType).as(PARTS_EXPECTED.name()),
        sum(Bounds.LOW.col()).as("parts_low"),
        sum(Bounds.HIGH.col()).as("parts_high"),
        min(Observation.PUBLISHER.col()).as("first_publisher"),
        max(Observation.PUBLISHER.col()).as("last_publisher"));
  }
}
