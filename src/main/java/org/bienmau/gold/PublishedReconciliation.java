package org.bienmau.gold;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.bienmau.check.Check.blocks;
import static org.bienmau.table.TableColumn.optional;
import static org.bienmau.table.TableColumn.required;

import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.bienmau.measure.Growth;
import org.bienmau.measure.Precision;
import org.bienmau.silver.Figure;
import org.bienmau.table.AsOf;
import org.bienmau.table.Layer;
import org.bienmau.table.Table;
import org.bienmau.table.TableColumn;
import org.bienmau.table.Types;

/**
 * Every standing figure against the value chosen for its cell, and why they differ where they do.
 *
 * <p>The verdicts are guesses by rule, tried in one fixed order (see {@link Explanations}), because
 * no source says of itself that it is wrong; each names the row that it rests on.
 */
public final class PublishedReconciliation {
  private PublishedReconciliation() {}

  public static final TableColumn STATEMENT_KEY = Figure.STATEMENT_KEY;
  public static final TableColumn FIGURE_ID = Figure.FIGURE_ID;
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
  public static final TableColumn PUBLISHER = Figure.PUBLISHER;
  public static final TableColumn SOURCE_TIER = Figure.SOURCE_TIER;
  public static final TableColumn SOURCE_URL = Figure.SOURCE_URL;
  public static final TableColumn KNOWN_FROM = Figure.KNOWN_FROM;
  public static final TableColumn OBSERVATION_ID =
      optional(
          "observation_id",
          StringType,
          "",
          "The observation of the figure's cell; empty when the cell has none.");
  public static final TableColumn CHOSEN_VALUE =
      optional(
          "chosen_value",
          Types.QUANTITY,
          "",
          "The value chosen for the cell, in the base unit; empty when the cell has none.");
  public static final TableColumn CHOSEN_FIGURE_ID =
      optional(
          "chosen_figure_id",
          StringType,
          "",
          "The figure chosen for the cell; empty when the chosen value is derived or missing.");
  public static final TableColumn DIFF =
      optional(
          "diff",
          Types.QUANTITY,
          "",
          "The figure less the chosen value, in the base unit; empty without a chosen value.");
  public static final TableColumn DIFF_PCT =
      optional(
          "diff_pct",
          Types.PERCENT,
          "%",
          "The difference in per cent of the chosen value; empty without one above zero.");
  public static final TableColumn VERDICT =
      required(
          "verdict",
          StringType,
          "",
          "agrees, rounding, other_regime, other_vintage, other_period, parts_do_not_add_up, source_error_suspected or unexplained.");
  public static final TableColumn EXPLANATION =
      required(
          "explanation",
          StringType,
          "",
          "Code of the rule behind the verdict; see the method page.");
  public static final TableColumn EXPLAINED_BY_FIGURE_ID =
      optional(
          "explained_by_figure_id",
          StringType,
          "",
          "The other figure that the verdict rests on; empty when it rests on none.");
  public static final TableColumn EXPLAINED_BY_OBSERVATION_ID =
      optional(
          "explained_by_observation_id",
          StringType,
          "",
          "The observation that the verdict rests on; empty when it rests on none.");
  public static final TableColumn EXPLAINED_BY_VALUE =
      optional(
          "explained_by_value",
          Types.QUANTITY,
          "",
          "The value of that row, in the base unit; empty when the verdict rests on none.");

  static final String[] VERDICTS = {
    "agrees",
    "rounding",
    "other_regime",
    "other_vintage",
    "other_period",
    "parts_do_not_add_up",
    "source_error_suspected",
    "unexplained"
  };

  public static final Table TABLE =
      Table.named(Layer.GOLD, "published_reconciliation")
          .purpose(
              "Why our value differs from a printed figure: every figure beside the chosen value of its cell, with a verdict by rule.")
          .columns(
              STATEMENT_KEY,
              FIGURE_ID,
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
              PUBLISHER,
              SOURCE_TIER,
              SOURCE_URL,
              KNOWN_FROM,
              OBSERVATION_ID,
              CHOSEN_VALUE,
              CHOSEN_FIGURE_ID,
              DIFF,
              DIFF_PCT,
              VERDICT,
              EXPLANATION,
              EXPLAINED_BY_FIGURE_ID,
              EXPLAINED_BY_OBSERVATION_ID,
              EXPLAINED_BY_VALUE)
          .oneRowPer(STATEMENT_KEY)
          .from(Figure.TABLE, Observation.TABLE)
          .check(
              blocks(
                  "Every verdict is one of %s.".formatted(String.join(", ", VERDICTS)),
                  not(VERDICT.col().isin((Object[]) VERDICTS))))
          .check(
              blocks(
                  "No figure that agrees differs from the chosen value.",
                  VERDICT.col().equalTo("agrees").and(DIFF.col().notEqual(0))))
          .check(
              blocks(
                  "Every figure that differs beyond rounding and is explained names a row that explains it.",
                  not(VERDICT.col().isin("agrees", "rounding", "unexplained"))
                      .and(EXPLAINED_BY_FIGURE_ID.col().isNull())
                      .and(EXPLAINED_BY_OBSERVATION_ID.col().isNull())))
          .computedBy(
              inputs ->
                  compute(
                      Standing.of(inputs.read(Figure.TABLE), inputs.given(AsOf.class)),
                      inputs.read(Observation.TABLE)));

  static Dataset<Row> compute(Dataset<Row> figures, Dataset<Row> observations) {
    Dataset<Row> standing = Bounds.ofFigures(figures);
    Dataset<Row> chosen = Bounds.ofObservations(observations);
    Dataset<Row> beside = standing.transform(all -> besideChosen(all, chosen));
    Dataset<Row> open = beside.filter(VERDICT.col().isNull());
    Dataset<Row> found = Explanations.of(open, Evidence.of(standing, chosen));
    return beside
        .withColumnRenamed(VERDICT.name(), "plain_verdict")
        .join(found, STATEMENT_KEY.name(), "left")
        .transform(PublishedReconciliation::withVerdict);
  }

  private static Dataset<Row> besideChosen(Dataset<Row> figures, Dataset<Row> observations) {
    Dataset<Row> chosen =
        observations.select(
            Stream.concat(
                    Stream.of(Cell.columns(Cell.BOTH_DIRECTIONS)),
                    Stream.of(
                        DIRECTION.col(),
                        Observation.OBSERVATION_ID.col(),
                        Observation.VALUE.col().as(CHOSEN_VALUE.name()),
                        Observation.VALUE_HIGH.col().as("chosen_value_high"),
                        Observation.FIGURE_ID.col().as(CHOSEN_FIGURE_ID.name()),
                        Observation.KNOWN_FROM.col().as("chosen_known_from"),
                        Bounds.LOW.col().as("chosen_low"),
                        Bounds.HIGH.col().as("chosen_high")))
                .toArray(Column[]::new));
    String[] cell = Cell.names(Cell.BOTH_DIRECTIONS, DIRECTION);
    return figures
        .join(chosen, cell, "left")
        .withColumn(DIFF.name(), VALUE.col().minus(CHOSEN_VALUE.col()).cast(Types.QUANTITY))
        .withColumn(DIFF_PCT.name(), Growth.percentChange(VALUE.col(), CHOSEN_VALUE.col()))
        .withColumn(VERDICT.name(), plainVerdict());
  }

  /** The verdicts that need nothing but the figure and the chosen value. */
  private static Column plainVerdict() {
    Column same = DIFF.col().equalTo(0).and(VALUE_HIGH.col().eqNullSafe(col("chosen_value_high")));
    Column rounding =
        Precision.meet(Bounds.LOW.col(), Bounds.HIGH.col(), col("chosen_low"), col("chosen_high"));
    return when(CHOSEN_VALUE.col().isNull(), "unexplained")
        .when(same.or(FIGURE_ID.col().equalTo(CHOSEN_FIGURE_ID.col())), "agrees")
        .when(rounding, "rounding");
  }

  private static Dataset<Row> withVerdict(Dataset<Row> figures) {
    Column plain = col("plain_verdict");
    Column code =
        when(CHOSEN_VALUE.col().isNull(), "no_observation")
            .when(FIGURE_ID.col().equalTo(CHOSEN_FIGURE_ID.col()), "chosen")
            .when(plain.equalTo("agrees"), "same_value")
            .when(plain.equalTo("rounding"), "printed_digits");
    return figures
        .withColumn(VERDICT.name(), coalesce(plain, Explanations.VERDICT.col(), lit("unexplained")))
        .withColumn(
            EXPLANATION.name(), coalesce(code, Explanations.CODE.col(), lit("no_rule_applies")))
        .select(TABLE.cols());
  }
}
