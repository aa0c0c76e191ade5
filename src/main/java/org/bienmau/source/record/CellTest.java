package org.bienmau.source.record;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.function.IntPredicate;
import org.apache.spark.unsafe.types.UTF8String;
import org.bienmau.source.DecimalType;
import org.bienmau.source.RowRule;

/** A cell compared with a constant. */
final class CellTest {
  private final BatchVector vector;
  private final IntPredicate holds;

  private CellTest(BatchVector vector, IntPredicate holds) {
    this.vector = vector;
    this.holds = holds;
  }

  static CellTest of(CellColumn column, RowRule.Bound bound) {
    RowRule.Operator operator = bound.operator();
    BatchVector vector = column.vector();
    if (vector instanceof LongVector numbers) {
      long constant = number(column, bound.constant());
      return new CellTest(
          vector, row -> operator.accepts(Long.compare(numbers.values[row], constant)));
    } else if (vector instanceof WordVector words) {
      Word constant = ((WordCells) column).constant(bound.constant());
      boolean same = operator == RowRule.Operator.EQUAL;
      return new CellTest(vector, row -> words.words[row].isSameAs(constant) == same);
    } else if (vector instanceof FlagVector flags) {
      boolean constant = Boolean.parseBoolean(bound.constant());
      boolean same = operator == RowRule.Operator.EQUAL;
      return new CellTest(vector, row -> (flags.values[row] == constant) == same);
    }
    UTF8String constant = UTF8String.fromString(bound.constant());
    boolean same = operator == RowRule.Operator.EQUAL;
    return new CellTest(vector, row -> vector.getUTF8String(row).equals(constant) == same);
  }

  boolean isFilled(int row) {
    return !vector.empty[row];
  }

  boolean holds(int row) {
    return holds.test(row);
  }

  private static long number(CellColumn column, String constant) {
    return switch (column.contract.logicalType()) {
      case "date" -> LocalDate.parse(constant).toEpochDay();
      case "timestamp" -> OffsetDateTime.parse(constant).toEpochSecond() * 1_000_000;
      case "number" ->
          new BigDecimal(constant)
              .setScale(DecimalType.of(column.contract).orElseThrow().scale())
              .unscaledValue()
              .longValueExact();
      default -> Long.parseLong(constant);
    };
  }
}
