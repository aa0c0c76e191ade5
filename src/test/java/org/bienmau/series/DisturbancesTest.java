package org.bienmau.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class DisturbancesTest {
  private static final Student T = new Student(100);
  private static final double DEVIATION = 0.05;

  @Test
  void without_outliers_an_interval_is_that_of_the_model() {
    Disturbances none = Disturbances.of(List.of(), 120);

    assertThat(none.reach(0.95, DEVIATION, 12, T)).isEqualTo(T.quantile(0.975) * DEVIATION);
  }

  @Test
  void one_month_in_a_hundred_out_of_line_disturbs_no_more_a_year_ahead() {
    Disturbances single = Disturbances.of(List.of(outlier(Outlier.Type.AO, 0.6)), 100);

    assertThat(single.probability(1)).isCloseTo(0.01, within(1e-12));
    assertThat(single.probability(12)).isCloseTo(0.01, within(1e-12));
  }

  @Test
  void changes_of_the_level_add_up_and_fading_ones_for_three_months() {
    Disturbances lasting = Disturbances.of(List.of(outlier(Outlier.Type.LS, 0.4)), 50);
    Disturbances fading = Disturbances.of(List.of(outlier(Outlier.Type.TC, 0.4)), 50);

    assertThat(lasting.probability(12)).isCloseTo(1 - Math.pow(0.98, 12), within(1e-12));
    assertThat(fading.probability(12)).isCloseTo(1 - Math.pow(0.98, 3), within(1e-12));
    assertThat(fading.probability(2)).isCloseTo(1 - Math.pow(0.98, 2), within(1e-12));
  }

  @Test
  void the_interval_holds_what_it_promises_of_disturbed_and_undisturbed_months() {
    Disturbances both =
        Disturbances.of(
            List.of(outlier(Outlier.Type.AO, 0.5), outlier(Outlier.Type.LS, -0.7)), 100);
    double wide = Math.sqrt(DEVIATION * DEVIATION + (0.25 + 0.49) / 2);

    for (int ahead : new int[] {1, 6, 12}) {
      double reach = both.reach(0.95, DEVIATION, ahead, T);
      double disturbed = both.probability(ahead);
      double beyond =
          (1 - disturbed) * T.beyond(reach / DEVIATION) + disturbed * T.beyond(reach / wide);
      assertThat(beyond).isCloseTo(0.05, within(1e-5));
    }
    assertThat(both.reach(0.95, DEVIATION, 12, T)).isGreaterThan(2 * T.quantile(0.975) * DEVIATION);
    // Eleven months in a hundred disturbed widen what holds four of five by less than a third.
    assertThat(both.reach(0.80, DEVIATION, 12, T)).isLessThan(1.34 * T.quantile(0.9) * DEVIATION);
  }

  private static Outlier outlier(Outlier.Type type, double size) {
    return new Outlier(type, YearMonth.of(2020, 1), size, 0.05);
  }
}
