package org.bienmau.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ApportionmentTest {
  @Test
  void three_thirds_are_a_hundred() {
    assertThat(Apportionment.percent(decimals("1", "1", "1"), new BigDecimal("3")))
        .isEqualTo(decimals("33.3334", "33.3333", "33.3333"));
  }

  @Test
  void what_is_missing_goes_to_the_parts_that_lost_most() {
    assertThat(Apportionment.percent(decimals("400", "130", "20"), new BigDecimal("550")))
        .isEqualTo(decimals("72.7273", "23.6364", "3.6363"));
  }

  @Test
  void negative_parts_are_rounded_like_others() {
    assertThat(Apportionment.percent(decimals("-1", "1", "1"), new BigDecimal("3")))
        .isEqualTo(decimals("-33.3333", "33.3333", "33.3333"));
  }

  /** Ten thousand random wholes, with parts that do not make them up and parts below zero. */
  @Test
  void parts_add_up_to_their_rounded_sum_and_stay_within_a_ten_thousandth() {
    Random random = new Random(7);
    for (int i = 0; i < 10_000; i++) {
      List<BigDecimal> parts =
          Stream.generate(() -> BigDecimal.valueOf(random.nextLong(-999_999, 99_999_999), 4))
              .limit(1 + random.nextInt(12))
              .toList();
      BigDecimal whole = BigDecimal.valueOf(1 + random.nextLong(99_999_999), 4);

      List<BigDecimal> rounded = Apportionment.percent(parts, whole);

      assertThat(sum(rounded)).isEqualTo(Percent.of(sum(parts), whole));
      for (int part = 0; part < parts.size(); part++) {
        BigDecimal exact =
            parts.get(part).multiply(new BigDecimal("100")).divide(whole, 20, RoundingMode.HALF_UP);
        assertThat(rounded.get(part).subtract(exact).abs()).isLessThan(new BigDecimal("0.0001"));
      }
    }
  }

  private static BigDecimal sum(List<BigDecimal> numbers) {
    return numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static List<BigDecimal> decimals(String... numbers) {
    return Stream.of(numbers).map(BigDecimal::new).toList();
  }
}
