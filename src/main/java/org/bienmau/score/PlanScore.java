package org.bienmau.score;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bienmau.series.Adjusted;
import org.bienmau.series.Effect;
import org.bienmau.series.PlanProjection;
import org.bienmau.series.SeasonalPace;
import org.bienmau.series.TimeSeries;

/** Holds the projection of the year in which a series breaks off to how that year went on. */
final class PlanScore {
  private static final int MONTHS = 12;

  private PlanScore() {}

  static void add(PlantedSeries planted, Adjusted said, ScoreSheet sheet) {
    TimeSeries known = planted.known();
    YearMonth last = known.period(known.size() - 1);
    int reached = last.getMonthValue();
    double[] now = months(known, last.getYear());
    double sum = Arrays.stream(now, 0, reached).sum();
    if (reached == MONTHS || Double.isNaN(sum)) {
      return;
    }
    double actual = sum + Arrays.stream(planted.later(), 0, MONTHS - reached).sum();
    Map<String, Double> festivals =
        said.effects().stream()
            .filter(effect -> SeasonalPace.isFestival(effect.name()))
            .collect(Collectors.toMap(Effect::name, Effect::coefficient));
    List<SeasonalPace.Year> past = new ArrayList<>();
    for (int year = known.start().getYear(); year < last.getYear(); year++) {
      past.add(new SeasonalPace.Year(months(known, year), SeasonalPace.festival(festivals, year)));
    }
    PlanProjection projection =
        SeasonalPace.project(
            past, SeasonalPace.festival(festivals, last.getYear()), sum, reached, actual);
    if (projection instanceof PlanProjection.Projected projected) {
      sheet.add(Criterion.PLAN_ERROR, percentOff(projected.year(), actual));
      sheet.add(Criterion.PLAN_NAIVE, percentOff(sum * MONTHS / reached, actual));
      sheet.add(
          Criterion.PLAN_COVERED, actual >= projected.low95() && actual <= projected.high95());
    }
  }

  private static double percentOff(double projected, double actual) {
    return 100 * Math.abs(projected / actual - 1);
  }

  private static double[] months(TimeSeries series, int year) {
    double[] months = new double[MONTHS];
    Arrays.setAll(
        months,
        month -> {
          int i = series.indexOf(YearMonth.of(year, month + 1));
          return i < 0 || i >= series.size() ? Double.NaN : series.value(i);
        });
    return months;
  }
}
