package org.bienmau.simulate;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** What a month's lines come to in dollars, by gate, direction and regime. */
final class MonthSums {
  private static final BigDecimal CENTS = BigDecimal.valueOf(100);

  private final BigDecimal[][] usd;

  MonthSums(History history, Timeline.Month month, Tally tally) {
    Border border = history.border;
    long[][][] cents = new long[border.groups()][Tally.REGIMES][Tally.CURRENCIES];
    for (int cell = 0; cell < border.cellCount(); cell++) {
      for (int regime = 0; regime < Tally.REGIMES; regime++) {
        for (int code = 0; code < Tally.CODES; code++) {
          for (int currency = 0; currency < Tally.CURRENCIES; currency++) {
            cents[border.cellGroup[cell]][regime][currency] +=
                tally.cents[Tally.place(cell, regime, code, currency)];
          }
        }
      }
    }
    usd = new BigDecimal[border.groups()][Tally.REGIMES];
    for (int group = 0; group < usd.length; group++) {
      for (int regime = 0; regime < Tally.REGIMES; regime++) {
        usd[group][regime] = BigDecimal.ZERO;
        for (int currency = 0; currency < Tally.CURRENCIES; currency++) {
          BigDecimal rate = history.rates.perDollar(currency, month).multiply(CENTS);
          usd[group][regime] =
              usd[group][regime].add(
                  BigDecimal.valueOf(cents[group][regime][currency])
                      .divide(rate, 2, RoundingMode.HALF_UP));
        }
      }
    }
  }

  /** Dollars with two decimals. */
  BigDecimal usd(int group, int regime) {
    return usd[group][regime];
  }
}
