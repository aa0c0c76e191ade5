package org.bienmau.gold.facts;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.ceil;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.bienmau.check.Check.blocks;
import static org.bienmau.check.Check.warns;
import static org.bienmau.table.TableColumn.optional;
import static org.bienmau.table.TableColumn.required;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.RelationalGroupedDataset;
import org.apache.spark.sql.Row;
import org.bienmau.gold.DimGate;
import org.bienmau.measure.Growth;
import org.bienmau.silver.Crossing;
import org.bienmau.table.Layer;
import org.bienmau.table.Table;
import org.bienmau.table.TableColumn;
import org.bienmau.table.Types;

/**
 * How long trucks take from one stage of their visit to the next.
 *
 * <p>Percentiles of parts do not add up to those of the whole, so that all kinds of cargo together
 * have rows of their own.
 */
public final class DwellTime {
  private DwellTime() {}

  private static final String ALL = "all";

  public static final TableColumn SOURCE_ID = Crossing.SOURCE_ID;
  public static final TableColumn IS_SIMULATED = Crossing.IS_SIMULATED;
  public static final TableColumn MONTH =
      required(
          "month",
          StringType,
          "",
          "Local month in which the visits were announced, for example 2024-03.");
  public static final TableColumn SECTION_ID = DimGate.SECTION_ID;
  public static final TableColumn GATE_ID = Crossing.GATE_ID;
  public static final TableColumn DIRECTION = Crossing.DIRECTION;
  public static final TableColumn CARGO_KIND =
      required(
          "cargo_kind",
          StringType,
          "",
          "fruit, other, new_vehicle or empty; all for every kind together.");
  public static final TableColumn STAGE =
      required(
          "stage",
          StringType,
          "",
          "From which time to which: declared_arrived, arrived_inspected, inspected_cleared, arrived_cleared, cleared_departed or arrived_departed.");
  public static final TableColumn VISITS =
      required(
          "visits",
          LongType,
          "count",
          "Visits that should have both times: those that left for arrived_inspected and arrived_departed, those that were cleared for the stages that touch the clearance, all for declared_arrived.");
  public static final TableColumn N =
      required("n", LongType, "count", "Those whose two times are known and in order.");
  public static final TableColumn N_MISSING =
      required("n_missing", LongType, "count", "Those of which at least one time is missing.");
  public static final TableColumn N_OUT_OF_ORDER =
      required(
          "n_out_of_order", LongType, "count", "Those whose second time lies before the first.");
  public static final TableColumn MEAN_MINUTES = minutes("mean_minutes", "Mean duration of the n");
  public static final TableColumn P50_MINUTES = minutes("p50_minutes", "Median duration");
  public static final TableColumn P90_MINUTES =
      minutes("p90_minutes", "Duration that nine in ten do not exceed");
  public static final TableColumn P95_MINUTES =
      minutes("p95_minutes", "Duration that nineteen in twenty do not exceed");
  public static final TableColumn WITHIN_24H_PCT =
      optional(
          "within_24h_pct",
          Types.PERCENT,
          "%",
          "Part of the n that took 24 hours at the most; empty when n is 0.");
  public static final TableColumn BUFFER_INDEX_PCT =
      optional(
          "buffer_index_pct",
          Types.PERCENT,
          "%",
          "What must be added to the mean to be in time nineteen times in twenty, in per cent of the mean; empty when n or the mean is 0.");

  public static final Table TABLE =
      Table.named(Layer.GOLD, "dwell_time")
          .purpose(
              "How long trucks take at a gate, stage by stage: median, worst cases and the share within a day.")
          .columns(
              SOURCE_ID,
              IS_SIMULATED,
              MONTH,
              SECTION_ID,
              GATE_ID,
              DIRECTION,
              CARGO_KIND,
              STAGE,
              VISITS,
              N,
              N_MISSING,
              N_OUT_OF_ORDER,
              MEAN_MINUTES,
              P50_MINUTES,
              P90_MINUTES,
              P95_MINUTES,
              WITHIN_24H_PCT,
              BUFFER_INDEX_PCT)
          .oneRowPer(SOURCE_ID, MONTH, GATE_ID, DIRECTION, CARGO_KIND, STAGE, IS_SIMULATED)
          .from(Crossing.TABLE, DimGate.TABLE)
          .byMonth(MONTH)
          .check(
              blocks(
                  "Every visit is among the n, the n_missing or the n_out_of_order.",
                  N.col().plus(N_MISSING.col()).plus(N_OUT_OF_ORDER.col()).notEqual(VISITS.col())))
          .check(
              blocks(
                  "Every mean_minutes is empty exactly when n is 0.",
                  MEAN_MINUTES.col().isNull().notEqual(N.col().equalTo(0))))
          .check(
              blocks(
                  "No percentile lies below a lower one.",
                  P50_MINUTES
                      .col()
                      .gt(P90_MINUTES.col())
                      .or(P90_MINUTES.col().gt(P95_MINUTES.col()))))
          .check(
              blocks(
                  "Every within_24h_pct lies between 0 and 100.",
                  WITHIN_24H_PCT.col().between(0, 100).equalTo(false)))
          .check(
              warns(
                  "No stage has more than one visit in twenty out of order.",
                  N_OUT_OF_ORDER.col().multiply(20).gt(VISITS.col())))
          .computedBy(inputs -> compute(inputs.read(Crossing.TABLE), inputs.read(DimGate.TABLE)));

  private static final List<TableColumn> PLACE =
      List.of(SOURCE_ID, IS_SIMULATED, MONTH, GATE_ID, DIRECTION);
  private static final List<TableColumn> OF_KIND =
      Stream.concat(PLACE.stream(), Stream.of(CARGO_KIND)).toList();
  private static final int SECONDS_A_DAY = 24 * 60 * 60;

  private static final String SECONDS = "seconds";
  private static final String SUM = "sum";
  private static final String WITHIN = "within";

  static Dataset<Row> compute(Dataset<Row> visits, Dataset<Row> gates) {
    Dataset<Row> byKind = described(durations(visits));
    return byKind
        .unionByName(together(byKind))
        .transform(DwellTime::byStage)
        .filter(VISITS.col().gt(0))
        .transform(stages -> GateSections.named(stages, gates))
        .select(TABLE.cols());
  }

  /** The seconds of each stage of each visit that should have it, in a column for each stage. */
  private static Dataset<Row> durations(Dataset<Row> visits) {
    Column[] columns =
        Stream.concat(
                OF_KIND.stream().map(TableColumn::col),
                Arrays.stream(Stage.values())
                    .flatMap(
                        stage ->
                            Stream.of(
                                stage.isDue().as(due(stage)),
                                when(stage.isDue(), stage.seconds()).as(stage.id()))))
            .toArray(Column[]::new);
    return visits.select(columns);
  }

  /** One struct for each stage, so that all stages are described in one pass over the visits. */
  private static Dataset<Row> described(Dataset<Row> durations) {
    return ofStages(grouped(durations, OF_KIND), DwellTime::description);
  }

  /** All kinds of cargo, from what is known of each, so that nothing is read a second time. */
  private static Dataset<Row> together(Dataset<Row> byKind) {
    return ofStages(grouped(byKind, PLACE), DwellTime::ofAllKinds)
        .withColumn(CARGO_KIND.name(), lit(ALL));
  }

  private static RelationalGroupedDataset grouped(Dataset<Row> rows, List<TableColumn> by) {
    return rows.groupBy(by.stream().map(TableColumn::col).toArray(Column[]::new));
  }

  private static Dataset<Row> ofStages(
      RelationalGroupedDataset groups, Function<Stage, Column> aggregate) {
    List<Column> stages = Arrays.stream(Stage.values()).map(aggregate).toList();
    return groups.agg(stages.get(0), stages.subList(1, stages.size()).toArray(Column[]::new));
  }

  private static Column description(Stage stage) {
    Column seconds = col(stage.id());
    Column inOrder = when(seconds.geq(0), seconds);
    return struct(
            count(when(col(due(stage)), 1)).as(VISITS.name()),
            count(when(col(due(stage)).and(seconds.isNull()), 1)).as(N_MISSING.name()),
            count(when(seconds.lt(0), 1)).as(N_OUT_OF_ORDER.name()),
            sum(inOrder).as(SUM),
            collect_list(inOrder).as(SECONDS),
            count(when(seconds.between(0, SECONDS_A_DAY), 1)).as(WITHIN))
        .as(stage.id());
  }

  private static Column ofAllKinds(Stage stage) {
    Column known = col(stage.id());
    return struct(
            sum(known.getField(VISITS.name())).as(VISITS.name()),
            sum(known.getField(N_MISSING.name())).as(N_MISSING.name()),
            sum(known.getField(N_OUT_OF_ORDER.name())).as(N_OUT_OF_ORDER.name()),
            sum(known.getField(SUM)).as(SUM),
            flatten(collect_list(known.getField(SECONDS))).as(SECONDS),
            sum(known.getField(WITHIN)).as(WITHIN))
        .as(stage.id());
  }

  private static Dataset<Row> byStage(Dataset<Row> described) {
    Column stages =
        array(
            Arrays.stream(Stage.values())
                .map(s -> struct(lit(s.id()).as(STAGE.name()), col(s.id() + ".*")))
                .toArray(Column[]::new));
    Dataset<Row> rows = described.withColumn("one", explode(stages));
    for (TableColumn column : List.of(STAGE, VISITS, N_MISSING, N_OUT_OF_ORDER)) {
      rows = rows.withColumn(column.name(), col("one." + column.name()));
    }
    Column mean =
        col("one." + SUM)
            .cast(Types.QUANTITY)
            .divide(N.col().cast(Types.QUANTITY))
            .divide(60)
            .cast(Types.QUANTITY);
    Column within = col("one." + WITHIN).cast(Types.QUANTITY);
    return rows.withColumn(SECONDS, sort_array(col("one." + SECONDS)))
        .withColumn(N.name(), size(col(SECONDS)).cast(LongType))
        .withColumn(MEAN_MINUTES.name(), when(N.col().gt(0), mean))
        .withColumn(P50_MINUTES.name(), percentile(0.5))
        .withColumn(P90_MINUTES.name(), percentile(0.9))
        .withColumn(P95_MINUTES.name(), percentile(0.95))
        .withColumn(WITHIN_24H_PCT.name(), Growth.percentOf(within, N.col().cast(Types.QUANTITY)))
        .withColumn(
            BUFFER_INDEX_PCT.name(), Growth.percentChange(P95_MINUTES.col(), MEAN_MINUTES.col()));
  }

  /**
   * Between the two sorted durations next to the place that part of the others lie before, as far
   * along as that place is: the seventh of the definitions of Hyndman and Fan (1996).
   */
  private static Column percentile(double part) {
    Column place = N.col().minus(1).multiply(part);
    Column before = floor(place);
    Column after = ceil(place);
    Column seconds =
        when(before.equalTo(after), at(before))
            .otherwise(
                after
                    .minus(place)
                    .multiply(at(before))
                    .plus(place.minus(before).multiply(at(after))));
    return when(N.col().gt(0), seconds.divide(60).cast(Types.QUANTITY));
  }

  private static Column at(Column place) {
    return element_at(col(SECONDS), place.plus(1).cast(IntegerType)).cast(DoubleType);
  }

  private static String due(Stage stage) {
    return stage.id() + "_due";
  }

  private static TableColumn minutes(String name, String what) {
    return optional(name, Types.QUANTITY, "min", what + "; empty when n is 0.");
  }
}
