package org.bienmau.series;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Judges an adjustment by its diagnostics; {@link Doubt} says by which rule. */
final class Assessment {
  private static final double SIGNIFICANT = 0.01;
  private static final double MOST_OUTLIERS = 0.05;
  private static final int RECENT = 3;
  private static final double LARGEST_COEFFICIENT = 1.5;
  private static final double LARGEST_GAP = 0.05;
  private static final double POOR_QUALITY = 1.2;

  private Assessment() {}

  static Verdict verdict(List<Doubt> doubts) {
    return doubts.stream().map(Doubt::verdict).max(Comparator.naturalOrder()).orElse(Verdict.GOOD);
  }

  static List<Doubt> doubts(Diagnostics diagnostics, FittedModel model, TimeSeries series) {
    List<Doubt> doubts = new ArrayList<>();
    if (diagnostics.secondOpinion() instanceof SecondOpinion.Given second) {
      addQuality(doubts, second, series);
    } else {
      doubts.add(Doubt.NO_SECOND_OPINION);
    }
    SeasonTests season = diagnostics.season();
    addIf(doubts, Doubt.SEASON_LEFT, Math.min(season.qsAfter(), season.fAfter()) < SIGNIFICANT);
    addIf(doubts, Doubt.FESTIVAL_LEFT, diagnostics.festivalLeft() < SIGNIFICANT);
    addIf(doubts, Doubt.SHORT, !SeasonalAdjustment.isLong(series));
    addIf(doubts, Doubt.MANY_OUTLIERS, model.outliers().size() > MOST_OUTLIERS * series.size());
    addIf(doubts, Doubt.RECENT_OUTLIER, hasRecentOutlier(model, series));
    addIf(doubts, Doubt.IMPLAUSIBLE_FESTIVAL, hasImplausibleFestival(model));
    addIf(doubts, Doubt.RESIDUALS_CORRELATED, diagnostics.ljungBox() < SIGNIFICANT);
    addIf(doubts, Doubt.RESIDUALS_NOT_NORMAL, diagnostics.normality() < SIGNIFICANT);
    doubts.sort(Comparator.comparing(Doubt::verdict).reversed().thenComparing(doubt -> doubt));
    return List.copyOf(doubts);
  }

  private static void addQuality(
      List<Doubt> doubts, SecondOpinion.Given second, TimeSeries series) {
    QualityStatistics quality = second.quality();
    if (SeasonalAdjustment.isLong(series)) {
      addIf(doubts, Doubt.NO_IDENTIFIABLE_SEASON, quality.m7() > 1);
      boolean poor = quality.q() >= POOR_QUALITY;
      addIf(doubts, Doubt.QUALITY_POOR, poor);
      addIf(doubts, Doubt.QUALITY_WEAK, !poor && Math.max(quality.q(), quality.qWithoutM2()) >= 1);
    }
    addIf(doubts, Doubt.METHODS_DISAGREE, second.gap() > LARGEST_GAP);
  }

  private static boolean hasRecentOutlier(FittedModel model, TimeSeries series) {
    return model.outliers().stream()
        .anyMatch(outlier -> series.indexOf(outlier.period()) >= series.size() - RECENT);
  }

  private static boolean hasImplausibleFestival(FittedModel model) {
    return model.effects().stream()
        .filter(effect -> effect.kind() != Effect.Kind.CLOSURE)
        .anyMatch(effect -> Math.abs(effect.coefficient()) > LARGEST_COEFFICIENT);
  }

  private static void addIf(List<Doubt> doubts, Doubt doubt, boolean holds) {
    if (holds) {
      doubts.add(doubt);
    }
  }
}
