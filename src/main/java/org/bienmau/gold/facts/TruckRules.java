package org.bienmau.gold.facts;

import java.util.Set;

/** Where numbers of trucks come from, and the rules of their sum, mean, peak and queue. */
enum TruckRules {
  VISITS("visits_counted", "mean_per_day", "peak_day", "stock_at_end"),
  COUNTS("counts_added", "mean_of_counts", "peak_of_counts", "stock_counted");

  private final String sum;
  private final String mean;
  private final String peak;
  private final String queue;

  TruckRules(String sum, String mean, String peak, String queue) {
    this.sum = sum;
    this.mean = mean;
    this.peak = peak;
    this.queue = queue;
  }

  String sum() {
    return sum;
  }

  String mean() {
    return mean;
  }

  String peak() {
    return peak;
  }

  String queue() {
    return queue;
  }

  Set<String> all() {
    return Set.of(sum, mean, peak, queue);
  }
}
