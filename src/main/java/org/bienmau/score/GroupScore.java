package org.bienmau.score;

import java.util.List;
import java.util.Optional;
import org.bienmau.series.Adjusted;
import org.bienmau.series.Closure;
import org.bienmau.series.DifferenceInDifferences;
import org.bienmau.series.EventEffect;
import org.bienmau.series.SeasonalAdjustment;
import org.bienmau.series.TimeSeries;

/** Holds what is said of an event to what was planted. */
final class GroupScore {
  private GroupScore() {}

  static ScoreSheet of(PlantedGroup planted) {
    ScoreSheet sheet = new ScoreSheet();
    List<TimeSeries> controls =
        planted.controls().stream()
            .flatMap(control -> adjusted(control, List.of()).stream())
            .toList();
    effect(planted, adjusted(planted.concerned(), planted.registered()), controls)
        .ifPresent(effect -> add(effect, planted.effects()[0], sheet));
    effect(planted, adjusted(planted.neighbour(), List.of()), controls)
        .ifPresent(effect -> add(effect, planted.effects()[1], sheet));
    effect(planted, adjusted(planted.wayward(), planted.registered()), controls)
        .ifPresent(
            effect ->
                sheet.add(Criterion.TRENDS_DIFFER, effect instanceof EventEffect.NotIdentified));
    return sheet;
  }

  private static void add(EventEffect effect, double planted, ScoreSheet sheet) {
    sheet.add(Criterion.EVENT_TOLD, effect instanceof EventEffect.Estimated);
    if (effect instanceof EventEffect.Estimated one) {
      sheet.add(Criterion.EVENT_COVERED, planted >= one.low() && planted <= one.high());
    }
  }

  private static Optional<EventEffect> effect(
      PlantedGroup planted, Optional<TimeSeries> series, List<TimeSeries> controls) {
    return series.map(
        one -> DifferenceInDifferences.of(one, controls, planted.from(), planted.to()));
  }

  private static Optional<TimeSeries> adjusted(TimeSeries raw, List<Closure> closures) {
    return SeasonalAdjustment.standard().adjust(raw, closures) instanceof Adjusted adjusted
        ? Optional.of(raw.with(adjusted.components().adjusted()))
        : Optional.empty();
  }
}
