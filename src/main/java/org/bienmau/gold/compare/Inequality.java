package org.bienmau.gold.compare;

import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.bienmau.check.Check.blocks;
import static org.bienmau.table.TableColumn.optional;
import static org.bienmau.table.TableColumn.required;

import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Row;
import org.bienmau.check.Check;
import org.bienmau.gold.Additivity;
import org.bienmau.gold.Observation;
import org.bienmau.reference.Registers;
import org.bienmau.reference.ScopeType;
import org.bienmau.table.Layer;
import org.bienmau.table.Table;
import org.bienmau.table.TableColumn;
import org.bienmau.table.Types;

/** How unequally a measure is spread over the border, between the regions opposite and within. */
public final class Inequality {
  private Inequality() {}

  /** The group of all sections together. */
  static final String ALL = "all";

  public static final TableColumn MEASURE_ID = Observation.MEASURE_ID;
  public static final TableColumn PERIOD_ID = Observation.PERIOD_ID;
  public static final TableColumn PERIOD_KIND = Observation.PERIOD_KIND;
  public static final TableColumn PERIOD_START = Observation.PERIOD_START;
  public static final TableColumn PERIOD_END = Observation.PERIOD_END;
  public static final TableColumn DIRECTION = Observation.DIRECTION;
  public static final TableColumn GOODS_ID = Observation.GOODS_ID;
  public static final TableColumn REGIME = Observation.REGIME;
  public static final TableColumn IS_SIMULATED = Observation.IS_SIMULATED;
  public static final TableColumn UNIT = Observation.UNIT;
  public static final TableColumn WEIGHTS =
      required(
          "weights",
          StringType,
          "",
          "What would be equal: equal (each section the same) or border_km (each kilometre the same).");
  public static final TableColumn GROUPING =
      required(
          "grouping",
          StringType,
          "",
          "How sections that face both regions are grouped: apart (a group of their own), or both_with_ and the region they are counted to.");
  public static final TableColumn GROUP_ID =
      required(
          "group_id",
          StringType,
          "",
          "The region opposite (both for the group apart), or all for the whole.");
  public static final TableColumn SECTIONS =
      required("sections", IntegerType, "count", "Sections of the group that are counted.");
  public static final TableColumn IS_COMPLETE =
      required(
          "is_complete",
          BooleanType,
          "",
          "Whether every section of the border is counted; only such rows may be compared over time.");
  public static final TableColumn VALUE =
      required("value", Types.QUANTITY, "", "Sum of the sections counted.");
  public static final TableColumn SHARE_PCT =
      required("share_pct", Types.PERCENT, "%", "Share of the value of all sections counted.");
  public static final TableColumn WEIGHT_PCT =
      required("weight_pct", Types.PERCENT, "%", "Share of the weights of all sections counted.");
  public static final TableColumn THEIL =
      optional(
          "theil",
          Types.INDEX,
          "",
          "Theil index inside the group, for all that of the whole; 0 where each has the share of its weight; empty where the group's value is zero.");
  public static final TableColumn BETWEEN_GROUPS =
      required(
          "between_groups",
          Types.INDEX,
          "",
          "What the group adds to the inequality between groups, below zero where its share is below its weight; for all their sum.");
  public static final TableColumn WITHIN_GROUPS =
      required(
          "within_groups",
          Types.INDEX,
          "",
          "The group's share times its own index; for all their sum, which with between_groups makes up the index.");

  public static final Table TABLE =
      Table.named(Layer.GOLD, "inequality")
          .purpose(
              "How unequally a measure is spread over the sections of the border, and how much of that lies between those that face one region and those that face the other.")
          .columns(
              MEASURE_ID,
              PERIOD_ID,
              PERIOD_KIND,
              PERIOD_START,
              PERIOD_END,
              DIRECTION,
              GOODS_ID,
              REGIME,
              IS_SIMULATED,
              UNIT,
              WEIGHTS,
              GROUPING,
              GROUP_ID,
              SECTIONS,
              IS_COMPLETE,
              VALUE,
              SHARE_PCT,
              WEIGHT_PCT,
              THEIL,
              BETWEEN_GROUPS,
              WITHIN_GROUPS)
          .oneRowPer(
              MEASURE_ID,
              PERIOD_ID,
              DIRECTION,
              GOODS_ID,
              REGIME,
              IS_SIMULATED,
              WEIGHTS,
              GROUPING,
              GROUP_ID)
          .from(Observation.TABLE)
          .check(
              blocks(
                  "Every index of the whole is what lies between the groups and within them.",
                  isWhole()
                      .and(
                          not(
                              THEIL
                                  .col()
                                  .equalTo(BETWEEN_GROUPS.col().plus(WITHIN_GROUPS.col()))))))
          .check(
              Check.blocksAll(
                  "The groups add up to the whole.",
                  not(
                      overGroups(BETWEEN_GROUPS)
                          .equalTo(overWholes(BETWEEN_GROUPS))
                          .and(overGroups(WITHIN_GROUPS).equalTo(overWholes(WITHIN_GROUPS))))))
          .check(blocks("No index is below zero by more than rounding.", THEIL.col().lt(-1e-7)))
          .computedBy(
              inputs -> {
                Registers registers = inputs.given(Registers.class);
                return compute(
                    inputs.read(Observation.TABLE),
                    Additivity.of(registers),
                    Spread.of(registers),
                    Detail.of(registers),
                    inputs.encoder(Inequality.TABLE.schema()));
              });

  /** Pure: the indices of every comparison that at least two sections take part in. */
  static Dataset<Row> compute(
      Dataset<Row> observations,
      Additivity additivity,
      Spread spread,
      Detail detail,
      Encoder<Row> rows) {
    Column isSection = Observation.SCOPE_TYPE.col().equalTo(ScopeType.SECTION.id());
    Column isArea = Observation.SCOPE_TYPE.col().equalTo(ScopeType.AREA.id());
    FlatMapFunction<Row, Row> indices = row -> spread.rows(Block.of(row)).iterator();
    return Blocks.of(
            observations.filter(additivity.mayAddScopes().and(isSection.or(isArea))),
            Decompositions.sharing(DIRECTION, GOODS_ID),
            detail.ofLessThanYear())
        .flatMap(indices, rows);
  }

  private static Column isWhole() {
    return GROUP_ID.col().equalTo(ALL);
  }

  private static Column overGroups(TableColumn column) {
    return sum(when(isWhole(), 0).otherwise(column.col()));
  }

  private static Column overWholes(TableColumn column) {
    return sum(when(isWhole(), column.col()).otherwise(0));
  }
}
