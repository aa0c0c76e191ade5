package org.bienmau.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.bienmau.series.Effect;
import org.bienmau.series.ForecastScore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a lake says, held to the truth beside the files that it was made of. */
final class LakeScoreTest {
  private static final YearMonth START = YearMonth.of(2016, 1);
  private static final YearMonth END = YearMonth.of(2025, 12);

  @TempDir private Path folder;

  /**
   * From 2016: Tết takes half of the logarithm of a month that holds days -2 to 7; the level falls
   * in May 2020, March 2018 is out of line, a closure takes most of August and September 2023.
   */
  @Test
  void alarms_and_changes_by_planted_things_are_right_and_others_wrong() throws IOException {
    LakeScore score = new LakeScore(truth());
    score.add(
        new LakeScore.Said(
            "gate",
            "export",
            START,
            END,
            List.of(effect("tet_stop", -0.52), effect("tet_build_up", 0.3)),
            List.of(YearMonth.of(2018, 3), YearMonth.of(2021, 7), YearMonth.of(2023, 9)),
            List.of(YearMonth.of(2020, 6), YearMonth.of(2023, 8), YearMonth.of(2024, 6)),
            List.of(
                new ForecastScore(ForecastScore.Method.REGARIMA, 0, 90, 0.8, 0.8, 0.95),
                new ForecastScore(ForecastScore.Method.REGARIMA, 1, 8, 0.1, 0.8, 0.95),
                new ForecastScore(ForecastScore.Method.SEASONAL_NAIVE, 0, 90, 1.2, 0.8, 0.9))));
    score.add(said("unknown gate"));

    assertThat(text(score))
        .isEqualTo(
            """
            TET_STOP 1 100.00
            TET_BUILD_UP 1 0.00
            ANOMALY_FOUND 1 100.00
            ANOMALY_RIGHT 3 66.67
            SHIFT_FOUND 1 100.00
            SHIFT_RIGHT 3 66.67
            ROLLED_MASE 1 0.80
            ROLLED_NAIVE 1 1.20
            ROLLED_COVERED 1 95.00
            """);
  }

  @Test
  void the_effect_of_an_event_is_what_was_planted_over_the_months_that_were_followed()
      throws IOException {
    LakeScore score = new LakeScore(truth());
    YearMonth august = YearMonth.of(2023, 8);
    // Two months with a logarithm of -1.2 and -0.4: a mean of -0.8, -55 %.
    score.add(new LakeScore.SaidEffect("gate", "export", august, 2, -60, -50));
    score.add(new LakeScore.SaidEffect("gate", "export", august, 1, -60, -50));
    score.add(new LakeScore.SaidEffect("gate", "export", august, 0, Double.NaN, Double.NaN));

    assertThat(text(score))
        .isEqualTo(
            """
            EVENT_COVERED 2 50.00
            EVENT_TOLD 3 66.67
            """);
  }

  private static LakeScore.Said said(String gate) {
    return new LakeScore.Said(
        gate, "export", START, END, List.of(), List.of(), List.of(), List.of());
  }

  private static Effect effect(String name, double coefficient) {
    return new Effect(name, Effect.Kind.TET, coefficient, 0.05, 0.01);
  }

  private static String text(LakeScore score) {
    return score.lines().stream()
        .map(
            line ->
                String.format(
                    Locale.ROOT, "%s %d %.2f\n", line.criterion(), line.count(), line.reached()))
        .collect(Collectors.joining());
  }

  private SimulatedTruth truth() throws IOException {
    StringBuilder text =
        new StringBuilder(
            "month,section_id,gate_id,direction,expected_usd,trend_usd,log_tet,log_closure,log_level_shift,log_anomaly,log_noise\n");
    for (YearMonth month = START; !month.isAfter(END); month = month.plusMonths(1)) {
      double tet = -0.5 * PlantedTet.share(month, -2, 7);
      double closure =
          month.equals(YearMonth.of(2023, 8))
              ? -1.2
              : month.equals(YearMonth.of(2023, 9)) ? -0.4 : 0;
      double shift = month.isBefore(YearMonth.of(2020, 5)) ? 0 : -0.4;
      double anomaly = month.equals(YearMonth.of(2018, 3)) ? 0.6 : 0;
      text.append(
          String.format(
              Locale.ROOT,
              "%s,section,gate,export,1,1,%.6f,%.6f,%.6f,%.6f,0\n",
              month,
              tet,
              closure,
              shift,
              anomaly));
    }
    Files.writeString(folder.resolve("expected_month.csv"), text);
    return SimulatedTruth.in(folder);
  }
}
