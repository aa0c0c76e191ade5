package org.bienmau.pipeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.bienmau.pipeline.SettledRow.Outcome;
import org.bienmau.source.FigureJudge;
import org.bienmau.source.Judgement;
import org.bienmau.source.SourceRow;

/**
 * Decides for every row of one file what becomes of it: accepted, quarantined or duplicate.
 *
 * <p>A row that repeats an accepted one to the letter, in this file or in another, is a duplicate.
 * A page may print two values for the same thing; the second such row gets a key of its own,
 * counted in the order of the lines, so that a correction of the file meets the row it corrects.
 */
final class Settlement {
  private final FigureJudge judge;
  private final Predicate<String> knownElsewhere;
  private final Map<String, String> keys = new HashMap<>();
  private final Map<String, Integer> occurrences = new HashMap<>();

  /**
   * @param knownElsewhere whether a row of this content hash was accepted from another file
   */
  Settlement(FigureJudge judge, Predicate<String> knownElsewhere) {
    this.judge = judge;
    this.knownElsewhere = knownElsewhere;
  }

  List<SettledRow> settle(Iterable<SourceRow> rows) {
    List<SettledRow> settled = new ArrayList<>();
    rows.forEach(row -> settled.add(settle(row)));
    return settled;
  }

  private SettledRow settle(SourceRow row) {
    String content = row.contentHash();
    Judgement judgement = judge.judge(row);
    if (judgement instanceof Judgement.Rejected rejected) {
      return new SettledRow(row, Outcome.QUARANTINED, null, content, rejected.reasons());
    }
    boolean repeated = keys.containsKey(content) || knownElsewhere.test(content);
    String key =
        keys.computeIfAbsent(
            content, first -> numbered(((Judgement.Accepted) judgement).figure().statementKey()));
    return new SettledRow(
        row, repeated ? Outcome.DUPLICATE : Outcome.ACCEPTED, key, content, List.of());
  }

  private String numbered(String statementKey) {
    int occurrence = occurrences.merge(statementKey, 1, Integer::sum);
    return occurrence == 1 ? statementKey : statementKey + "-" + occurrence;
  }

  /** Counts what became of the rows. */
  static IngestedFile.Counts count(List<SettledRow> rows) {
    return new IngestedFile.Counts(
        rows.size(),
        count(rows, Outcome.ACCEPTED),
        count(rows, Outcome.QUARANTINED),
        count(rows, Outcome.DUPLICATE));
  }

  private static long count(List<SettledRow> rows, Outcome outcome) {
    return rows.stream().filter(row -> row.outcome() == outcome).count();
  }
}
