package org.bienmau.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RefusalTest {
  private static final YearMonth START = YearMonth.of(2020, 1);

  @Test
  void thirty_months_are_too_few() {
    assertRefused(
        Simulated.quiet(1, 30).values(),
        Refusal.TOO_SHORT,
        "There are 30 periods between the first and the last value; 36 are needed.");
  }

  @Test
  void unknown_ends_do_not_count() {
    double[] values = Simulated.quiet(1, 40).values();
    Arrays.fill(values, 35, 40, Double.NaN);

    assertRefused(
        values,
        Refusal.TOO_SHORT,
        "There are 35 periods between the first and the last value; 36 are needed.");
  }

  @Test
  void nothing_known_is_too_short() {
    double[] values = new double[60];
    Arrays.fill(values, Double.NaN);

    assertRefused(
        values,
        Refusal.TOO_SHORT,
        "There are 0 periods between the first and the last value; 36 are needed.");
  }

  @Test
  void one_value_is_spoken_of_as_one() {
    double[] values = new double[60];
    Arrays.fill(values, Double.NaN);
    values[7] = 100;

    assertRefused(
        values,
        Refusal.TOO_SHORT,
        "There is 1 period between the first and the last value; 36 are needed.");
  }

  @Test
  void one_zero_would_turn_the_model_into_another() {
    double[] values = Simulated.quiet(2, 60).values();
    values[30] = 0;

    assertRefused(values, Refusal.ZERO_VALUES, "1 of 60 values is zero with no known closure.");
  }

  @Test
  void a_zero_that_a_closure_of_a_few_days_leaves_is_not_explained() {
    double[] values = Simulated.quiet(2, 60).values();
    values[30] = 0;
    Closure days = new Closure("x", LocalDate.of(2022, 7, 1), LocalDate.of(2022, 7, 9));

    assertThat(
            SeasonalAdjustment.standard().adjust(TimeSeries.monthly(START, values), List.of(days)))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Refusal.ZERO_VALUES));
  }

  @Test
  void a_negative_value_is_named() {
    double[] values = Simulated.quiet(2, 60).values();
    values[13] = -2;

    assertRefused(values, Refusal.NEGATIVE_VALUES, "The value of 2021-02 is below zero: -2.0.");
  }

  @Test
  void an_infinite_value_is_named() {
    double[] values = Simulated.quiet(2, 60).values();
    values[13] = Double.POSITIVE_INFINITY;

    assertRefused(values, Refusal.NOT_FINITE, "The value of 2021-02 is infinite.");
  }

  @Test
  void more_than_a_fifth_may_not_be_missing() {
    double[] values = Simulated.quiet(2, 60).values();
    IntStream.range(1, 14).forEach(i -> values[3 * i] = Double.NaN);

    assertRefused(
        values, Refusal.TOO_MANY_GAPS, "13 of 60 periods have no value; 20 % may be missing.");
  }

  @Test
  void a_constant_series_has_nothing_to_adjust() {
    double[] values = new double[60];
    Arrays.fill(values, 7);

    assertRefused(values, Refusal.CONSTANT, "59 of 60 values repeat the one before.");
  }

  @Test
  void a_series_without_noise_breaks_both_engines() {
    double[] values =
        IntStream.range(0, 96).mapToDouble(i -> (100 + i % 12) * Math.pow(1.01, i)).toArray();

    assertRefused(
        values, Refusal.TOO_REGULAR, "Every period grows on the year before by the same rate.");
  }

  @Test
  void a_regressor_that_the_engine_drops_is_missed() {
    TimeSeries series = Simulated.usual(3).series();
    FestivalWindow first = new FestivalWindow("first_half", Festival.TET, -2, 5);
    FestivalWindow second = new FestivalWindow("second_half", Festival.TET, 3, 5);

    Adjustment adjustment =
        SeasonalAdjustment.standard()
            .adjust(series, List.of(), List.of(first, second, FestivalWindow.STOP));
    assertThat(adjustment)
        .isEqualTo(
            new Refused(
                series,
                Refusal.REGRESSOR_DROPPED,
                "The model left out tet_stop, which other regressors already explain."));
  }

  @Test
  void a_series_that_takes_too_long_is_given_up() {
    AtomicBoolean waited = new AtomicBoolean();

    assertThat(refusalOf(Duration.ofMillis(20), () -> calculate(waited)))
        .hasMessage("It took longer than 20 ms of a processor.")
        .extracting(RefusedException::reason)
        .isEqualTo(Refusal.TIME_LIMIT);
    waited.set(true);
  }

  @Test
  void waiting_for_a_processor_takes_none_of_the_time() throws RefusedException {
    TimeLimit limit = new TimeLimit(Duration.ofMillis(20));

    assertThat(limit.on(() -> idle(Duration.ofMillis(60)))).isEqualTo("done");
  }

  @Test
  void a_failure_of_the_engine_is_a_refusal_with_its_words() {
    assertThat(
            refusalOf(
                Duration.ofSeconds(5),
                () -> {
                  throw new IndexOutOfBoundsException("Index 5 out of bounds for length 5");
                }))
        .hasMessage(
            "It failed with java.lang.IndexOutOfBoundsException: Index 5 out of bounds for length 5")
        .extracting(RefusedException::reason)
        .isEqualTo(Refusal.ENGINE_FAILED);
  }

  @Test
  void four_threads_give_the_bits_that_one_gives() throws Exception {
    List<TimeSeries> series =
        IntStream.range(0, 6).mapToObj(i -> Simulated.usual(40 + i).series()).toList();
    List<String> alone = series.stream().map(RefusalTest::fingerprint).toList();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<String>> tasks =
          series.stream().map(one -> (Callable<String>) () -> fingerprint(one)).toList();
      List<String> together = threads.invokeAll(tasks).stream().map(RefusalTest::get).toList();

      assertThat(together).isEqualTo(alone);
    } finally {
      threads.shutdown();
    }
  }

  private static String fingerprint(TimeSeries series) {
    Adjusted adjusted = (Adjusted) SeasonalAdjustment.standard().adjust(series, List.of());
    return Arrays.toString(adjusted.components().adjusted())
        + adjusted.effects()
        + adjusted.forecasts()
        + ((SecondOpinion.Given) adjusted.diagnostics().secondOpinion()).gap();
  }

  private static String get(Future<String> future) {
    try {
      return future.get();
    } catch (ExecutionException | InterruptedException failure) {
      throw new AssertionError(failure);
    }
  }

  private static RefusedException refusalOf(Duration longest, TimeLimit.Work<String> work) {
    return org.assertj.core.api.Assertions.catchThrowableOfType(
        RefusedException.class, () -> new TimeLimit(longest).on(work));
  }

  /** Calculates until somebody has waited long enough. */
  private static String calculate(AtomicBoolean waited) {
    while (!waited.get()) {
      Thread.onSpinWait();
    }
    return "done";
  }

  private static String idle(Duration time) {
    try {
      Thread.sleep(time.toMillis());
      return "done";
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  private static void assertRefused(double[] values, Refusal reason, String detail) {
    TimeSeries raw = TimeSeries.monthly(START, values);

    assertThat(SeasonalAdjustment.standard().adjust(raw, List.of()))
        .isEqualTo(new Refused(raw, reason, detail));
  }
}
