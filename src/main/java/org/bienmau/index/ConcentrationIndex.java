package org.bienmau.index;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;

/**
 * How far a total rests on a few of its parts.
 *
 * <p>The Herfindahl-Hirschman index is the sum of squared shares: 1 where one part is all, 1/n
 * where n parts are equal. Normalised it is 0 there, whatever n. Its inverse is the number of equal
 * parts that would be as concentrated. The entropy (Shannon) is −Σ s·ln s: 0 where one part is all,
 * ln n where n are equal. Definitions: C. E. Shannon, <i>A Mathematical Theory of
 * Communication</i>, 1948; A. O. Hirschman, <i>The Paternity of an Index</i>, American Economic
 * Review 54, 1964; the normalised form as the World Bank's WITS gives it.
 *
 * @param parts how many parts are above zero
 * @param hhi sum of squared shares, to eight decimals
 * @param normalised (hhi − 1/n) ÷ (1 − 1/n); null for one part
 * @param entropy in nats
 * @param effective 1 ÷ hhi
 * @param topShare the largest part in per cent
 * @param topThreeShare the three largest in per cent
 */
public record ConcentrationIndex(
    int parts,
    BigDecimal hhi,
    BigDecimal normalised,
    BigDecimal entropy,
    BigDecimal effective,
    BigDecimal topShare,
    BigDecimal topThreeShare) {

  /** Digits after the point of every index. */
  public static final int SCALE = 8;

  /**
   * The concentration of a total on its parts.
   *
   * @param values none below zero; at least one above
   */
  public static ConcentrationIndex of(List<BigDecimal> values) {
    List<BigDecimal> parts =
        values.stream()
            .filter(value -> value.signum() > 0)
            .sorted(Comparator.reverseOrder())
            .toList();
    int n = parts.size();
    BigDecimal total = sum(parts);
    BigDecimal squares = squares(parts);
    BigDecimal square = total.multiply(total);
    BigDecimal count = BigDecimal.valueOf(n);
    return new ConcentrationIndex(
        n,
        quotient(squares, square),
        n == 1
            ? null
            : quotient(
                count.multiply(squares).subtract(square),
                count.subtract(BigDecimal.ONE).multiply(square)),
        entropy(parts, total),
        quotient(square, squares),
        Percent.of(parts.get(0), total),
        Percent.of(sum(parts.subList(0, Math.min(3, n))), total));
  }

  /**
   * The least and the most that the Herfindahl-Hirschman index of a total can be when only some of
   * its parts are known: the rest may be many small parts, or a single one.
   *
   * @param whole the total; not below the sum of the values
   */
  public static Bounds bounds(List<BigDecimal> values, BigDecimal whole) {
    BigDecimal squares = squares(values);
    BigDecimal rest = whole.subtract(sum(values));
    BigDecimal square = whole.multiply(whole);
    return new Bounds(
        quotient(squares, square), quotient(squares.add(rest.multiply(rest)), square));
  }

  /** The least and the most that an index can be. */
  public record Bounds(BigDecimal low, BigDecimal high) {}

  private static BigDecimal entropy(List<BigDecimal> parts, BigDecimal total) {
    BigDecimal sum = BigDecimal.ZERO;
    for (BigDecimal part : parts) {
      double share = part.doubleValue() / total.doubleValue();
      sum = sum.subtract(BigDecimal.valueOf(share * StrictMath.log(share)));
    }
    return sum.setScale(SCALE, RoundingMode.HALF_UP);
  }

  private static BigDecimal sum(List<BigDecimal> values) {
    return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal squares(List<BigDecimal> values) {
    return sum(values.stream().map(value -> value.multiply(value)).toList());
  }

  private static BigDecimal quotient(BigDecimal part, BigDecimal whole) {
    return part.divide(whole, SCALE, RoundingMode.HALF_UP);
  }
}
