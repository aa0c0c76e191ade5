package org.bienmau.simulate;

import java.util.Map;
import java.util.TreeMap;

/** A value that is known for some years and lies on a straight line between their middles. */
final class Knots {
  private final TreeMap<Integer, Double> values = new TreeMap<>();

  Knots put(int year, double value) {
    values.put(year, value);
    return this;
  }

  boolean isEmpty() {
    return values.isEmpty();
  }

  double value(int year) {
    return values.get(year);
  }

  /**
   * The value at a moment; before the first and after the last year it stays what it is there.
   *
   * @param position years since the year 0, for example 2024.5 for the middle of 2024
   */
  double at(double position) {
    double middle = position - 0.5;
    Map.Entry<Integer, Double> before = values.floorEntry((int) StrictMath.floor(middle));
    Map.Entry<Integer, Double> after = values.higherEntry((int) StrictMath.floor(middle));
    if (before == null) {
      return values.firstEntry().getValue();
    }
    if (after == null) {
      return before.getValue();
    }
    double share = (middle - before.getKey()) / (after.getKey() - before.getKey());
    return before.getValue() + share * (after.getValue() - before.getValue());
  }
}
