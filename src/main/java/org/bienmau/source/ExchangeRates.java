package org.bienmau.source;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bienmau.reference.FxRate;
import org.bienmau.reference.Period;

/** What a US dollar cost in another currency, on average over a period. */
final class ExchangeRates implements Serializable {
  /** Room in the tables; the division uses the rounded rate, so that a reader can repeat it. */
  private static final int SCALE = 4;

  /**
   * @param perUsd units of the currency for one USD, four decimals
   * @param basis which dated rates it comes from
   */
  record Rate(BigDecimal perUsd, String basis) implements Serializable {}

  private final Map<String, Map<YearMonth, BigDecimal>> months = new HashMap<>();
  private final Map<String, Map<Integer, BigDecimal>> years = new HashMap<>();

  ExchangeRates(List<FxRate> rates) {
    for (FxRate rate : rates) {
      if (!rate.base().equals("USD")) {
        continue;
      }
      if (rate.kind().equals("month")) {
        months
            .computeIfAbsent(rate.quote(), any -> new HashMap<>())
            .put(YearMonth.from(rate.start()), rate.rate());
      } else {
        years
            .computeIfAbsent(rate.quote(), any -> new HashMap<>())
            .put(rate.start().getYear(), rate.rate());
      }
    }
  }

  /**
   * The month's rate if the period lies in one month, the mean of its months if all of them are
   * known, else the year's if it lies in one year.
   */
  Optional<Rate> of(String currency, Period period) {
    List<YearMonth> touched = monthsOf(period.start(), period.end());
    Map<YearMonth, BigDecimal> known = months.getOrDefault(currency, Map.of());
    if (known.keySet().containsAll(touched)) {
      return Optional.of(mean(touched, known));
    }
    int year = period.start().getYear();
    BigDecimal yearly = years.getOrDefault(currency, Map.of()).get(year);
    return yearly == null || period.end().getYear() != year
        ? Optional.empty()
        : Optional.of(new Rate(rounded(yearly), "year " + year));
  }

  private static Rate mean(List<YearMonth> touched, Map<YearMonth, BigDecimal> known) {
    YearMonth first = touched.get(0);
    if (touched.size() == 1) {
      return new Rate(rounded(known.get(first)), "month " + first);
    }
    BigDecimal sum = touched.stream().map(known::get).reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal mean = sum.divide(BigDecimal.valueOf(touched.size()), SCALE, RoundingMode.HALF_UP);
    return new Rate(
        mean,
        "mean of %d months, %s to %s"
            .formatted(touched.size(), first, touched.get(touched.size() - 1)));
  }

  private static BigDecimal rounded(BigDecimal rate) {
    return rate.setScale(SCALE, RoundingMode.HALF_UP);
  }

  private static List<YearMonth> monthsOf(LocalDate start, LocalDate end) {
    List<YearMonth> touched = new ArrayList<>();
    for (YearMonth month = YearMonth.from(start);
        !month.isAfter(YearMonth.from(end));
        month = month.plusMonths(1)) {
      touched.add(month);
    }
    return touched;
  }
}
