package org.bienmau.gold.series;

import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.bienmau.gold.PlanPace;
import org.bienmau.series.PlanProjection;
import org.bienmau.series.SeasonalPace;

/** Sets each level beside the past years of its monthly series. */
final class PlanProjector implements MapPartitionsFunction<Row, Row> {
  private static final long serialVersionUID = 1;

  /** The columns of the rows it makes. */
  static final StructType ROW = PlanPace.TABLE.schema();

  private static final int MONTHS = 12;

  @Override
  public Iterator<Row> call(Iterator<Row> levels) {
    List<Row> projected = new ArrayList<>();
    levels.forEachRemaining(level -> projected.add(projected(level)));
    return projected.iterator();
  }

  private static Row projected(Row level) {
    int given = PlanPace.KNOWN.size() + 1;
    Object[] key = new Object[given];
    Arrays.setAll(key, level::get);
    return RowFactory.create(Stream.concat(Arrays.stream(key), found(level, given)).toArray());
  }

  private static Stream<Object> found(Row level, int given) {
    LocalDate end = level.<Date>getAs(PlanPace.PERIOD_END.name()).toLocalDate();
    if (level.getAs(PlanPace.SHARE_REACHED_PCT.name()) == null) {
      return none("share_empty");
    }
    if (end.getDayOfMonth() != end.lengthOfMonth()) {
      return none("month_not_over");
    }
    if (level.isNullAt(given)) {
      return none("no_series");
    }
    int year = level.<Integer>getAs(PlanPace.PLAN_YEAR.name());
    Map<String, Double> festivals = festivals(level.getList(given + 1));
    PlanProjection projection =
        SeasonalPace.project(
            past(level.getList(given), year, festivals),
            SeasonalPace.festival(festivals, year),
            level.<BigDecimal>getAs(PlanPace.REACHED_VALUE.name()).doubleValue(),
            end.getMonthValue(),
            level.<BigDecimal>getAs(PlanPace.PLAN_VALUE.name()).doubleValue());
    return projection instanceof PlanProjection.Projected one
        ? found(one, !festivals.isEmpty())
        : none(((PlanProjection.NotProjected) projection).reason().name().toLowerCase(Locale.ROOT));
  }

  /**
   * Coefficients of the festivals by their windows' names; none when the series is not adjusted.
   */
  private static Map<String, Double> festivals(List<Row> effects) {
    int name = Parts.EFFECTS.indexOf(Parts.EFFECT_NAME);
    int coefficient = Parts.EFFECTS.indexOf(Parts.COEFFICIENT);
    return effects.stream()
        .filter(effect -> SeasonalPace.isFestival(effect.getString(name)))
        .collect(
            Collectors.toMap(
                effect -> effect.getString(name),
                effect -> effect.getDecimal(coefficient).doubleValue()));
  }

  /** The years before, each with what is known of its months. */
  private static List<SeasonalPace.Year> past(
      List<Row> months, int year, Map<String, Double> festivals) {
    int value = Parts.MONTHS.indexOf(Parts.VALUE);
    Map<Integer, double[]> years = new TreeMap<>();
    for (Row month : months) {
      LocalDate start = month.getDate(0).toLocalDate();
      if (start.getYear() < year && !month.isNullAt(value)) {
        years.computeIfAbsent(start.getYear(), PlanProjector::unknown)[start.getMonthValue() - 1] =
            month.getDecimal(value).doubleValue();
      }
    }
    return years.entrySet().stream()
        .map(
            one ->
                new SeasonalPace.Year(
                    one.getValue(), SeasonalPace.festival(festivals, one.getKey())))
        .toList();
  }

  private static double[] unknown(int year) {
    double[] months = new double[MONTHS];
    Arrays.fill(months, Double.NaN);
    return months;
  }

  private static Stream<Object> found(PlanProjection.Projected projected, boolean isTetShifted) {
    return Stream.of(
        null,
        Rounding.percent(projected.expectedShare()),
        Rounding.quantity(projected.year()),
        Rounding.quantity(projected.low80()),
        Rounding.quantity(projected.high80()),
        Rounding.quantity(projected.low95()),
        Rounding.quantity(projected.high95()),
        Rounding.percent(projected.probability()),
        projected.pastYears(),
        isTetShifted);
  }

  private static Stream<Object> none(String reason) {
    return Stream.of(reason, null, null, null, null, null, null, null, null, null);
  }
}
