package org.bienmau.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LevelBreaksTest {
  /**
   * Annual flow of the Nile at Aswan, 1871 to 1970, in 10^8 m³ (Cobb 1978, Biometrika 65; data set
   * {@code Nile} of R).
   */
  private static final double[] NILE = {
    1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180,
    799, 958, 1140, 1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840, 874, 694, 940, 833,
    701, 916, 692, 1020, 1050, 969, 831, 726, 456, 824, 702, 1120, 1100, 832, 764, 821, 768, 845,
    864, 862, 698, 845, 744, 796, 1040, 759, 781, 865, 845, 944, 984, 897, 822, 1010, 771, 676, 649,
    846, 812, 742, 801, 1040, 860, 874, 848, 890, 744, 749, 838, 1050, 918, 986, 797, 923, 975, 815,
    1020, 906, 901, 1170, 912, 746, 919, 718, 714, 740
  };

  /** Durbin and Koopman 2012, Time Series Analysis by State Space Methods, section 2.10.3. */
  @Test
  void the_nile_s_level_wanders_as_the_textbook_says() {
    WanderingLevel level = WanderingLevel.likeliest(NILE, 0);

    assertThat(level.noiseVariance()).isCloseTo(15099, within(0.03 * 15099));
    assertThat(level.stepVariance()).isCloseTo(1469.1, within(0.08 * 1469.1));
  }

  /** With a level that does not wander: Cobb 1978 and many after him find 1898 | 1899. */
  @Test
  void the_nile_breaks_in_1899() {
    WanderingLevel still = new WanderingLevel(0, 0, 15099);

    assertThat(Partition.starts(NILE, still)).containsExactly(0, 28);
  }

  @Test
  void the_division_is_the_best_of_all() {
    Random random = new Random(1);
    WanderingLevel level = new WanderingLevel(0.1, 0.3, 1);
    for (int round = 0; round < 20; round++) {
      double[] values = new double[13];
      for (int i = 0; i < values.length; i++) {
        values[i] = (i >= 4 ? 6 : 0) - (i >= 9 ? round : 0) + random.nextGaussian();
      }
      values[7] = Double.NaN;
      double penalty = 3 * Math.log(values.length);

      assertThat(cost(Partition.starts(values, level), values, level, penalty))
          .isCloseTo(best(0, values, level, penalty) - penalty, within(1e-9));
    }
  }

  @Test
  void a_lasting_fall_is_found_in_its_month_with_what_was_expected() {
    LevelBreaks breaks = breaks(fallen(0.6, 96, 144));

    assertThat(breaks.points())
        .singleElement()
        .satisfies(
            point -> {
              assertThat(point.period()).isEqualTo(YearMonth.of(2019, 1));
              // The level before and after is known to some ten per cent.
              assertThat(point.changePct()).isBetween(-48.0, -28.0);
              assertThat(point.value()).isLessThan(point.low());
              assertThat(point.decided()).isTrue();
            });
  }

  @Test
  void a_fall_two_months_ago_is_reported_as_undecided() {
    assertThat(breaks(fallen(0.6, 142, 144)).points())
        .singleElement()
        .satisfies(
            point -> {
              assertThat(point.period()).isEqualTo(YearMonth.of(2022, 11));
              assertThat(point.decided()).isFalse();
            });
  }

  @Test
  void a_slump_of_four_months_is_passing_and_its_months_are_anomalies() {
    Adjusted adjusted = adjust(fallen(0.4, 96, 100));
    LevelBreaks breaks = ChangePoints.of(adjusted);

    assertThat(breaks.points()).isEmpty();
    assertThat(Anomalies.of(adjusted, breaks))
        .extracting(Anomaly::period)
        .contains(YearMonth.of(2019, 1), YearMonth.of(2019, 2), YearMonth.of(2019, 3))
        .allMatch(month -> month.getYear() == 2019);
  }

  @Test
  void a_single_bad_month_is_an_anomaly_and_no_break() {
    Adjusted adjusted = adjust(fallen(0.5, 96, 97));
    LevelBreaks breaks = ChangePoints.of(adjusted);

    assertThat(breaks.points()).isEmpty();
    assertThat(Anomalies.of(adjusted, breaks))
        .singleElement()
        .satisfies(
            anomaly -> {
              assertThat(anomaly.period()).isEqualTo(YearMonth.of(2019, 1));
              assertThat(anomaly.value() / anomaly.expected()).isCloseTo(0.5, within(0.05));
              assertThat(anomaly.value()).isLessThan(anomaly.low());
              assertThat(anomaly.score()).isLessThan(-3.5);
            });
  }

  @Test
  void festivals_and_known_closures_raise_no_alarm() {
    TimeSeries series = fallen(0.3, 96, 97);
    Closure closure =
        new Closure("shut", YearMonth.of(2019, 1).atDay(1), YearMonth.of(2019, 1).atEndOfMonth());
    Adjusted adjusted = (Adjusted) SeasonalAdjustment.standard().adjust(series, List.of(closure));
    LevelBreaks breaks = ChangePoints.of(adjusted);

    assertThat(breaks.points()).isEmpty();
    assertThat(Anomalies.of(adjusted, breaks)).isEmpty();
  }

  /** The closure of three months let pass much in its second. */
  @Test
  void no_month_of_a_known_closure_raises_an_alarm() {
    double[] values = Simulated.usual(13).values();
    values[99] *= 0.2;
    values[100] *= 0.7;
    values[101] *= 0.3;
    TimeSeries series = TimeSeries.monthly(Simulated.START, values);
    Closure closure =
        new Closure("shut", YearMonth.of(2019, 4).atDay(1), YearMonth.of(2019, 6).atEndOfMonth());
    Adjusted adjusted = (Adjusted) SeasonalAdjustment.standard().adjust(series, List.of(closure));

    assertThat(Anomalies.of(adjusted, ChangePoints.of(adjusted))).isEmpty();
  }

  @Test
  void a_bad_month_soon_after_a_change_is_an_anomaly() {
    double[] values = fallen(0.6, 96, 144).values();
    values[98] *= 0.5;
    Adjusted adjusted = adjust(TimeSeries.monthly(Simulated.START, values));
    LevelBreaks breaks = ChangePoints.of(adjusted);

    assertThat(breaks.points())
        .extracting(ChangePoint::period)
        .containsExactly(YearMonth.of(2019, 1));
    assertThat(Anomalies.of(adjusted, breaks))
        .extracting(Anomaly::period)
        .containsExactly(YearMonth.of(2019, 3));
  }

  @Test
  void the_worked_example_of_change_points_is_right() throws Exception {
    double[] values = {10, 11, 10, 14, 15, 14};
    WanderingLevel level = new WanderingLevel(0, 0, 1);
    double penalty = 3 * Math.log(values.length);

    String row = "| %s | %.2f | %.2f | %.2f |%n";
    String rows =
        String.format(
                Locale.ROOT,
                row,
                "no break",
                level.along(values, 0, 6).cost(),
                0.0,
                level.along(values, 0, 6).cost())
            + String.format(
                Locale.ROOT,
                row,
                "before the fourth",
                level.along(values, 0, 3).cost() + level.along(values, 3, 6).cost(),
                penalty,
                level.along(values, 0, 3).cost() + level.along(values, 3, 6).cost() + penalty);
    assertThat(Partition.starts(values, level)).containsExactly(0, 3);
    assertThat(MethodPage.of("change-point")).contains(rows);
  }

  @Test
  void the_worked_example_of_anomalies_is_right() throws Exception {
    double[] ratios = {1.02, 0.97, 1.00, 0.60, 1.03, 0.98, 1.01};
    double[] log = Arrays.stream(ratios).map(Math::log).toArray();
    double[] values = Arrays.stream(ratios).map(ratio -> 100 * ratio).toArray();
    TimeSeries series = TimeSeries.monthly(YearMonth.of(2024, 1), values);

    Anomaly april = Anomalies.of(series, log, 0).get(0);
    assertThat(Anomalies.of(series, log, 0)).hasSize(1);
    assertThat(MethodPage.of("anomaly"))
        .contains(
            String.format(
                Locale.ROOT,
                "| %s | %.0f | %.0f | %.1f | %.1f to %.1f |",
                april.period(),
                april.value(),
                april.expected(),
                april.score(),
                april.low(),
                april.high()))
        .contains(String.format(Locale.ROOT, "unit is %.4f", Robust.deviation(log)));
  }

  private static double cost(
      List<Integer> starts, double[] values, WanderingLevel level, double penalty) {
    double cost = (starts.size() - 1) * penalty;
    for (int i = 0; i < starts.size(); i++) {
      int end = i + 1 < starts.size() ? starts.get(i + 1) : values.length;
      cost += level.along(values, starts.get(i), end).cost();
    }
    return cost;
  }

  /** Tries every division of the values from an index on; each stretch costs a penalty. */
  private static double best(int from, double[] values, WanderingLevel level, double penalty) {
    List<Double> costs = new ArrayList<>();
    for (int end = from + 2; end <= values.length; end++) {
      double stretch = level.along(values, from, end).cost() + penalty;
      if (end == values.length) {
        costs.add(stretch);
      } else if (end - from >= 3 && end <= values.length - 2) {
        costs.add(stretch + best(end, values, level, penalty));
      }
    }
    return costs.stream().min(Double::compare).orElseThrow();
  }

  private static TimeSeries fallen(double to, int from, int end) {
    double[] values = Simulated.usual(13).values();
    for (int i = from; i < end; i++) {
      values[i] *= to;
    }
    return TimeSeries.monthly(Simulated.START, values);
  }

  private static LevelBreaks breaks(TimeSeries series) {
    return ChangePoints.of(adjust(series));
  }

  private static Adjusted adjust(TimeSeries series) {
    return (Adjusted) SeasonalAdjustment.standard().adjust(series, List.of());
  }
}
