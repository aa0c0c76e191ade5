package org.bienmau.gold.compare;

import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
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

/** Why a section's trade changed: the border as a whole, the goods it trades in, or itself. */
public final class Shifts {
  private Shifts() {}

  public static final TableColumn MEASURE_ID = Observation.MEASURE_ID;
  public static final TableColumn SECTION_ID = Specialisation.SECTION_ID;
  public static final TableColumn PERIOD_ID = Observation.PERIOD_ID;
  public static final TableColumn PERIOD_KIND = Observation.PERIOD_KIND;
  public static final TableColumn PERIOD_START = Observation.PERIOD_START;
  public static final TableColumn PERIOD_END = Observation.PERIOD_END;
  public static final TableColumn DIRECTION = Observation.DIRECTION;
  public static final TableColumn REGIME = Observation.REGIME;
  public static final TableColumn IS_SIMULATED = Observation.IS_SIMULATED;
  public static final TableColumn UNIT = Observation.UNIT;
  public static final TableColumn GOODS_ID =
      required(
          "goods_id",
          StringType,
          "",
          "The goods; residual for those that no known goods hold; the root of the goods for the section's total.");
  public static final TableColumn IS_TOTAL =
      required("is_total", BooleanType, "", "Whether the row is the sum of the section's others.");
  public static final TableColumn VALUE =
      optional("value", Types.QUANTITY, "", "The section's value; empty when it is not known.");
  public static final TableColumn VALUE_YEAR_AGO =
      optional(
          "value_year_ago",
          Types.QUANTITY,
          "",
          "The same days a year earlier; empty when it is not known.");
  public static final TableColumn CHANGE =
      optional(
          "change", Types.QUANTITY, "", "Value less value a year earlier; empty with a reason.");
  public static final TableColumn REGIONAL_EFFECT =
      optional(
          "regional_effect",
          Types.QUANTITY,
          "",
          "What the section would have gained with the growth of the whole border; empty with a reason.");
  public static final TableColumn MIX_EFFECT =
      optional(
          "mix_effect",
          Types.QUANTITY,
          "",
          "What it gained on that because its goods grew faster than all goods on the border; empty with a reason.");
  public static final TableColumn COMPETITIVE_EFFECT =
      optional(
          "competitive_effect",
          Types.QUANTITY,
          "",
          "What it gained because its trade in these goods grew faster than the border's; empty with a reason.");
  public static final TableColumn REASON =
      optional(
          "reason",
          StringType,
          "",
          "Why there are no effects: value_missing, base_missing, base_zero (of the border), parts_missing (goods of the section or the border are not known in both years), regime_unknown, other_source or no_period_before; empty when there are.");

  public static final Table TABLE =
      Table.named(Layer.GOLD, "shift_share")
          .purpose(
              "Why the trade of each section changed on the year before: with the whole border, through the goods it trades in, or by itself.")
          .columns(
              MEASURE_ID,
              SECTION_ID,
              PERIOD_ID,
              PERIOD_KIND,
              PERIOD_START,
              PERIOD_END,
              DIRECTION,
              REGIME,
              IS_SIMULATED,
              UNIT,
              GOODS_ID,
              IS_TOTAL,
              VALUE,
              VALUE_YEAR_AGO,
              CHANGE,
              REGIONAL_EFFECT,
              MIX_EFFECT,
              COMPETITIVE_EFFECT,
              REASON)
          .oneRowPer(MEASURE_ID, SECTION_ID, PERIOD_ID, DIRECTION, REGIME, IS_SIMULATED, GOODS_ID)
          .from(Observation.TABLE)
          .check(
              blocks(
                  "Every change is the sum of its three effects.",
                  not(
                      CHANGE
                          .col()
                          .equalTo(
                              REGIONAL_EFFECT
                                  .col()
                                  .plus(MIX_EFFECT.col())
                                  .plus(COMPETITIVE_EFFECT.col())))))
          .check(
              blocks(
                  "Every change is there or has a reason, never both.",
                  CHANGE.col().isNull().equalTo(REASON.col().isNull())))
          .check(
              Check.blocksAll(
                  "The goods of the sections add up to their totals.",
                  not(of(false, COMPETITIVE_EFFECT).equalTo(of(true, COMPETITIVE_EFFECT)))))
          .computedBy(
              inputs -> {
                Registers registers = inputs.given(Registers.class);
                return compute(
                    inputs.read(Observation.TABLE),
                    Additivity.of(registers),
                    Parts.of(registers),
                    inputs.encoder(Shifts.TABLE.schema()));
              });

  /** Pure: the effects of every section, wherever the border as a whole is known. */
  static Dataset<Row> compute(
      Dataset<Row> observations, Additivity additivity, Parts parts, Encoder<Row> rows) {
    FlatMapFunction<Row, Row> effects = row -> ShiftRows.of(Block.of(row), parts).iterator();
    Column isSection = Observation.SCOPE_TYPE.col().equalTo(ScopeType.SECTION.id());
    Column isArea = Observation.SCOPE_TYPE.col().equalTo(ScopeType.AREA.id());
    Column adds = additivity.mayAddScopes().and(additivity.mayAddPeriods());
    return Blocks.of(
            observations.filter(adds.and(isSection.or(isArea))),
            Decompositions.sharing(DIRECTION),
            new Detail(parts.goods().root()).ofMonth())
        .flatMap(effects, rows);
  }

  private static Column of(boolean total, TableColumn effect) {
    return sum(when(IS_TOTAL.col().equalTo(total), effect.col()).otherwise(0));
  }
}
