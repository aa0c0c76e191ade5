package org.bienmau.job;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.bienmau.score.Aim;
import org.bienmau.score.ScoreLine;

/** The answer of a score: a line for each figure, and whether it reaches its aim. */
final class ScoreTable {
  private static final int PLACES = 2;

  private ResultTable answer =
      ResultTable.of("scored", "table", "what", "n", "reached", "aim", "state");
  private boolean isMissed;

  /** Adds what was reached on some series. */
  void add(String scored, List<ScoreLine> lines) {
    for (ScoreLine line : lines) {
      Aim aim = line.criterion().aim();
      isMissed |= line.isMissed();
      answer =
          answer.with(
              scored,
              line.criterion().table(),
              line.criterion().text(),
              line.count(),
              rounded(line.reached()),
              aim.isGiven() ? aim.text() : null,
              aim.isGiven() ? line.isMissed() ? "missed" : "met" : null);
    }
  }

  /** Adds a figure without an aim. */
  void add(String scored, String table, String what, int count, double reached) {
    answer = answer.with(scored, table, what, count, rounded(reached), null, null);
  }

  ResultTable answer() {
    return answer;
  }

  /** Whether any aim is missed. */
  boolean isMissed() {
    return isMissed;
  }

  /** Nothing for what could not be computed. */
  private static BigDecimal rounded(double figure) {
    return Double.isFinite(figure)
        ? BigDecimal.valueOf(figure).setScale(PLACES, RoundingMode.HALF_EVEN)
        : null;
  }
}
