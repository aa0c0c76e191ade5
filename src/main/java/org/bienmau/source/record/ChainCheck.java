package org.bienmau.source.record;

import org.bienmau.source.RowRule;

/** Numbers, days or instants of which each has to stand in an order to the next filled one. */
final class ChainCheck implements RowCheck {
  private final LongVector[] links;
  private final RowRule.Operator operator;

  ChainCheck(LongVector[] links, RowRule.Operator operator) {
    this.links = links;
    this.operator = operator;
  }

  @Override
  public boolean mark(int count, boolean[] broken) {
    boolean any = false;
    for (int row = 0; row < count; row++) {
      LongVector before = null;
      for (LongVector link : links) {
        if (!link.empty[row]) {
          if (before != null
              && !operator.accepts(Long.compare(before.values[row], link.values[row]))) {
            broken[row] = true;
            any = true;
          }
          before = link;
        }
      }
    }
    return any;
  }
}
