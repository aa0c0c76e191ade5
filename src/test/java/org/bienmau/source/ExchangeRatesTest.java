package org.bienmau.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.bienmau.reference.FxRate;
import org.bienmau.reference.Period;
import org.bienmau.reference.PeriodKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExchangeRatesTest {
  private final ExchangeRates rates =
      new ExchangeRates(
          List.of(
              rate("month", "2023-01-01", "USD", "CNY", "6.7905"),
              rate("month", "2023-02-01", "USD", "CNY", "6.8380"),
              rate("month", "2023-03-01", "USD", "CNY", "6.8901"),
              rate("year", "2023-01-01", "USD", "CNY", "7.0809"),
              rate("year", "2014-01-01", "USD", "VND", "21148.00"),
              rate("year", "2023-01-01", "EUR", "CNY", "7.6")));

  @ParameterizedTest
  @CsvSource({
    "month,   2023-01-01, 2023-01-31, CNY, 6.7905,     month 2023-01",
    "range,   2023-01-03, 2023-01-20, CNY, 6.7905,     month 2023-01",
    "quarter, 2023-01-01, 2023-03-31, CNY, 6.8395,     'mean of 3 months, 2023-01 to 2023-03'",
    "ytd,     2023-01-01, 2023-03-05, CNY, 6.8395,     'mean of 3 months, 2023-01 to 2023-03'",
    "half,    2023-01-01, 2023-06-30, CNY, 7.0809,     year 2023",
    "range,   2014-05-20, 2014-06-10, VND, 21148.0000, year 2014"
  })
  void the_rate_is_the_one_nearest_to_the_period(
      String kind, LocalDate start, LocalDate end, String currency, BigDecimal rate, String basis) {
    Period period = new Period(PeriodKind.valueOf(kind.toUpperCase(Locale.ROOT)), start, end);

    assertThat(rates.of(currency, period)).contains(new ExchangeRates.Rate(rate, basis));
  }

  @Test
  void a_period_over_two_years_or_without_a_rate_has_none() {
    LocalDate day = LocalDate.of(2023, 1, 1);

    assertThat(rates.of("CNY", new Period(PeriodKind.RANGE, day.minusDays(9), day))).isEmpty();
    assertThat(rates.of("VND", new Period(PeriodKind.DAY, day, day))).isEmpty();
    assertThat(rates.of("JPY", new Period(PeriodKind.DAY, day, day))).isEmpty();
  }

  private static FxRate rate(String kind, String start, String base, String quote, String rate) {
    LocalDate first = LocalDate.parse(start);
    LocalDate last = kind.equals("year") ? first.plusYears(1) : first.plusMonths(1);
    return new FxRate(kind, first, last.minusDays(1), base, quote, new BigDecimal(rate), "", "");
  }
}
