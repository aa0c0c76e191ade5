package org.bienmau.serve;

import java.util.Map;

/** What the codes of rules in the cube and in what records add up to mean, as sentences. */
public final class RuleWords {
  private static final Map<String, String> SENTENCES =
      Map.ofEntries(
          Map.entry("sole", "Only one figure was printed for this cell."),
          Map.entry(
              "source_tier", "Several figures compete; the one of the best source was chosen."),
          Map.entry(
              "own_records",
              "Several values of equally good sources compete; what records add up to was chosen over what was printed."),
          Map.entry(
              "visits_before_counts",
              "Several values of equally good sources compete; the one of single visits was chosen over that of daily counts."),
          Map.entry(
              "period_printed",
              "Several figures compete; the one whose period the page itself prints was chosen."),
          Map.entry(
              "qualifier", "Several figures compete; the most exactly worded one was chosen."),
          Map.entry(
              "latest_publication", "Several figures compete; the one published last was chosen."),
          Map.entry(
              "figure_id",
              "Several figures compete that nothing tells apart; the first by id was chosen."),
          Map.entry(
              "export_plus_import",
              "Nobody printed the total; it is the sum of export and import in one regime."),
          Map.entry(
              "sum_of_months", "Nobody printed this period; it is the sum of all its months."),
          Map.entry(
              "sum_of_quarters", "Nobody printed this period; it is the sum of all its quarters."),
          Map.entry("lines_added", "The lines of customs declarations were added up:"),
          Map.entry("visits_counted", "The trucks that were cleared were counted:"),
          Map.entry("mean_per_day", "The trucks that were cleared, divided by the days:"),
          Map.entry("peak_day", "The day on which most trucks were cleared:"),
          Map.entry("stock_at_end", "The trucks that waited at the end of the last day:"),
          Map.entry("counts_added", "The trucks of the published daily counts were added up:"),
          Map.entry("mean_of_counts", "The trucks of the daily counts, divided by the days:"),
          Map.entry("peak_of_counts", "The day of which most cleared trucks were published:"),
          Map.entry("stock_counted", "The trucks that were published as waiting that day:"),
          Map.entry("sum_of_halves", "Nobody printed this year; it is the sum of its halves."));

  private RuleWords() {}

  /**
   * The sentence of a rule.
   *
   * @throws IllegalStateException if the code is not one of the cube's
   */
  public static String of(String rule) {
    String sentence = SENTENCES.get(rule);
    if (sentence == null) {
      throw new IllegalStateException(
          "Cannot explain the rule '" + rule + "': it has no sentence.");
    }
    return sentence;
  }
}
