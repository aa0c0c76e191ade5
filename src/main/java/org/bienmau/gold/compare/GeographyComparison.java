package org.bienmau.gold.compare;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
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

/** The same facts by the provinces of the time, by those of today, and by constant sections. */
public final class GeographyComparison {
  private GeographyComparison() {}

  public static final TableColumn GEOGRAPHY =
      required(
          "geography",
          StringType,
          "",
          "as_was: the provinces of the time; as_now: the provinces of today, also before they were so; sections: the constant stretches of the border. Never compare or add rows of two of them.");
  public static final TableColumn PLACE_ID =
      required("place_id", StringType, "", "The province or section.");
  public static final TableColumn SECTION_IDS =
      required(
          "section_ids",
          StringType,
          "",
          "The border sections in it during the period, from west to east, parted by spaces.");
  public static final TableColumn MEASURE_ID = Observation.MEASURE_ID;
  public static final TableColumn PERIOD_ID = Observation.PERIOD_ID;
  public static final TableColumn PERIOD_KIND = Observation.PERIOD_KIND;
  public static final TableColumn PERIOD_START = Observation.PERIOD_START;
  public static final TableColumn PERIOD_END = Observation.PERIOD_END;
  public static final TableColumn DIRECTION = Observation.DIRECTION;
  public static final TableColumn REGIME = Observation.REGIME;
  public static final TableColumn IS_SIMULATED = Observation.IS_SIMULATED;
  public static final TableColumn UNIT = Observation.UNIT;
  public static final TableColumn VALUE =
      optional(
          "value",
          Types.QUANTITY,
          "",
          "Sum of its sections, all goods; empty when it has none, see missing_reason.");
  public static final TableColumn MISSING_REASON =
      optional(
          "missing_reason",
          StringType,
          "",
          "territory_changed: it began, ended or changed its border within the period; section_missing: the value of a section is not known; empty when there is a value.");
  public static final TableColumn SHARE_PCT =
      optional(
          "share_pct",
          Types.PERCENT,
          "%",
          "Part of the sum of all sections that are known, which is the same in every geography; empty when value is, when that sum is zero, and when only one section is known.");
  public static final TableColumn RANK =
      optional(
          "rank",
          IntegerType,
          "",
          "1 for the largest of its geography; equal values share a rank; empty when value is, and when only one section is known.");
  public static final TableColumn VALUE_YEAR_AGO =
      optional(
          "value_year_ago",
          Types.QUANTITY,
          "",
          "The same place of the same geography a year earlier; empty when it is not known or was another stretch of border.");
  public static final TableColumn GROWTH_PCT =
      optional(
          "growth_pct",
          Types.PERCENT,
          "%",
          "Change on the year before; empty without a comparable base, see growth_reason.");
  public static final TableColumn GROWTH_REASON =
      optional(
          "growth_reason",
          StringType,
          "",
          "value_missing, territory_changed (another stretch of border a year earlier), base_missing, base_zero, base_negligible, other_source or no_period_before; empty when there is a growth.");

  public static final Table TABLE =
      Table.named(Layer.GOLD, "geography_comparison")
          .purpose(
              "The same facts by the provinces as they were, as they are now, and by the sections that never change, so that a merger of provinces neither makes nor hides growth.")
          .columns(
              GEOGRAPHY,
              PLACE_ID,
              SECTION_IDS,
              MEASURE_ID,
              PERIOD_ID,
              PERIOD_KIND,
              PERIOD_START,
              PERIOD_END,
              DIRECTION,
              REGIME,
              IS_SIMULATED,
              UNIT,
              VALUE,
              MISSING_REASON,
              SHARE_PCT,
              RANK,
              VALUE_YEAR_AGO,
              GROWTH_PCT,
              GROWTH_REASON)
          .oneRowPer(GEOGRAPHY, PLACE_ID, MEASURE_ID, PERIOD_ID, DIRECTION, REGIME, IS_SIMULATED)
          .from(Observation.TABLE)
          .check(
              blocks(
                  "Every value is there or has a missing_reason, never both.",
                  VALUE.col().isNull().equalTo(MISSING_REASON.col().isNull())))
          .check(
              blocks(
                  "Every growth_pct is there or has a growth_reason, never both.",
                  GROWTH_PCT.col().isNull().equalTo(GROWTH_REASON.col().isNull())))
          .check(
              Check.blocksAll(
                  "The provinces of today hold no more than the sections.",
                  coalesce(total(Geography.AS_NOW), lit(0))
                      .gt(coalesce(total(Geography.SECTIONS), lit(0)))))
          .check(
              Check.blocksAll(
                  "The provinces of the time hold no more than the sections.",
                  coalesce(total(Geography.AS_WAS), lit(0))
                      .gt(coalesce(total(Geography.SECTIONS), lit(0)))))
          .check(
              blocks(
                  "No section ever changes its territory.",
                  GEOGRAPHY
                      .col()
                      .equalTo(Geography.SECTIONS)
                      .and(coalesce(MISSING_REASON.col(), lit("")).equalTo("territory_changed"))))
          .computedBy(
              inputs -> {
                Registers registers = inputs.given(Registers.class);
                return compute(
                    inputs.read(Observation.TABLE),
                    Additivity.of(registers),
                    Geography.of(registers),
                    Parts.of(registers),
                    inputs.encoder(GeographyComparison.TABLE.schema()));
              });

  /** Pure: all places of all geographies, wherever a section has a value of all goods. */
  static Dataset<Row> compute(
      Dataset<Row> observations,
      Additivity additivity,
      Geography geography,
      Parts parts,
      Encoder<Row> rows) {
    FlatMapFunction<Row, Row> found =
        row -> Territories.rows(Block.of(row), geography, parts.borders()).iterator();
    Column isPlace = Observation.SCOPE_TYPE.col().isin(ScopeType.SECTION.id(), ScopeType.AREA.id());
    Column isAll = Observation.GOODS_ID.col().equalTo(parts.goods().root());
    return Blocks.of(
            observations.filter(additivity.mayAddScopes().and(isPlace).and(isAll)),
            Decompositions.sharing(DIRECTION, Observation.GOODS_ID))
        .flatMap(found, rows);
  }

  private static Column total(String geography) {
    return sum(when(GEOGRAPHY.col().equalTo(geography), VALUE.col()));
  }
}
