package org.bienmau.gold.series;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.bienmau.check.Check.blocks;
import static org.bienmau.check.Check.warns;
import static org.bienmau.table.TableColumn.optional;
import static org.bienmau.table.TableColumn.required;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Row;
import org.bienmau.gold.Cell;
import org.bienmau.gold.Observation;
import org.bienmau.reference.Registers;
import org.bienmau.table.Layer;
import org.bienmau.table.Table;
import org.bienmau.table.TableColumn;
import org.bienmau.table.Types;

/**
 * Everything that time-series mathematics says about a monthly series of the cube, in one row.
 *
 * <p>One pass, because a model is worth a fifth of a second: the tables that people read take its
 * arrays apart.
 */
public final class SeriesAnalysis {
  private SeriesAnalysis() {}

  /** So many parts that no core waits long for the last; each holds a few seconds of work. */
  private static final int PARTITIONS = 64;

  private static final String OBSERVED = "observed";

  public static final TableColumn SERIES_ID = SeriesKey.SERIES_ID;
  public static final TableColumn FIRST_MONTH =
      required("first_month", DateType, "", "First day of the first month with a value.");
  public static final TableColumn LAST_MONTH =
      required("last_month", DateType, "", "First day of the last month with a value.");
  public static final TableColumn MONTHS =
      required("months", IntegerType, "months", "From the first to the last, both included.");
  public static final TableColumn MONTHS_MISSING =
      required("months_missing", IntegerType, "months", "Of them without a value.");
  public static final TableColumn REFUSAL =
      optional(
          "refusal",
          StringType,
          "",
          "Why the series is not adjusted, a code of the page on seasonal adjustment; empty when it is.");
  public static final TableColumn REFUSAL_DETAIL =
      optional(
          "refusal_detail",
          StringType,
          "",
          "The figures behind the refusal, in one sentence; empty when there is none.");
  public static final TableColumn VERDICT =
      optional(
          "verdict",
          StringType,
          "",
          "good, uncertain or bad: how far the adjustment can be trusted; empty when there is none.");
  public static final TableColumn DOUBTS =
      optional(
          "doubts",
          StringType,
          "",
          "Reasons for the verdict, gravest first, parted by spaces; empty when there are none.");
  public static final TableColumn MODEL =
      optional(
          "model", StringType, "", "Orders of the ARIMA model; empty when there is no adjustment.");
  public static final TableColumn RESIDUAL =
      number("residual_deviation", "Standard error of the residuals of the logarithm");
  public static final TableColumn LJUNG_BOX =
      number("ljung_box_p", "Probability of residuals as correlated in time, if all is well");
  public static final TableColumn NORMALITY =
      number("normality_p", "Probability of residuals as far from normal, if all is well");
  public static final TableColumn SEASON_FOUND =
      number("season_p", "QS test: probability of a pattern as seasonal before, without a season");
  public static final TableColumn SEASON_LEFT =
      number("season_left_p", "The smaller of the QS and the F test on the adjusted series");
  public static final TableColumn FESTIVAL_LEFT =
      number("festival_left_p", "F test of January to March of the irregular on the date of Tết");
  public static final TableColumn FESTIVAL_GAIN =
      number("festival_gain", "By how much the festivals lower the corrected Akaike criterion");
  public static final TableColumn SECOND_MODEL =
      optional(
          "second_model",
          StringType,
          "",
          "Orders of X-13's ARIMA model; empty when it gave no opinion.");
  public static final TableColumn SECOND_REFUSAL =
      optional(
          "second_refusal",
          StringType,
          "",
          "Why X-13 gave no opinion; empty when it did, and in a series that is not adjusted.");
  public static final TableColumn M7 = number("m7", "X-13's M7: above 1 no season can be told");
  public static final TableColumn Q = number("q", "X-13's Q: good below 1");
  public static final TableColumn Q_WITHOUT_M2 =
      number("q_without_m2", "X-13's Q without M2: good below 1");
  public static final TableColumn GAP =
      number("methods_gap", "Root mean square of the difference of both methods' logarithms");
  public static final TableColumn SCORE_REFUSAL =
      optional(
          "score_refusal",
          StringType,
          "",
          "Why forecasts could not be scored; empty when they were.");

  static final TableColumn BY_MONTH =
      Parts.array("by_month", Parts.MONTHS, "One element per row of seasonal_adjustment.");
  static final TableColumn EFFECTS =
      Parts.array("effects", Parts.EFFECTS, "One element per row of seasonal_effect.");
  static final TableColumn FORECASTS =
      Parts.array("forecasts", Parts.FORECASTS, "One element per row of forecast.");
  static final TableColumn SCORES =
      Parts.array("scores", Parts.SCORES, "One element per row of forecast_score.");
  static final TableColumn ANOMALIES =
      Parts.array("anomalies", Parts.ANOMALIES, "One element per row of anomaly.");
  static final TableColumn CHANGES =
      Parts.array("changes", Parts.CHANGES, "One element per row of change_point.");

  /** What there is one of per series, after the columns that name it. */
  static final List<TableColumn> SCALARS =
      List.of(
          FIRST_MONTH,
          LAST_MONTH,
          MONTHS,
          MONTHS_MISSING,
          REFUSAL,
          REFUSAL_DETAIL,
          VERDICT,
          DOUBTS,
          MODEL,
          RESIDUAL,
          LJUNG_BOX,
          NORMALITY,
          SEASON_FOUND,
          SEASON_LEFT,
          FESTIVAL_LEFT,
          FESTIVAL_GAIN,
          SECOND_MODEL,
          SECOND_REFUSAL,
          M7,
          Q,
          Q_WITHOUT_M2,
          GAP,
          SCORE_REFUSAL);

  private static final List<TableColumn> ARRAYS =
      List.of(BY_MONTH, EFFECTS, FORECASTS, SCORES, ANOMALIES, CHANGES);

  public static final Table TABLE =
      Table.named(Layer.GOLD, "series_analysis")
          .purpose(
              "All that time-series mathematics says about monthly turnover and trucks of a place, or turnover of a group of goods there, computed at once; read the tables that take it apart.")
          .columns(SeriesKey.and(Stream.concat(SCALARS.stream(), ARRAYS.stream()).toList()))
          .oneRowPer(SERIES_ID)
          .from(Observation.TABLE)
          .check(
              blocks(
                  "Every series is adjusted, with a verdict, or has a refusal.",
                  VERDICT.col().isNull().equalTo(REFUSAL.col().isNull())))
          .check(
              warns(
                  "No series meets the time limit of a model.",
                  REFUSAL.col().equalTo("TIME_LIMIT")))
          .computedBy(
              inputs ->
                  compute(
                      inputs.read(Observation.TABLE),
                      inputs.given(Registers.class),
                      inputs.encoder(SeriesAnalyst.ROW)));

  /** Pure: one row for every {@linkplain AnalysedSeries series}, adjusted or refused. */
  static Dataset<Row> compute(
      Dataset<Row> observations, Registers registers, Encoder<Row> encoder) {
    Column[] series = Cell.SERIES.stream().map(TableColumn::col).toArray(Column[]::new);
    return observations
        .filter(AnalysedSeries.isPart(registers))
        .groupBy(series)
        .agg(
            min(Observation.SECTION_ID.col()).as(Observation.SECTION_ID.name()),
            min(Observation.UNIT.col()).as(Observation.UNIT.name()),
            sort_array(
                    collect_list(struct(Observation.PERIOD_START.col(), Observation.VALUE.col())))
                .as(OBSERVED))
        .withColumn(SERIES_ID.name(), SeriesKey.id())
        .select(
            Stream.concat(Stream.of(SeriesKey.cols()), Stream.of(col(OBSERVED)))
                .toArray(Column[]::new))
        .repartition(PARTITIONS, SERIES_ID.col())
        .mapPartitions(new SeriesAnalyst(registers), encoder)
        .select(TABLE.cols());
  }

  private static TableColumn number(String name, String description) {
    return optional(name, Types.INDEX, "", description + "; empty when it could not be computed.");
  }
}
