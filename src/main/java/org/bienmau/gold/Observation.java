package org.bienmau.gold;

import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.bienmau.check.Check.blocks;
import static org.bienmau.check.Check.warns;
import static org.bienmau.table.TableColumn.optional;
import static org.bienmau.table.TableColumn.required;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.bienmau.gold.facts.RecordCell;
import org.bienmau.reference.Regime;
import org.bienmau.reference.Registers;
import org.bienmau.silver.Figure;
import org.bienmau.table.AsOf;
import org.bienmau.table.Layer;
import org.bienmau.table.Table;
import org.bienmau.table.TableColumn;
import org.bienmau.table.Types;

/** The cube: one chosen or derived value per cell, with the rule that chose it. */
public final class Observation {
  private Observation() {}

  private static final String UNKNOWN = Regime.UNKNOWN.id();

  public static final TableColumn OBSERVATION_ID =
      required(
          "observation_id", StringType, "", "Hash of the cell's key; joins observation_source.");
  public static final TableColumn MEASURE_ID = Figure.MEASURE_ID;
  public static final TableColumn SCOPE_TYPE = Figure.SCOPE_TYPE;
  public static final TableColumn SCOPE_ID = Figure.SCOPE_ID;
  public static final TableColumn SECTION_ID = Figure.SECTION_ID;
  public static final TableColumn PERIOD_ID = Figure.PERIOD_ID;
  public static final TableColumn PERIOD_KIND = Figure.PERIOD_KIND;
  public static final TableColumn PERIOD_START = Figure.PERIOD_START;
  public static final TableColumn PERIOD_END = Figure.PERIOD_END;
  public static final TableColumn DIRECTION = Figure.DIRECTION;
  public static final TableColumn GOODS_ID = Figure.GOODS_ID;
  public static final TableColumn REGIME = Figure.REGIME;
  public static final TableColumn IS_SIMULATED = Figure.IS_SIMULATED;
  public static final TableColumn VALUE = Figure.VALUE;
  public static final TableColumn VALUE_HIGH = Figure.VALUE_HIGH;
  public static final TableColumn UNIT = Figure.UNIT;
  public static final TableColumn QUALIFIER = Figure.QUALIFIER;
  public static final TableColumn ORIGIN =
      required(
          "origin",
          StringType,
          "",
          "printed when a source states the value, computed when records were added up to it, derived when it is added up from printed parts.");
  public static final TableColumn RULE =
      required(
          "rule",
          StringType,
          "",
          "What decided: sole, source_tier, own_records, visits_before_counts, period_printed, qualifier, latest_publication, figure_id; for derived values export_plus_import, sum_of_months, sum_of_quarters or sum_of_halves.");
  public static final TableColumn FIGURES_COMPETING =
      required(
          "figures_competing",
          IntegerType,
          "count",
          "How many different statements speak of this cell, a page and its value counted once; 0 for a derived value.");
  public static final TableColumn COMPETING_LOW =
      optional(
          "competing_low",
          Types.QUANTITY,
          "",
          "Lowest competing value; empty for a derived value.");
  public static final TableColumn COMPETING_HIGH =
      optional(
          "competing_high",
          Types.QUANTITY,
          "",
          "Highest competing value; empty for a derived value.");
  public static final TableColumn SPREAD_PCT =
      optional(
          "spread_pct",
          Types.PERCENT,
          "%",
          "Distance from the lowest to the highest competing value in per cent of the chosen one; empty for a derived or zero value.");
  public static final TableColumn PRINTED_YOY_PCT = Figure.PRINTED_YOY_PCT;
  public static final TableColumn PRINTED_MOM_PCT = Figure.PRINTED_MOM_PCT;
  public static final TableColumn PRINTED_PLAN_PCT = Figure.PRINTED_PLAN_PCT;
  public static final TableColumn FIGURE_ID =
      optional(
          "figure_id", StringType, "", "The chosen figure; empty for a computed or derived value.");
  public static final TableColumn PUBLISHER =
      optional(
          "publisher",
          StringType,
          "",
          "Who printed the chosen figure, whose records were added up, or who printed all parts of a derived value; empty when several did.");
  public static final TableColumn SOURCE_TIER =
      required(
          "source_tier",
          IntegerType,
          "",
          "Tier of the chosen figure's source; the worst tier among the parts of a derived value.");
  public static final TableColumn SOURCE_URL =
      optional(
          "source_url",
          StringType,
          "",
          "Page of the chosen figure; empty for a computed or derived value.");
  public static final TableColumn PART_FIGURE_IDS =
      optional(
          "part_figure_ids",
          StringType,
          "",
          "The figures a derived value is added up from, separated by spaces; empty for other values.");
  public static final TableColumn RECORD_RULE =
      optional(
          "record_rule",
          StringType,
          "",
          "How a computed value comes from records, see record_cell; empty for other values.");
  public static final TableColumn RECORDS =
      optional(
          "records",
          LongType,
          "count",
          "How many records a computed value is made of; empty for other values.");
  public static final TableColumn KNOWN_FROM =
      required(
          "known_from",
          DateType,
          "",
          "First day on which the value, or the last of its parts, is proven to have been public.");

  public static final Table TABLE =
      Table.named(Layer.GOLD, "observation")
          .purpose(
              "The cube: for each measure, place, period, direction, goods and regime the one value to use, and why it was chosen.")
          .columns(
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
              VALUE,
              VALUE_HIGH,
              UNIT,
              QUALIFIER,
              ORIGIN,
              RULE,
              FIGURES_COMPETING,
              COMPETING_LOW,
              COMPETING_HIGH,
              SPREAD_PCT,
              PRINTED_YOY_PCT,
              PRINTED_MOM_PCT,
              PRINTED_PLAN_PCT,
              FIGURE_ID,
              PUBLISHER,
              SOURCE_TIER,
              SOURCE_URL,
              PART_FIGURE_IDS,
              RECORD_RULE,
              RECORDS,
              KNOWN_FROM)
          .oneRowPer(OBSERVATION_ID)
          .from(Figure.TABLE, RecordCell.TABLE)
          .check(blocks("No value is negative.", VALUE.col().lt(0)))
          .check(
              blocks(
                  "Every value lies between the lowest and the highest competing one.",
                  VALUE.col().lt(COMPETING_LOW.col()).or(VALUE.col().gt(COMPETING_HIGH.col()))))
          .check(
              blocks(
                  "No derived value is of unknown regime.",
                  ORIGIN.col().equalTo("derived").and(REGIME.col().equalTo(UNKNOWN))))
          .check(
              blocks(
                  "Every origin is printed, computed or derived, and only computed values count records.",
                  not(ORIGIN.col().isin("printed", "computed", "derived"))
                      .or(ORIGIN.col().equalTo("computed").notEqual(RECORDS.col().isNotNull()))))
          .check(warns("No figures of a cell differ by more than half.", SPREAD_PCT.col().gt(50)))
          .computedBy(
              inputs ->
                  compute(
                      inputs.read(Figure.TABLE),
                      inputs.read(RecordCell.TABLE),
                      inputs.given(AsOf.class),
                      Additivity.of(inputs.given(Registers.class))));

  /**
   * Pure: chooses among what was printed and what records add up to, as known on the date, then
   * derives what printed parts allow and nobody printed or computed.
   */
  static Dataset<Row> compute(
      Dataset<Row> figures, Dataset<Row> records, AsOf asOf, Additivity additivity) {
    Dataset<Row> computed =
        Competition.computed(records.filter(asOf.knew(RecordCell.KNOWN_FROM.col())));
    Dataset<Row> printed = Competition.printed(Standing.of(figures, asOf));
    // Few of the many cells of records are printed, too, and only those can take part in sums.
    Dataset<Row> printedCells = printed.select(Cell.columns(Cell.KEY));
    String[] cell = Cell.names(Cell.KEY);
    Dataset<Row> spokenOf =
        Competition.decide(printed.unionByName(computed.join(printedCells, cell, "left_semi")));
    Dataset<Row> recordsAlone = Competition.decide(computed.join(printedCells, cell, "left_anti"));
    return Derivation.withDerived(spokenOf, computed, additivity)
        .unionByName(recordsAlone)
        .withColumn(OBSERVATION_ID.name(), Cell.id());
  }
}
