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

class DifferenceInDifferencesTest {
  private static final YearMonth START = YearMonth.of(2018, 1);

  /**
   * Card and Krueger 1994, American Economic Review 84, table 3: employment in New Jersey went from
   * 20.44 to 21.03, in Pennsylvania from 23.33 to 21.17.
   */
  @Test
  void new_jersey_s_gain_is_the_published_one() {
    TimeSeries newJersey = step(20.44, 21.03);
    TimeSeries pennsylvania = step(23.33, 21.17);

    EventEffect.Estimated effect =
        (EventEffect.Estimated)
            DifferenceInDifferences.of(newJersey, List.of(pennsylvania, pennsylvania), 12, 13);
    assertThat(effect.effect()).isCloseTo(2.75, within(1e-9));
  }

  @Test
  void a_known_effect_lies_within_its_interval_nearly_always() {
    int covered = 0;
    int identified = 0;
    for (int seed = 0; seed < 200; seed++) {
      List<TimeSeries> gates = gates(seed, 84, 0.01, 0.04);
      TimeSeries hit = hit(gates.get(0), 78, 0.7);
      if (DifferenceInDifferences.of(hit, gates.subList(1, 7), 78, 84)
          instanceof EventEffect.Estimated effect) {
        identified++;
        covered += effect.lowPct() <= -30 && effect.highPct() >= -30 ? 1 : 0;
      }
    }

    assertThat(identified).isGreaterThan(160);
    assertThat((double) covered / identified).isBetween(0.90, 0.99);
  }

  @Test
  void no_control_would_have_had_such_an_effect() {
    List<TimeSeries> gates = gates(1, 84, 0.005, 0.04);

    EventEffect.Estimated real =
        (EventEffect.Estimated)
            DifferenceInDifferences.of(hit(gates.get(0), 78, 0.7), gates.subList(1, 7), 78, 84);
    EventEffect.Estimated none =
        (EventEffect.Estimated)
            DifferenceInDifferences.of(gates.get(0), gates.subList(1, 7), 78, 84);
    assertThat(real.placeboPValue()).isEqualTo(1.0 / 7);
    assertThat(real.pValue()).isLessThan(0.001);
    assertThat(none.placeboPValue()).isGreaterThan(1.0 / 7);
    assertThat(real.before()).isEqualTo(72);
    assertThat(real.after()).isEqualTo(6);
    assertThat(real.controls()).isEqualTo(6);
  }

  @Test
  void nothing_is_said_when_the_trends_before_differ() {
    List<TimeSeries> gates = gates(2, 60, 0, 0.03);
    double[] growing = gates.get(0).values();
    for (int i = 0; i < growing.length; i++) {
      growing[i] *= Math.exp(0.02 * i);
    }

    assertThat(DifferenceInDifferences.of(gates.get(0).with(growing), gates.subList(1, 7), 54, 60))
        .isInstanceOfSatisfying(
            EventEffect.NotIdentified.class,
            none -> {
              assertThat(none.reason()).isEqualTo(EventEffect.Reason.TRENDS_DIFFER);
              assertThat(none.detail())
                  .startsWith("Before the event the series moved by +2.0")
                  .endsWith("% a period against its controls (p = 0.000).");
            });
  }

  @Test
  void one_control_is_no_comparison() {
    List<TimeSeries> gates = gates(3, 60, 0, 0.03);
    double[] gap = gates.get(2).values();
    gap[50] = Double.NaN;

    assertThat(
            DifferenceInDifferences.of(
                gates.get(0), List.of(gates.get(1), gates.get(2).with(gap)), 54, 60))
        .isEqualTo(
            new EventEffect.NotIdentified(
                EventEffect.Reason.TOO_FEW_CONTROLS,
                "1 of 2 control series is known over the whole time; 2 are needed."));
  }

  @Test
  void eleven_months_before_are_too_few() {
    List<TimeSeries> gates = gates(3, 60, 0, 0.03);

    assertThat(DifferenceInDifferences.of(gates.get(0), gates.subList(1, 7), 11, 14))
        .isEqualTo(
            new EventEffect.NotIdentified(
                EventEffect.Reason.TOO_SHORT_BEFORE,
                "11 periods are known before the event; 12 are needed."));
  }

  @Test
  void an_event_without_anything_after_it_has_no_effect_yet() {
    List<TimeSeries> gates = gates(3, 60, 0, 0.03);

    assertThat(DifferenceInDifferences.of(gates.get(0), gates.subList(1, 7), 60, 64))
        .isEqualTo(
            new EventEffect.NotIdentified(
                EventEffect.Reason.NOTHING_AFTER, "Not every period after the event has a value."));
  }

  @Test
  void the_worked_example_of_the_page_is_right() throws Exception {
    TimeSeries gate = step(Math.log(100), Math.log(60));
    List<TimeSeries> controls =
        List.of(step(Math.log(200), Math.log(180)), step(Math.log(50), Math.log(45)));

    EventEffect.Estimated effect =
        (EventEffect.Estimated) DifferenceInDifferences.of(gate, controls, 12, 13);
    assertThat(MethodPage.of("event-effect"))
        .contains(
            String.format(
                Locale.ROOT, "effect is %.4f, or %.1f %%", effect.effect(), effect.effectPct()));
  }

  /** Twelve periods at one level and one at another, given as logarithms. */
  private static TimeSeries step(double before, double after) {
    double[] values = new double[13];
    Arrays.fill(values, Math.exp(before));
    values[12] = Math.exp(after);
    return TimeSeries.monthly(START, values);
  }

  private static TimeSeries hit(TimeSeries series, int from, double factor) {
    double[] values = series.values();
    for (int i = from; i < values.length; i++) {
      values[i] *= factor;
    }
    return series.with(values);
  }

  /** Seven gates that share the region's course and wander a little on their own. */
  private static List<TimeSeries> gates(int seed, int months, double step, double noise) {
    Random random = new Random(seed);
    double[] region = new double[months];
    for (int i = 1; i < months; i++) {
      region[i] = region[i - 1] + 0.05 * random.nextGaussian();
    }
    List<TimeSeries> gates = new ArrayList<>();
    for (int gate = 0; gate < 7; gate++) {
      double[] values = new double[months];
      double own = gate;
      for (int i = 0; i < months; i++) {
        own += step * random.nextGaussian();
        values[i] = Math.exp(region[i] + own + noise * random.nextGaussian());
      }
      gates.add(TimeSeries.monthly(START, values));
    }
    return gates;
  }
}
