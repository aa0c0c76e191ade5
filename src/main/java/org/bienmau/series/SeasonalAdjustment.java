package org.bienmau.series;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Takes season and festivals out of a series of months or quarters: TRAMO-SEATS gives the figures,
 * X-13 a second opinion.
 *
 * <p>From 60 months on the ARIMA model is searched for; a shorter series gets the airline model,
 * which three years cannot overfit. The result depends on nothing but the arguments, as long as no
 * engine meets the time limit, and is the same in any thread.
 */
public final class SeasonalAdjustment {
  /** Slowest series among two hundred: 1.4 s. */
  private static final Duration USUAL_LIMIT = Duration.ofSeconds(30);

  private static final int YEARS_FOR_SEARCH = 5;

  private final TimeLimit limit;

  private SeasonalAdjustment(TimeLimit limit) {
    this.limit = limit;
  }

  /** With half a minute of a processor for either engine, twenty times what the slowest took. */
  public static SeasonalAdjustment standard() {
    return within(USUAL_LIMIT);
  }

  /** With the processor time that either engine may take over one series. */
  public static SeasonalAdjustment within(Duration longest) {
    return new SeasonalAdjustment(new TimeLimit(longest));
  }

  /**
   * Adjusts one series.
   *
   * @param raw values above zero; {@code NaN} where none is known
   * @param closures known beforehand, other than the rest over the lunar new year
   */
  public Adjustment adjust(TimeSeries raw, List<Closure> closures) {
    return adjust(raw, closures, null);
  }

  /** With the windows of festivals given: none shows what the festivals are good for. */
  Adjustment adjust(TimeSeries raw, List<Closure> closures, List<FestivalWindow> windows) {
    try {
      Preparation prepared = Preparation.of(raw, closures);
      TimeSeries series = prepared.series();
      List<Regressor> straight = regressors(series, closures, windows);
      List<Regressor> bent = limit.on(() -> ClosedDays.bent(series, straight));
      return adjusted(raw, prepared, bent);
    } catch (RefusedException refused) {
      return new Refused(raw, refused.reason(), refused.getMessage());
    }
  }

  /** Whether a series is long enough for a search of its model. */
  static boolean isLong(TimeSeries series) {
    return series.size() >= YEARS_FOR_SEARCH * series.frequency().periodsPerYear();
  }

  /** Festivals first, as X-13 wants them; then closures. */
  static List<Regressor> regressors(
      TimeSeries series, List<Closure> closures, List<FestivalWindow> windows) {
    List<FestivalWindow> chosen =
        windows != null
            ? windows
            : isLong(series) ? FestivalWindow.STANDARD : FestivalWindow.SHORT_SERIES;
    int size = series.size() + Engine.MARGIN;
    List<Regressor> all = new ArrayList<>(Regressors.festivals(chosen, series, size));
    all.addAll(Regressors.closures(closures, series, size));
    return List.copyOf(all);
  }

  private Adjusted adjusted(TimeSeries raw, Preparation prepared, List<Regressor> regressors)
      throws RefusedException {
    TimeSeries series = prepared.series();
    Fit fit =
        limit.on(
            () ->
                isLong(series)
                    ? TramoSeats.search(series, regressors)
                    : TramoSeats.searchOutliers(series, regressors, ArimaOrders.AIRLINE));
    Diagnostics diagnostics = diagnostics(prepared, regressors, fit);
    List<Doubt> doubts = Assessment.doubts(diagnostics, fit.model(), series);
    return new Adjusted(
        raw,
        components(prepared, regressors, fit),
        fit.model().effects(),
        fit.model().outliers(),
        fit.model().forecasts(),
        diagnostics,
        Assessment.verdict(doubts),
        doubts);
  }

  private Diagnostics diagnostics(Preparation prepared, List<Regressor> regressors, Fit fit)
      throws RefusedException {
    TimeSeries series = prepared.series();
    FittedModel model = fit.model();
    return new Diagnostics(
        series.size(),
        (int) Arrays.stream(series.values()).filter(Double::isNaN).count(),
        model.orders().toString(),
        model.residualDeviation(),
        model.ljungBox(),
        model.normality(),
        fit.tests(),
        FestivalCheck.left(series, fit.irregular()),
        festivalGain(series, regressors, model),
        secondOpinion(prepared, regressors, fit));
  }

  private double festivalGain(TimeSeries series, List<Regressor> regressors, FittedModel with)
      throws RefusedException {
    List<Regressor> others = regressors.stream().filter(one -> !one.isFestival()).toList();
    if (others.size() == regressors.size()) {
      return Double.NaN;
    }
    Fit without =
        limit.on(() -> TramoSeats.estimate(series, others, with.orders(), with.outliers()));
    return without.model().aicc() - with.aicc();
  }

  private SecondOpinion secondOpinion(Preparation prepared, List<Regressor> regressors, Fit first) {
    try {
      X13.Opinion second = limit.on(() -> X13.search(prepared.series(), regressors));
      return new SecondOpinion.Given(
          second.fit().model().orders().toString(),
          prepared.placed(second.fit().adjusted(), true),
          second.quality(),
          second.fit().tests(),
          gap(prepared.series(), first.adjusted(), second.fit().adjusted()));
    } catch (RefusedException refused) {
      return new SecondOpinion.Withheld(refused.reason(), refused.getMessage());
    }
  }

  private static double gap(TimeSeries series, double[] one, double[] other) {
    double squares = 0;
    int known = 0;
    for (int i = 0; i < series.size(); i++) {
      if (!Double.isNaN(series.value(i))) {
        double log = Math.log(one[i] / other[i]);
        squares += log * log;
        known++;
      }
    }
    return Math.sqrt(squares / known);
  }

  private static Components components(Preparation prepared, List<Regressor> regressors, Fit fit) {
    int size = prepared.series().size();
    List<Effect> effects = fit.model().effects();
    double[] tet = FittedModel.factor(effects, regressors, Effect.Kind.TET, size);
    double[] spring = FittedModel.factor(effects, regressors, Effect.Kind.SPRING_FESTIVAL, size);
    double[] shut = FittedModel.factor(effects, regressors, Effect.Kind.CLOSURE, size);
    double[] seasonal = new double[size];
    for (int i = 0; i < size; i++) {
      seasonal[i] = fit.seasonal()[i] / tet[i] / spring[i];
    }
    return new Components(
        prepared.placed(fit.adjusted(), true),
        prepared.placed(fit.trend(), false),
        prepared.placed(seasonal, false),
        prepared.placed(tet, false),
        prepared.placed(spring, false),
        prepared.placed(shut, false),
        prepared.placed(fit.irregular(), true));
  }
}
