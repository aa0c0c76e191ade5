package org.bienmau.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ConcentrationIndexTest {
  /**
   * The example of the U.S. Department of Justice, Antitrust Division: four firms with shares of
   * 30, 30, 20 and 20 per cent have an index of 2,600, in per cent squared
   * (https://www.justice.gov/atr/herfindahl-hirschman-index).
   */
  @Test
  void the_example_of_the_department_of_justice_is_2600() {
    assertThat(ConcentrationIndex.of(decimals(30, 30, 20, 20)).hhi())
        .isEqualByComparingTo("0.2600");
  }

  /** Shares of 10, 9, 12, 15, 12, 15, 11 and 16 per cent: 1,296 in Investopedia's entry. */
  @Test
  void eight_firms_of_an_encyclopedia_are_1296() {
    assertThat(ConcentrationIndex.of(decimals(10, 9, 12, 15, 12, 15, 11, 16)).hhi())
        .isEqualByComparingTo("0.1296");
  }

  @Test
  void equal_parts_are_not_concentrated_and_a_single_one_is_wholly_so() {
    ConcentrationIndex equal = ConcentrationIndex.of(decimals(5, 5, 5, 5, 0));
    ConcentrationIndex single = ConcentrationIndex.of(decimals(0, 7));

    assertThat(equal.normalised()).isEqualByComparingTo("0");
    assertThat(equal.effective()).isEqualByComparingTo("4");
    assertThat(equal.entropy()).isEqualByComparingTo("1.38629436");
    assertThat(single.hhi()).isEqualByComparingTo("1");
    assertThat(single.entropy()).isEqualByComparingTo("0");
    assertThat(single.normalised()).isNull();
  }

  /** A rest split in any way stays within the bounds that were given without knowing it. */
  @Test
  void bounds_hold_whatever_the_rest_is_made_of() {
    Random random = new Random(11);
    for (int i = 0; i < 2_000; i++) {
      List<BigDecimal> all =
          Stream.generate(() -> BigDecimal.valueOf(1 + random.nextInt(100_000), 4))
              .limit(2 + random.nextInt(10))
              .toList();
      List<BigDecimal> known = all.subList(0, 1 + random.nextInt(all.size() - 1));
      BigDecimal whole = all.stream().reduce(BigDecimal.ZERO, BigDecimal::add);

      BigDecimal index = ConcentrationIndex.of(all).hhi();
      ConcentrationIndex.Bounds bounds = ConcentrationIndex.bounds(known, whole);

      assertThat(index).isBetween(bounds.low(), bounds.high());
      assertThat(ConcentrationIndex.of(all).effective().multiply(index).doubleValue())
          .isCloseTo(1, within(1e-6));
    }
  }

  private static List<BigDecimal> decimals(int... numbers) {
    return Arrays.stream(numbers).mapToObj(BigDecimal::valueOf).toList();
  }
}
