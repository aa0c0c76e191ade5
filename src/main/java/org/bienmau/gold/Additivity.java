package org.bienmau.gold;

import java.util.List;
import java.util.function.Predicate;
import org.apache.spark.sql.Column;
import org.bienmau.reference.Measure;
import org.bienmau.reference.Regime;
import org.bienmau.reference.Registers;
import org.bienmau.silver.Figure;

/**
 * Which measures may be added over what.
 *
 * <p>A stock must not be summed over time, a rate not over places, and values of an unknown regime
 * over nothing at all, because nobody can say that they are parts of one whole.
 *
 * @param overDirections ids of the measures whose export and import may be added
 * @param overTime ids of the measures whose periods may be added
 * @param overScopes ids of the measures whose places may be added
 */
public record Additivity(
    List<String> overDirections, List<String> overTime, List<String> overScopes) {

  /** What the register of measures allows. */
  public static Additivity of(Registers registers) {
    return new Additivity(
        ids(registers, Measure::addsOverDirections),
        ids(registers, Measure::addsOverTime),
        ids(registers, Measure::addsOverScopes));
  }

  /** Whether a row's export and import may be added. */
  public Column mayAddDirections() {
    return isOneOf(overDirections).and(regimeIsKnown());
  }

  /** Whether a row's periods may be added. */
  public Column mayAddPeriods() {
    return isOneOf(overTime).and(regimeIsKnown());
  }

  /** Whether a row's places may be added. */
  public Column mayAddScopes() {
    return isOneOf(overScopes).and(regimeIsKnown());
  }

  /** Whether a row says what it covers. */
  public static Column regimeIsKnown() {
    return Figure.REGIME.col().notEqual(Regime.UNKNOWN.id());
  }

  private static Column isOneOf(List<String> measures) {
    return Figure.MEASURE_ID.col().isin(measures.toArray());
  }

  private static List<String> ids(Registers registers, Predicate<Measure> adds) {
    return registers.measures().stream().filter(adds).map(Measure::id).toList();
  }
}
