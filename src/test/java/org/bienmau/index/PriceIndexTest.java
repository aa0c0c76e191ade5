package org.bienmau.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.bienmau.index.PriceIndex.Item;
import org.junit.jupiter.api.Test;

final class PriceIndexTest {
  /**
   * Four goods of a textbook exercise (rice, milk, bread, bananas; prices and quantities in
   * https://atozmath.com/example/IndexNumber.aspx?q=32&q1=E1): 740 ÷ 669 = 110.61 after Laspeyres,
   * 629 ÷ 571 = 110.16 after Paasche, 110.39 after Fisher.
   */
  @Test
  void a_textbook_exercise_comes_out_as_printed() {
    PriceIndex index =
        PriceIndex.of(
            List.of(
                priced("39", "1", "40", "1.5"),
                priced("40", "12", "44", "10"),
                priced("45", "2", "50", "1.5"),
                priced("30", "2", "36", "1.5")));

    assertThat(index.laspeyres().doubleValue()).isCloseTo(740.0 / 669, within(1e-8));
    assertThat(index.paasche().doubleValue()).isCloseTo(629.0 / 571, within(1e-8));
    assertThat(index.fisher().doubleValue()).isCloseTo(1.1039, within(5e-5));
  }

  /** Laspeyres 150, Paasche 125 and their mean 136.93, as calculatorlib.com works them out. */
  @Test
  void a_price_that_doubles_for_half_the_quantity_comes_out_as_printed() {
    PriceIndex index =
        PriceIndex.of(List.of(priced("100", "10", "200", "5"), priced("100", "10", "100", "15")));

    assertThat(index.laspeyres()).isEqualByComparingTo("1.5");
    assertThat(index.paasche()).isEqualByComparingTo("1.25");
    assertThat(index.fisher()).isEqualByComparingTo("1.36930639");
  }

  @Test
  void a_shift_to_dearer_goods_is_mix_and_not_price() {
    PriceIndex index =
        PriceIndex.of(List.of(priced("10", "50", "10", "10"), priced("30", "50", "30", "90")));

    assertThat(index.fisher()).isEqualByComparingTo("1");
    assertThat(index.unitValueRatio()).isEqualByComparingTo("1.4");
    assertThat(index.mix()).isEqualByComparingTo("1.4");
    assertThat(index.priceEffect()).isEqualByComparingTo("0");
    assertThat(index.volumeEffect()).isEqualByComparingTo("800");
  }

  /** Random goods: the tests that Fisher set for index numbers, and the sum in money. */
  @Test
  void price_times_volume_is_value_and_time_can_be_reversed() {
    Random random = new Random(13);
    for (int i = 0; i < 2_000; i++) {
      List<Item> items =
          Stream.generate(() -> new Item(some(random), some(random), some(random), some(random)))
              .limit(1 + random.nextInt(8))
              .toList();
      List<Item> reversed =
          items.stream()
              .map(
                  item ->
                      new Item(
                          item.value(), item.quantity(), item.valueBefore(), item.quantityBefore()))
              .toList();

      PriceIndex index = PriceIndex.of(items);

      double value = index.valueRatio().doubleValue();
      assertThat(index.fisher().multiply(index.volume()).doubleValue())
          .isCloseTo(value, within(value * 1e-6));
      assertThat(index.fisher().multiply(PriceIndex.of(reversed).fisher()).doubleValue())
          .isCloseTo(1, within(1e-5));
      assertThat(index.priceEffect().add(index.volumeEffect()))
          .isEqualByComparingTo(
              items.stream()
                  .map(item -> item.value().subtract(item.valueBefore()))
                  .reduce(BigDecimal.ZERO, BigDecimal::add));
      assertThat(index.fisher())
          .isBetween(
              index.laspeyres().min(index.paasche()), index.laspeyres().max(index.paasche()));
    }
  }

  private static BigDecimal some(Random random) {
    return BigDecimal.valueOf(1 + random.nextInt(1_000_000), 2);
  }

  private static Item priced(String price, String quantity, String priceNow, String quantityNow) {
    BigDecimal before = new BigDecimal(quantity);
    BigDecimal now = new BigDecimal(quantityNow);
    return new Item(
        new BigDecimal(price).multiply(before),
        before,
        new BigDecimal(priceNow).multiply(now),
        now);
  }
}
