package org.bienmau.index;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rounds percentages so that the parts add up to their rounded sum.
 *
 * <p>Three parts of a third each are 33.3333 when rounded alone and leave a ten-thousandth to
 * nobody. Here each is rounded down, and the ten-thousandths that are then missing go to the parts
 * that lost most by it, of equals to the first: the method of the largest remainder, proposed by
 * Alexander Hamilton for seats in Congress (M. L. Balinski, H. P. Young, <i>Fair
 * Representation</i>, 1982). No part moves by a whole ten-thousandth, and the sum is exact.
 */
public final class Apportionment {
  private Apportionment() {}

  /**
   * The parts in per cent of the whole, to four decimals.
   *
   * @param parts may be negative
   * @param whole above zero; the parts need not add up to it
   * @return as many as there are parts; their sum is the rounded percentage of the parts' sum
   */
  public static List<BigDecimal> percent(List<BigDecimal> parts, BigDecimal whole) {
    List<BigInteger> units = new ArrayList<>();
    List<BigDecimal> lost = new ArrayList<>();
    BigDecimal sum = BigDecimal.ZERO;
    for (BigDecimal part : parts) {
      BigDecimal scaled = part.multiply(Percent.PER_WHOLE);
      BigInteger down = scaled.divide(whole, 0, RoundingMode.FLOOR).toBigInteger();
      units.add(down);
      lost.add(scaled.subtract(new BigDecimal(down).multiply(whole)));
      sum = sum.add(scaled);
    }
    BigInteger due = sum.divide(whole, 0, RoundingMode.HALF_UP).toBigInteger();
    int missing =
        due.subtract(units.stream().reduce(BigInteger.ZERO, BigInteger::add)).intValueExact();
    IntStream.range(0, parts.size())
        .boxed()
        .sorted(Comparator.comparing((Integer part) -> lost.get(part)).reversed())
        .limit(missing)
        .forEach(part -> units.set(part, units.get(part).add(BigInteger.ONE)));
    return units.stream().map(unit -> new BigDecimal(unit, Percent.SCALE)).toList();
  }
}
