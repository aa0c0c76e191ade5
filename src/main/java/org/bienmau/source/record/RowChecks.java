package org.bienmau.source.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bienmau.reference.Registers;
import org.bienmau.source.RowRule;

/** Turns the rules of contracts into checks of columns. */
final class RowChecks {
  private final Map<String, CellColumn> columns;
  private final Registers registers;

  RowChecks(Map<String, CellColumn> columns, Registers registers) {
    this.columns = columns;
    this.registers = registers;
  }

  RowCheck of(RowRule rule) {
    if (rule instanceof RowRule.Chain chain) {
      return chain(chain);
    } else if (rule instanceof RowRule.Bound bound) {
      CellTest test = test(bound);
      return (count, broken) -> {
        boolean any = false;
        for (int row = 0; row < count; row++) {
          broken[row] = test.isFilled(row) && !test.holds(row);
          any |= broken[row];
        }
        return any;
      };
    } else if (rule instanceof RowRule.Implication implication) {
      return implication(test(implication.condition()), test(implication.consequence()));
    } else if (rule instanceof RowRule.OpenOn open) {
      return new OpenGateCheck(
          (WordCells) columns.get(open.gateColumn()), days(open.dayColumn()), registers);
    } else if (rule instanceof RowRule.InForceOn inForce) {
      return new HsInForceCheck(
          (WordCells) columns.get(inForce.codeColumn()),
          days(inForce.dayColumn()),
          registers.hsCodes());
    }
    throw new IllegalStateException("Cannot check " + rule + ": an unknown kind of rule.");
  }

  private LocalDays days(String column) {
    return new LocalDays((LongVector) columns.get(column).vector());
  }

  private RowCheck chain(RowRule.Chain chain) {
    List<LongVector> links = new ArrayList<>();
    for (String name : chain.columns()) {
      links.add((LongVector) columns.get(name).vector());
    }
    return new ChainCheck(links.toArray(LongVector[]::new), chain.operator());
  }

  private static RowCheck implication(CellTest condition, CellTest consequence) {
    return (count, broken) -> {
      boolean any = false;
      for (int row = 0; row < count; row++) {
        broken[row] =
            condition.isFilled(row)
                && consequence.isFilled(row)
                && condition.holds(row)
                && !consequence.holds(row);
        any |= broken[row];
      }
      return any;
    };
  }

  private CellTest test(RowRule.Bound bound) {
    return CellTest.of(columns.get(bound.column()), bound);
  }
}
