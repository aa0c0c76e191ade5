package org.bienmau.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bienmau.index.ShiftShare.Pair;
import org.junit.jupiter.api.Test;

final class ShiftShareTest {
  /** All industries of the nation in the example below, which is given in per cent. */
  private static final Pair NATION = pair(100, 129);

  /**
   * The worked table of G. Krumme, University of Washington, Geography 350
   * (https://faculty.washington.edu/krumme/350/ssexcel.html): four industries, a growth of 630
   * jobs, of which 290 national, −80 composition and 420 differential.
   */
  @Test
  void the_table_of_a_course_in_regional_analysis_comes_out_as_printed() {
    List<Pair> places = List.of(pair(500, 1000), pair(100, 100), pair(200, 250), pair(200, 280));
    List<Pair> nation = List.of(pair(10, 11), pair(20, 24), pair(40, 52), pair(30, 42));

    List<ShiftShare> effects =
        IntStream.range(0, 4)
            .mapToObj(industry -> ShiftShare.of(places.get(industry), nation.get(industry), NATION))
            .toList();

    assertThat(effects.stream().map(ShiftShare::mix).mapToInt(BigDecimal::intValueExact))
        .containsExactly(-95, -9, 2, 22);
    assertThat(effects.stream().map(ShiftShare::competitive).mapToInt(BigDecimal::intValueExact))
        .containsExactly(450, -20, -10, 0);
    assertThat(sum(effects.stream().map(ShiftShare::regional))).isEqualByComparingTo("290");
    assertThat(sum(effects.stream().map(ShiftShare::mix))).isEqualByComparingTo("-80");
    assertThat(sum(effects.stream().map(ShiftShare::competitive))).isEqualByComparingTo("420");
  }

  /** The location quotients of the same table: 5, 0.5, 0.5 and 0.667. */
  @Test
  void its_location_quotients_come_out_as_printed() {
    BigDecimal all = BigDecimal.valueOf(1000);
    BigDecimal nation = BigDecimal.valueOf(100);

    assertThat(
            Stream.of(pair(500, 10), pair(100, 20), pair(200, 40), pair(200, 30))
                .map(one -> LocationQuotient.of(one.before(), all, one.now(), nation))
                .map(quotient -> quotient.quotient().doubleValue()))
        .containsExactly(5.0, 0.5, 0.5, 0.66666667);
  }

  @Test
  void goods_new_to_the_whole_region_are_mix_and_new_to_a_place_competitive() {
    assertThat(ShiftShare.of(pair(0, 7), pair(0, 9), NATION))
        .isEqualTo(
            new ShiftShare(new BigDecimal("0.0000"), new BigDecimal("7.0000"), BigDecimal.ZERO));
    assertThat(ShiftShare.of(pair(0, 7), pair(3, 9), NATION).competitive())
        .isEqualByComparingTo("7");
  }

  /** Random regions: effects make up the change, and nobody competes against the region itself. */
  @Test
  void effects_add_up_to_the_change_and_competition_to_nothing() {
    Random random = new Random(5);
    for (int i = 0; i < 2_000; i++) {
      List<Pair> places =
          Stream.generate(() -> pair(random.nextInt(90_000), random.nextInt(90_000)))
              .limit(2 + random.nextInt(6))
              .toList();
      Pair goods =
          new Pair(sum(places.stream().map(Pair::now)), sum(places.stream().map(Pair::before)));
      Pair region = new Pair(goods.now().add(BigDecimal.TEN), goods.before().add(BigDecimal.ONE));
      BigDecimal competitive = BigDecimal.ZERO;
      for (Pair place : places) {
        ShiftShare effects = ShiftShare.of(place, goods, region);
        assertThat(sum(Stream.of(effects.regional(), effects.mix(), effects.competitive())))
            .isEqualByComparingTo(place.change());
        competitive = competitive.add(effects.competitive());
      }
      assertThat(competitive.doubleValue()).isCloseTo(0, within(0.0005));
    }
  }

  private static Pair pair(int before, int now) {
    return new Pair(BigDecimal.valueOf(now), BigDecimal.valueOf(before));
  }

  private static BigDecimal sum(Stream<BigDecimal> numbers) {
    return numbers.reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
