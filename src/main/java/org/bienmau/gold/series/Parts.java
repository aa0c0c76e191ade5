package org.bienmau.gold.series;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.bienmau.table.TableColumn.optional;
import static org.bienmau.table.TableColumn.required;

import java.util.List;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.bienmau.table.TableColumn;
import org.bienmau.table.Types;

/** What one analysis says, by the table that it goes to. */
final class Parts {
  private Parts() {}

  static final TableColumn PERIOD_START =
      required("period_start", DateType, "", "First day of the month.");

  static final TableColumn VALUE =
      optional("value", Types.QUANTITY, "", "The value of the cell; empty when none is known.");
  static final TableColumn ADJUSTED =
      optional(
          "adjusted",
          Types.QUANTITY,
          "",
          "Without season and festivals; empty where the value is, and in a series that is not adjusted.");
  static final TableColumn TREND =
      optional(
          "trend",
          Types.QUANTITY,
          "",
          "The smooth course; empty in a series that is not adjusted.");
  static final TableColumn SEASONAL =
      factor("seasonal_factor", "Of the month, with the festivals of an average year");
  static final TableColumn TET = factor("tet_factor", "Of Tết this year against an average one");
  static final TableColumn SPRING_FESTIVAL =
      factor(
          "spring_festival_factor",
          "Of China's return to work after the Spring Festival, against an average year");
  static final TableColumn CLOSURE =
      factor("closure_factor", "Of registered closures, contained in the irregular");
  static final TableColumn IRREGULAR =
      factor("irregular_factor", "Of what is left, outliers and closures included");
  static final List<TableColumn> MONTHS =
      List.of(
          PERIOD_START, VALUE, ADJUSTED, TREND, SEASONAL, TET, SPRING_FESTIVAL, CLOSURE, IRREGULAR);

  static final TableColumn EFFECT_NAME =
      required(
          "effect_name",
          StringType,
          "",
          "Window of a festival, events of a closure joined by +, or type and month of an outlier.");
  static final TableColumn EFFECT_KIND =
      required(
          "effect_kind",
          StringType,
          "",
          "tet, spring_festival, closure, or the outlier's type: ao one month, tc fading, ls lasting.");
  static final TableColumn EFFECT_FROM =
      optional(
          "period_start",
          DateType,
          "",
          "First day of the month in which an outlier begins; empty for festivals and closures.");
  static final TableColumn COEFFICIENT =
      required("coefficient", Types.INDEX, "", "On the natural logarithm of the series.");
  static final TableColumn STANDARD_ERROR =
      required("standard_error", Types.INDEX, "", "Of the coefficient.");
  static final TableColumn P_VALUE =
      optional(
          "p_value",
          Types.INDEX,
          "",
          "Of no effect, two-sided, by Student's t; empty for outliers, which were chosen for being large.");
  static final List<TableColumn> EFFECTS =
      List.of(EFFECT_NAME, EFFECT_KIND, EFFECT_FROM, COEFFICIENT, STANDARD_ERROR, P_VALUE);

  static final TableColumn MEDIAN =
      required("median", Types.QUANTITY, "", "As likely too high as too low.");
  static final TableColumn LOW_80 = end("low_80", "Lower end of the 80 % interval.");
  static final TableColumn HIGH_80 = end("high_80", "Upper end of the 80 % interval.");
  static final TableColumn LOW_95 = end("low_95", "Lower end of the 95 % interval.");
  static final TableColumn HIGH_95 = end("high_95", "Upper end of the 95 % interval.");
  static final List<TableColumn> FORECASTS =
      List.of(PERIOD_START, MEDIAN, LOW_80, HIGH_80, LOW_95, HIGH_95);

  static final TableColumn METHOD =
      required(
          "method",
          StringType,
          "",
          "regarima, the model of the adjustment, or seasonal_naive, the same month of the year before.");
  static final TableColumn HORIZON =
      required("horizon", IntegerType, "months", "How far ahead, 1 to 12; 0 for all together.");
  static final TableColumn FORECAST_COUNT =
      required("forecasts", IntegerType, "count", "How many forecasts met a value.");
  static final TableColumn MASE =
      required(
          "mase",
          Types.INDEX,
          "",
          "Mean absolute error over the mean absolute change on the year before; below 1 is better than last year's value used to be.");
  static final TableColumn COVERAGE_80 =
      required("coverage_80_pct", Types.PERCENT, "%", "Values within the 80 % interval.");
  static final TableColumn COVERAGE_95 =
      required("coverage_95_pct", Types.PERCENT, "%", "Values within the 95 % interval.");
  static final List<TableColumn> SCORES =
      List.of(METHOD, HORIZON, FORECAST_COUNT, MASE, COVERAGE_80, COVERAGE_95);

  static final TableColumn EXPECTED =
      required("expected", Types.QUANTITY, "", "What everything but this one thing makes of it.");
  static final TableColumn LOW = end("low", "Lower end of what is no surprise.");
  static final TableColumn HIGH = end("high", "Upper end of what is no surprise.");
  static final TableColumn SCORE =
      required(
          "score",
          Types.INDEX,
          "",
          "Distance from the expected in robust standard deviations, negative below; beyond 3.5 it is an anomaly.");
  static final TableColumn FOUND =
      required("value", Types.QUANTITY, "", "The value that was found.");
  static final List<TableColumn> ANOMALIES =
      List.of(PERIOD_START, FOUND, EXPECTED, LOW, HIGH, SCORE);

  static final TableColumn LEVEL_BEFORE =
      required("level_before", Types.QUANTITY, "", "Level of the month before.");
  static final TableColumn LEVEL_AFTER =
      required("level_after", Types.QUANTITY, "", "Level of the month.");
  static final TableColumn CHANGE_PCT =
      required(
          "change_pct", Types.PERCENT, "%", "Change of the level beyond what was expected of it.");
  static final TableColumn IS_DECIDED =
      required(
          "is_decided",
          BooleanType,
          "",
          "False while only two months are known since, when it may still turn out to have been passing.");
  static final List<TableColumn> CHANGES =
      List.of(
          PERIOD_START,
          FOUND,
          EXPECTED,
          LOW,
          HIGH,
          LEVEL_BEFORE,
          LEVEL_AFTER,
          CHANGE_PCT,
          IS_DECIDED);

  /** An array with one element per row of the table that the columns belong to. */
  static TableColumn array(String name, List<TableColumn> columns, String description) {
    StructField[] fields =
        columns.stream()
            .map(column -> DataTypes.createStructField(column.name(), column.type(), true))
            .toArray(StructField[]::new);
    DataType type = DataTypes.createArrayType(new StructType(fields), false);
    return required(name, type, "", description);
  }

  private static TableColumn factor(String name, String of) {
    return optional(name, Types.INDEX, "", of + "; empty in a series that is not adjusted.");
  }

  private static TableColumn end(String name, String description) {
    return required(name, Types.QUANTITY, "", description);
  }
}
