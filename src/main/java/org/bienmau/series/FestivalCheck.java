package org.bienmau.series;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import jdplus.toolkit.base.api.data.DoubleSeq;
import jdplus.toolkit.base.core.stats.linearmodel.LinearModel;
import jdplus.toolkit.base.core.stats.linearmodel.Ols;

/**
 * Whether the first months of an adjusted series still move with the date of the lunar new year.
 *
 * <p>No standard diagnostic asks this: with the festivals left out of the model none of sixty
 * series was flagged for season left in. The irregular of January to March is regressed on the
 * centred shares of half a month before and after Tết, which are not the windows of the model.
 */
final class FestivalCheck {
  private static final List<FestivalWindow> HALVES =
      List.of(
          new FestivalWindow("half_month_before", Festival.TET, -15, 15),
          new FestivalWindow("half_month_after", Festival.TET, 0, 15));

  private FestivalCheck() {}

  /**
   * Probability of an irregular that follows Tết as closely, if it does not; by the F test of both
   * shares. {@code NaN} for quarters, the first of which always holds all of Tết.
   *
   * @param series whose irregular it is
   * @param irregular factor, one per period
   */
  static double left(TimeSeries series, double[] irregular) {
    if (series.frequency() == Frequency.QUARTERLY) {
      return Double.NaN;
    }
    int[] months = firstQuarters(series);
    LinearModel.Builder model = LinearModel.builder().meanCorrection(true);
    model.y(DoubleSeq.of(Arrays.stream(months).mapToDouble(i -> Math.log(irregular[i])).toArray()));
    for (FestivalWindow window : HALVES) {
      double[] shares = window.regressor(series.frequency(), series.start(), series.size());
      model.addX(DoubleSeq.of(Arrays.stream(months).mapToDouble(i -> shares[i]).toArray()));
    }
    return Ols.compute(model.build()).Ftest().getPvalue();
  }

  private static int[] firstQuarters(TimeSeries series) {
    return IntStream.range(0, series.size())
        .filter(i -> series.period(i).getMonthValue() <= 3)
        .filter(i -> !Double.isNaN(series.value(i)))
        .toArray();
  }
}
