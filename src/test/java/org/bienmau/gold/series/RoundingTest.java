package org.bienmau.gold.series;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoundingTest {
  @Test
  void seven_digits_are_kept() {
    assertThat(Rounding.quantity(123456789.4)).hasToString("123456800.0000");
    assertThat(Rounding.index(0.123456789)).hasToString("0.12345680");
    assertThat(Rounding.percent(0.12345678)).hasToString("12.3457");
  }

  @Test
  void what_cannot_be_computed_is_empty() {
    assertThat(Rounding.quantity(Double.NaN)).isNull();
  }

  @Test
  void what_no_column_holds_is_the_largest_that_it_holds() {
    assertThat(Rounding.quantity(Double.POSITIVE_INFINITY))
        .hasToString("99999999999999999999.9999");
    assertThat(Rounding.percent(-1e300)).hasToString("-9999999999.9999");
    assertThat(Rounding.index(1e10)).hasToString("9999999999.99999999");
  }
}
