package org.bienmau.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeasonalPaceTest {
  private static final double[] NO_FESTIVAL = ones();

  /** Any table of Student's t. */
  @ParameterizedTest
  @CsvSource({"2, 0.975, 4.303", "2, 0.90, 1.886", "10, 0.975, 2.228", "30, 0.95, 1.697"})
  void the_quantiles_are_those_of_the_tables(double freedom, double probability, double t) {
    assertThat(new Student(freedom).quantile(probability)).isCloseTo(t, within(5e-4));
    assertThat(new Student(freedom).quantile(1 - probability)).isCloseTo(-t, within(5e-4));
    assertThat(new Student(freedom).below(t)).isCloseTo(probability, within(5e-5));
  }

  @Test
  void the_worked_example_of_the_page_is_right() throws Exception {
    List<SeasonalPace.Year> past = List.of(year(25, 75), year(20, 80), year(24, 76));

    PlanProjection.Projected projected =
        (PlanProjection.Projected) SeasonalPace.project(past, NO_FESTIVAL, 30, 3, 110);
    assertThat(MethodPage.of("plan-projection"))
        .contains(
            String.format(
                Locale.ROOT,
                "| %.1f %% | %.1f | %.0f to %.0f | %.0f to %.0f | %.0f %% |",
                100 * projected.expectedShare(),
                projected.year(),
                projected.low80(),
                projected.high80(),
                projected.low95(),
                projected.high95(),
                100 * projected.probability()));
    // By hand: shares of 25, 20 and 24 %, their geometric mean 22.894 %.
    assertThat(projected.expectedShare()).isCloseTo(Math.cbrt(0.25 * 0.20 * 0.24), within(1e-12));
    assertThat(projected.year()).isCloseTo(30 / 0.228943, within(1e-3));
  }

  /** January on the page on seasonal adjustment. */
  @Test
  void the_factor_of_a_festival_is_that_of_the_adjustment() {
    Map<String, Double> stop = Map.of("tet_stop", -0.5);

    assertThat(SeasonalPace.festival(stop, 2023)[0]).isCloseTo(0.6991, within(0.00005));
    assertThat(SeasonalPace.festival(stop, 2024)[0]).isCloseTo(1.1527, within(0.00005));
    assertThat(SeasonalPace.festival(stop, 2025)[0]).isCloseTo(0.8977, within(0.00005));
    assertThat(SeasonalPace.festival(Map.of(), 2025)).containsOnly(1);
    assertThat(SeasonalPace.isFestival("tet_stop")).isTrue();
    assertThat(SeasonalPace.isFestival("ls 2020-02")).isFalse();
  }

  @Test
  void a_tet_in_another_month_moves_the_pace_of_past_years() {
    double[] late = ones();
    late[1] = 0.5;
    double[] early = ones();
    early[0] = 0.5;
    double[] months = new double[12];
    Arrays.fill(months, 10);
    months[1] = 5;
    List<SeasonalPace.Year> past =
        List.of(
            new SeasonalPace.Year(months, late),
            new SeasonalPace.Year(months, late),
            new SeasonalPace.Year(months, late));

    PlanProjection.Projected now =
        (PlanProjection.Projected) SeasonalPace.project(past, early, 5, 1, 120);
    assertThat(now.expectedShare()).isCloseTo(5.0 / 115, within(1e-12));
    assertThat(now.year()).isCloseTo(115, within(1e-9));
  }

  @Test
  void intervals_and_probabilities_hold_in_the_long_run() {
    Random random = new Random(5);
    int inside80 = 0;
    double probability = 0;
    int reached = 0;
    int rounds = 4000;
    for (int round = 0; round < rounds; round++) {
      List<SeasonalPace.Year> past =
          List.of(year(random), year(random), year(random), year(random), year(random));
      double[] actual = year(random).values();
      double whole = Arrays.stream(actual).sum();
      double done = Arrays.stream(actual, 0, 6).sum();
      double plan = 100;
      PlanProjection.Projected projected =
          (PlanProjection.Projected) SeasonalPace.project(past, NO_FESTIVAL, done, 6, plan);
      inside80 += whole >= projected.low80() && whole <= projected.high80() ? 1 : 0;
      probability += projected.probability();
      reached += whole >= plan ? 1 : 0;
    }

    assertThat((double) inside80 / rounds).isCloseTo(0.80, within(0.03));
    assertThat(probability / rounds).isCloseTo((double) reached / rounds, within(0.05));
  }

  @Test
  void a_plan_already_reached_is_certain() {
    List<SeasonalPace.Year> past = List.of(year(25, 75), year(20, 80), year(24, 76));

    assertThat(SeasonalPace.project(past, NO_FESTIVAL, 30, 3, 30))
        .isInstanceOfSatisfying(
            PlanProjection.Projected.class,
            projected -> assertThat(projected.probability()).isEqualTo(1));
  }

  @Test
  void december_leaves_nothing_to_project() {
    List<SeasonalPace.Year> past = List.of(year(25, 75), year(20, 80), year(24, 76));

    PlanProjection.Projected projected =
        (PlanProjection.Projected) SeasonalPace.project(past, NO_FESTIVAL, 90, 12, 100);
    assertThat(projected.year()).isCloseTo(90, within(1e-9));
    assertThat(projected.low95()).isCloseTo(90, within(1e-9));
    assertThat(projected.probability()).isZero();
  }

  @Test
  void two_whole_years_are_too_few() {
    SeasonalPace.Year gap = year(25, 75);
    double[] values = gap.values().clone();
    values[11] = Double.NaN;

    assertThat(
            SeasonalPace.project(
                List.of(gap, gap, new SeasonalPace.Year(values, NO_FESTIVAL)),
                NO_FESTIVAL,
                30,
                3,
                100))
        .isEqualTo(
            new PlanProjection.NotProjected(
                PlanProjection.Reason.TOO_FEW_YEARS,
                "2 past years have all their months; 3 are needed."));
  }

  @Test
  void nothing_reached_is_no_pace() {
    List<SeasonalPace.Year> past = List.of(year(25, 75), year(20, 80), year(24, 76));

    assertThat(SeasonalPace.project(past, NO_FESTIVAL, 0, 1, 100))
        .isEqualTo(
            new PlanProjection.NotProjected(
                PlanProjection.Reason.NOTHING_REACHED, "Nothing has been reached yet."));
  }

  /** One quarter with a third of the first sum in each month, and nine months with the other. */
  private static SeasonalPace.Year year(double firstQuarter, double rest) {
    double[] values = new double[12];
    Arrays.fill(values, 0, 3, firstQuarter / 3);
    Arrays.fill(values, 3, 12, rest / 9);
    return new SeasonalPace.Year(values, NO_FESTIVAL);
  }

  private static SeasonalPace.Year year(Random random) {
    double[] values = new double[12];
    for (int i = 0; i < 12; i++) {
      values[i] = 100 / 12.0 * Math.exp(0.15 * random.nextGaussian());
    }
    return new SeasonalPace.Year(values, NO_FESTIVAL);
  }

  private static double[] ones() {
    double[] ones = new double[12];
    Arrays.fill(ones, 1);
    return ones;
  }
}
