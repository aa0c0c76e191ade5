package org.bienmau.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegressorsTest {
  private static final TimeSeries HALF_YEAR =
      TimeSeries.monthly(YearMonth.of(2020, 1), 1, 2, Double.NaN, 4, 5, 6);

  @Test
  void a_closure_counts_the_share_of_each_month_s_days() {
    assertThat(columns(closure("a", "2020-01-31", "2020-02-08")))
        .singleElement()
        .satisfies(
            column -> {
              assertThat(column.name()).isEqualTo("a");
              assertThat(column.kind()).isEqualTo(Effect.Kind.CLOSURE);
              assertThat(column.values())
                  .containsExactly(
                      new double[] {1 / 31.0, 8 / 29.0, 0, 0, 0, 0, 0, 0}, within(1e-12));
            });
  }

  @Test
  void closures_that_meet_in_a_month_are_one_and_count_a_day_once() {
    assertThat(
            columns(
                closure("b", "2020-04-10", "2020-04-20"), closure("a", "2020-04-16", "2020-05-31")))
        .singleElement()
        .satisfies(
            column -> {
              assertThat(column.name()).isEqualTo("a+b");
              assertThat(column.values())
                  .containsExactly(new double[] {0, 0, 0, 21 / 30.0, 1, 0, 0, 0}, within(1e-12));
            });
  }

  @Test
  void a_closure_joins_all_that_it_touches() {
    assertThat(
            columns(
                closure("a", "2020-01-01", "2020-01-02"),
                closure("b", "2020-04-01", "2020-04-02"),
                closure("c", "2020-01-05", "2020-04-05")))
        .extracting(Regressor::name)
        .containsExactly("a+b+c");
  }

  @Test
  void a_closure_that_no_value_saw_is_left_out() {
    assertThat(
            columns(
                closure("unknown month", "2020-03-02", "2020-03-20"),
                closure("to come", "2020-07-02", "2020-07-20"),
                closure("long ago", "2019-07-02", "2019-07-20")))
        .isEmpty();
  }

  @Test
  void a_month_shut_for_half_of_its_days_keeps_half_of_its_trade() {
    Regressor straight = new Regressor("a", Effect.Kind.CLOSURE, new double[] {0, 0.5, 1, 0.2, 0});

    assertThat(ClosedDays.bent(straight, 0.25).values())
        .containsExactly(
            new double[] {
              0, Math.log(0.5 + 0.5 * 0.25) / Math.log(0.25), 1, Math.log(0.85) / Math.log(0.25), 0
            },
            within(1e-12));
  }

  @Test
  void what_raises_trade_or_takes_next_to_nothing_is_not_bent_and_neither_are_whole_months() {
    Regressor partly = new Regressor("a", Effect.Kind.CLOSURE, new double[] {0, 0.5, 1});
    Regressor whole = new Regressor("b", Effect.Kind.CLOSURE, new double[] {0, 1, 1});
    Regressor festival = new Regressor("c", Effect.Kind.TET, new double[] {0.2, -0.2, 0});

    assertThat(ClosedDays.bent(partly, 1.3)).isSameAs(partly);
    assertThat(ClosedDays.bent(partly, 0.99)).isSameAs(partly);
    assertThat(ClosedDays.bent(whole, 0.3)).isSameAs(whole);
    assertThat(ClosedDays.bent(festival, 0.3)).isSameAs(festival);
  }

  @Test
  void a_closure_that_ends_before_it_begins_is_refused() {
    assertThatThrownBy(() -> closure("a", "2020-03-02", "2020-03-01"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Cannot take a as a closure: it ends on 2020-03-01, before it begins on 2020-03-02.");
  }

  private static List<Regressor> columns(Closure... closures) {
    return Regressors.closures(List.of(closures), HALF_YEAR, 8);
  }

  private static Closure closure(String id, String from, String to) {
    return new Closure(id, LocalDate.parse(from), LocalDate.parse(to));
  }
}
