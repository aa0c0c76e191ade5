package org.bienmau.gold.compare;

import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.bienmau.check.Check.blocks;
import static org.bienmau.table.TableColumn.optional;
import static org.bienmau.table.TableColumn.required;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.apache.spark.sql.Row;
import org.bienmau.gold.Additivity;
import org.bienmau.gold.Observation;
import org.bienmau.gold.compare.Whole.Part;
import org.bienmau.index.ConcentrationIndex;
import org.bienmau.index.ConcentrationIndex.Bounds;
import org.bienmau.index.Percent;
import org.bienmau.reference.Registers;
import org.bienmau.table.Layer;
import org.bienmau.table.Table;
import org.bienmau.table.TableColumn;
import org.bienmau.table.TableRow;
import org.bienmau.table.Types;

/** How far each total rests on a few of its parts. */
public final class Concentration {
  private Concentration() {}

  public static final TableColumn DECOMPOSITION = GrowthContribution.DECOMPOSITION;
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
  public static final TableColumn WHOLE_VALUE = GrowthContribution.WHOLE_VALUE;
  public static final TableColumn PARTS =
      required("parts", IntegerType, "count", "Known parts with a value above zero.");
  public static final TableColumn REST_PCT =
      required(
          "rest_pct",
          Types.PERCENT,
          "%",
          "What the known parts leave of the whole, in per cent of it; below zero where they exceed it.");
  public static final TableColumn HHI =
      optional(
          "hhi",
          Types.INDEX,
          "",
          "Herfindahl-Hirschman index, the sum of squared shares: 1 where one part is all; empty unless the parts make up the whole.");
  public static final TableColumn HHI_LOW =
      optional(
          "hhi_low",
          Types.INDEX,
          "",
          "The least it can be, the rest being many small parts; empty where the parts exceed the whole.");
  public static final TableColumn HHI_HIGH =
      optional(
          "hhi_high",
          Types.INDEX,
          "",
          "The most it can be, the rest being a single part; empty where the parts exceed the whole.");
  public static final TableColumn HHI_NORMALISED =
      optional(
          "hhi_normalised",
          Types.INDEX,
          "",
          "0 where all parts are equal, 1 where one is all; empty where hhi is and for one part.");
  public static final TableColumn ENTROPY =
      optional(
          "entropy",
          Types.INDEX,
          "",
          "Shannon's entropy in nats: 0 where one part is all, ln(parts) where all are equal; empty where hhi is.");
  public static final TableColumn EFFECTIVE_PARTS =
      optional(
          "effective_parts",
          Types.INDEX,
          "",
          "1 ÷ hhi: how many equal parts would be as concentrated; empty where hhi is.");
  public static final TableColumn TOP_PART_ID =
      required("top_part_id", StringType, "", "The largest known part.");
  public static final TableColumn TOP_SHARE_PCT =
      optional(
          "top_share_pct",
          Types.PERCENT,
          "%",
          "Its share of the whole; empty where the parts exceed the whole.");
  public static final TableColumn TOP_3_SHARE_PCT =
      optional(
          "top_3_share_pct",
          Types.PERCENT,
          "%",
          "Share of the three largest known parts; empty where the parts exceed the whole.");
  public static final TableColumn HHI_YEAR_AGO =
      optional(
          "hhi_year_ago",
          Types.INDEX,
          "",
          "The index of the same days a year earlier; empty unless whole and all parts can be compared with it.");
  public static final TableColumn HHI_CHANGE =
      optional(
          "hhi_change",
          Types.INDEX,
          "",
          "hhi less hhi_year_ago, above zero where trade has become more concentrated; empty where one of them is.");

  public static final Table TABLE =
      Table.named(Layer.GOLD, "concentration")
          .purpose(
              "How far each total rests on a few gates, sections, goods or on one direction, with bounds where not all parts are known.")
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
              PARTS,
              REST_PCT,
              HHI,
              HHI_LOW,
              HHI_HIGH,
              HHI_NORMALISED,
              ENTROPY,
              EFFECTIVE_PARTS,
              TOP_PART_ID,
              TOP_SHARE_PCT,
              TOP_3_SHARE_PCT,
              HHI_YEAR_AGO,
              HHI_CHANGE)
          .oneRowPer(DECOMPOSITION, OBSERVATION_ID)
          .from(Observation.TABLE)
          .check(
              blocks(
                  "Every hhi lies between 1 ÷ parts, rounding left aside, and 1.",
                  HHI.col().gt(1).or(HHI.col().plus(1e-8).multiply(PARTS.col()).lt(1))))
          .check(
              blocks(
                  "Every hhi lies between hhi_low and hhi_high.",
                  not(HHI.col().between(HHI_LOW.col(), HHI_HIGH.col()))))
          .check(
              blocks(
                  "Every hhi is there exactly where rest_pct is 0 and hhi_low is hhi_high.",
                  HHI.col()
                      .isNotNull()
                      .and(REST_PCT.col().notEqual(0).or(HHI_LOW.col().notEqual(HHI_HIGH.col())))))
          .computedBy(
              inputs -> {
                Registers registers = inputs.given(Registers.class);
                return new Decompositions(Parts.of(registers), Additivity.of(registers))
                    .of(
                        inputs.read(Observation.TABLE),
                        Concentration::rows,
                        inputs.encoder(Concentration.TABLE.schema()));
              });

  /** The row of a whole; none where it is zero or no part of it has a value above zero. */
  static List<Row> rows(Block block, String decomposition, Whole whole) {
    List<Part> parts =
        whole.parts().stream()
            .filter(part -> part.ofWhole() && part.value() != null && part.value().signum() > 0)
            .sorted(Comparator.comparing(Part::value).reversed().thenComparing(Part::id))
            .toList();
    BigDecimal total = whole.now().value();
    if (parts.isEmpty() || total.signum() <= 0) {
      return List.of();
    }
    BigDecimal rest = total.subtract(sum(parts, Part::value));
    TableRow row = TableRow.of(TABLE);
    whole.describe(row, block);
    row.with(DECOMPOSITION, decomposition)
        .with(PARTS, parts.size())
        .with(REST_PCT, Percent.of(rest, total))
        .with(TOP_PART_ID, parts.get(0).id());
    if (rest.signum() >= 0) {
      Bounds bounds = ConcentrationIndex.bounds(parts.stream().map(Part::value).toList(), total);
      row.with(HHI_LOW, bounds.low())
          .with(HHI_HIGH, bounds.high())
          .with(TOP_SHARE_PCT, Percent.of(parts.get(0).value(), total))
          .with(
              TOP_3_SHARE_PCT,
              Percent.of(sum(parts.subList(0, Math.min(3, parts.size())), Part::value), total));
    }
    if (rest.signum() == 0) {
      fill(row, whole, parts);
    }
    return List.of(row.row());
  }

  private static void fill(TableRow row, Whole whole, List<Part> parts) {
    ConcentrationIndex index = ConcentrationIndex.of(parts.stream().map(Part::value).toList());
    row.with(HHI, index.hhi())
        .with(HHI_NORMALISED, index.normalised())
        .with(ENTROPY, index.entropy())
        .with(EFFECTIVE_PARTS, index.effective());
    boolean comparable =
        whole.growth() != null
            && whole.parts().stream().allMatch(part -> part.notCompared() == null);
    if (comparable && sum(whole.parts(), Part::base).compareTo(whole.before().value()) == 0) {
      BigDecimal before =
          ConcentrationIndex.of(whole.parts().stream().map(Part::base).toList()).hhi();
      row.with(HHI_YEAR_AGO, before).with(HHI_CHANGE, index.hhi().subtract(before));
    }
  }

  private static BigDecimal sum(List<Part> parts, Function<Part, BigDecimal> value) {
    return parts.stream()
        .map(value)
        .filter(Objects::nonNull)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
