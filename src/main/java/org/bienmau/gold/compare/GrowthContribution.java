package org.bienmau.gold.compare;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.bienmau.check.Check.blocks;
import static org.bienmau.table.TableColumn.optional;
import static org.bienmau.table.TableColumn.required;

import org.apache.spark.sql.Column;
import org.bienmau.check.Check;
import org.bienmau.gold.Additivity;
import org.bienmau.gold.Observation;
import org.bienmau.reference.Registers;
import org.bienmau.table.Layer;
import org.bienmau.table.Table;
import org.bienmau.table.TableColumn;
import org.bienmau.table.Types;

/** What moved a total: its parts side by side, and how many points of its growth each brought. */
public final class GrowthContribution {
  private GrowthContribution() {}

  /** The part that stands for what the known parts do not explain. */
  static final String RESIDUAL = "residual";

  public static final TableColumn DECOMPOSITION =
      required(
          "decomposition",
          StringType,
          "",
          "What the parts are: sections (of the border), gates (of a section, or lanes of a gate), goods (of a group), directions (of a total).");
  public static final TableColumn OBSERVATION_ID = Observation.OBSERVATION_ID;
  public static final TableColumn MEASURE_ID = Observation.MEASURE_ID;
  public static final TableColumn SCOPE_TYPE = Observation.SCOPE_TYPE;
  public static final TableColumn SCOPE_ID = Observation.SCOPE_ID;
  public static final TableColumn SECTION_ID = Observation.SECTION_ID;
  public static final TableColumn PERIOD_ID = Observation.PERIOD_ID;
  public static final TableColumn PERIOD_KIND = Observation.PERIOD_KIND;
  public static final TableColumn PERIOD_START = Observation.PERIOD_START;
  public static final TableColumn PERIOD_END = Observation.PERIOD_END;
  public static final TableColumn DIRECTION = Observation.DIRECTION;
  public static final TableColumn GOODS_ID = Observation.GOODS_ID;
  public static final TableColumn REGIME = Observation.REGIME;
  public static final TableColumn IS_SIMULATED = Observation.IS_SIMULATED;
  public static final TableColumn UNIT = Observation.UNIT;
  public static final TableColumn WHOLE_VALUE =
      required("whole_value", Types.QUANTITY, "", "The value that is taken apart.");
  public static final TableColumn WHOLE_VALUE_YEAR_AGO =
      optional(
          "whole_value_year_ago",
          Types.QUANTITY,
          "",
          "The same days a year earlier; empty when there is no value.");
  public static final TableColumn WHOLE_GROWTH_PCT =
      optional(
          "whole_growth_pct",
          Types.PERCENT,
          "%",
          "Its change on the same days a year earlier; empty without a comparable base, see whole_reason.");
  public static final TableColumn WHOLE_REASON =
      optional(
          "whole_reason",
          StringType,
          "",
          "Why whole_growth_pct is empty: no_period_before, base_missing, base_zero, base_negligible, regime_unknown (two publishers that do not say what they count), other_source (a partial period counted by another source) or perimeter_changed (the gate's lanes differ); empty when there is a growth.");
  public static final TableColumn PART_NO =
      required(
          "part_no",
          IntegerType,
          "",
          "Order for reading: the largest contribution first, parts without one by value, the residual last.");
  public static final TableColumn PART_ID =
      required(
          "part_id",
          StringType,
          "",
          "The section, gate, goods or direction; residual for what the other parts do not explain.");
  public static final TableColumn STATE =
      optional(
          "state",
          StringType,
          "",
          "continuing, new (nothing a year earlier) or vanished; empty for the residual and where one of the two values is not known.");
  public static final TableColumn VALUE =
      optional("value", Types.QUANTITY, "", "The part's value; empty when it is not known.");
  public static final TableColumn VALUE_YEAR_AGO =
      optional(
          "value_year_ago",
          Types.QUANTITY,
          "",
          "The same days a year earlier, for gates with the lanes that they have now; empty when it is not known.");
  public static final TableColumn CHANGE =
      optional(
          "change",
          Types.QUANTITY,
          "",
          "Value less value a year earlier; empty where the two may not be compared, see part_reason.");
  public static final TableColumn GROWTH_PCT =
      optional(
          "growth_pct",
          Types.PERCENT,
          "%",
          "The part's own growth; empty for the residual, where change is and from a base of zero.");
  public static final TableColumn PART_REASON =
      optional(
          "part_reason",
          StringType,
          "",
          "Why change is empty: value_missing, base_missing, no_period_before, regime_unknown, other_source, perimeter_changed or, for the residual, base_missing; empty when there is a change.");
  public static final TableColumn CONTRIBUTION_POINTS =
      optional(
          "contribution_points",
          Types.PERCENT,
          "points",
          "The part's change in per cent of the whole a year earlier; those of a whole add up to its growth exactly; empty where change or whole_growth_pct is.");
  public static final TableColumn SHARE_PCT =
      optional(
          "share_pct",
          Types.PERCENT,
          "%",
          "The part's value in per cent of the whole; empty when the value is, the whole is zero, or the regime is unknown and another publisher printed it, and for a residual that holds parts which stand in rows of their own.");
  public static final TableColumn SHARE_CHANGE_POINTS =
      optional(
          "share_change_points",
          Types.PERCENT,
          "points",
          "The share less that of the year before; empty where one of them, change or whole_growth_pct is.");
  public static final TableColumn RANK =
      optional(
          "rank",
          IntegerType,
          "",
          "1 for the largest part; equal values share a rank; empty for the residual and where value is.");
  public static final TableColumn RANK_CHANGE =
      optional(
          "rank_change",
          IntegerType,
          "",
          "Places gained since the year before among the parts that can be compared; empty for the others.");
  public static final TableColumn PART_OBSERVATION_ID =
      optional(
          "part_observation_id",
          StringType,
          "",
          "The observation behind the value; empty for the residual and where there is none.");
  public static final TableColumn PART_YEAR_AGO_OBSERVATION_ID =
      optional(
          "part_year_ago_observation_id",
          StringType,
          "",
          "The observation behind value_year_ago; empty where there is none, or where it is the sum of several.");

  public static final Table TABLE =
      Table.named(Layer.GOLD, "growth_contribution")
          .purpose(
              "Who drives growth: every total with its known parts, their shares, ranks and growth, and the points that each brought to the growth of the total.")
          .columns(
              DECOMPOSITION,
              OBSERVATION_ID,
              MEASURE_ID,
              SCOPE_TYPE,
              SCOPE_ID,
              SECTION_ID,
              PERIOD_ID,
              PERIOD_KIND,
              PERIOD_START,
              PERIOD_END,
              DIRECTION,
              GOODS_ID,
              REGIME,
              IS_SIMULATED,
              UNIT,
              WHOLE_VALUE,
              WHOLE_VALUE_YEAR_AGO,
              WHOLE_GROWTH_PCT,
              WHOLE_REASON,
              PART_NO,
              PART_ID,
              STATE,
              VALUE,
              VALUE_YEAR_AGO,
              CHANGE,
              GROWTH_PCT,
              PART_REASON,
              CONTRIBUTION_POINTS,
              SHARE_PCT,
              SHARE_CHANGE_POINTS,
              RANK,
              RANK_CHANGE,
              PART_OBSERVATION_ID,
              PART_YEAR_AGO_OBSERVATION_ID)
          .oneRowPer(DECOMPOSITION, OBSERVATION_ID, PART_ID)
          .from(Observation.TABLE)
          .check(
              blocks(
                  "Every whole_growth_pct is there or has a whole_reason, never both.",
                  WHOLE_GROWTH_PCT.col().isNull().equalTo(WHOLE_REASON.col().isNull())))
          .check(
              blocks(
                  "Every change is there or has a part_reason, never both.",
                  CHANGE.col().isNull().equalTo(PART_REASON.col().isNull())))
          .check(
              blocks(
                  "Every part with a change of a total with a growth has a contribution_points, and no other has.",
                  CONTRIBUTION_POINTS
                      .col()
                      .isNotNull()
                      .notEqual(CHANGE.col().isNotNull().and(WHOLE_GROWTH_PCT.col().isNotNull()))))
          .check(
              Check.blocksAll(
                  "The contributions add up to the growths of what they are parts of.",
                  not(coalesce(sum(CONTRIBUTION_POINTS.col()), lit(0)).equalTo(growthOnce()))))
          .computedBy(
              inputs -> {
                Registers registers = inputs.given(Registers.class);
                return new Decompositions(Parts.of(registers), Additivity.of(registers))
                    .of(
                        inputs.read(Observation.TABLE),
                        Contributions::rows,
                        inputs.encoder(GrowthContribution.TABLE.schema()));
              });

  /** The growth of each total that is taken apart, counted on the first of its rows. */
  private static Column growthOnce() {
    Column first = PART_NO.col().equalTo(1).and(CONTRIBUTION_POINTS.col().isNotNull());
    return coalesce(sum(when(first, WHOLE_GROWTH_PCT.col())), lit(0));
  }
}
