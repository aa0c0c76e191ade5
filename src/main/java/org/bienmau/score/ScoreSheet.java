package org.bienmau.score;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Outcomes by criterion, each a hit, a miss or a measured number. */
final class ScoreSheet {
  private final Map<Criterion, List<Double>> outcomes = new EnumMap<>(Criterion.class);

  void add(Criterion criterion, boolean isHit) {
    add(criterion, isHit ? 100 : 0);
  }

  void add(Criterion criterion, double measured) {
    outcomes.computeIfAbsent(criterion, any -> new ArrayList<>()).add(measured);
  }

  void addAll(ScoreSheet other) {
    other.outcomes.forEach(
        (criterion, more) ->
            outcomes.computeIfAbsent(criterion, any -> new ArrayList<>()).addAll(more));
  }

  /** One line for every criterion that something was seen of. */
  List<ScoreLine> lines() {
    return outcomes.entrySet().stream()
        .map(
            one ->
                new ScoreLine(
                    one.getKey(),
                    one.getValue().size(),
                    one.getKey().isShare() ? mean(one.getValue()) : median(one.getValue())))
        .toList();
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(value -> value).average().orElseThrow();
  }

  private static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(value -> value).sorted().toArray();
    int n = sorted.length;
    return (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
  }
}
