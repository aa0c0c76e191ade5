package org.bienmau.simulate;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bienmau.reference.FxRate;
import org.bienmau.reference.Registers;

/**
 * What a dollar costs: the registered rate of the month, else of the year, else the one assumed in
 * exchange.csv, else the last one that is known.
 */
final class Rates {
  static final String[] CURRENCY = {"USD", "CNY", "VND"};
  static final String MONTHLY = "monthly_average";
  private static final int DONG = 2;

  private final Map<Long, BigDecimal> months = new TreeMap<>();
  private final List<Map<Integer, BigDecimal>> years = List.of(new TreeMap<>(), new TreeMap<>());
  private final Map<Integer, Double> assumedDong;

  Rates(SimulationModel model, Registers registers) {
    assumedDong = model.dongPerDollar;
    for (FxRate rate : registers.fxRates()) {
      if (!rate.base().equals(CURRENCY[0])) {
        continue;
      }
      if (rate.kind().equals("month") && rate.quote().equals(CURRENCY[1])) {
        months.put(key(rate.start().getYear(), rate.start().getMonthValue()), rate.rate());
      } else if (rate.kind().equals("year")) {
        years
            .get(rate.quote().equals(CURRENCY[DONG]) ? 1 : 0)
            .put(rate.start().getYear(), rate.rate());
      }
    }
  }

  /**
   * Units of a currency for one dollar in a month, to six decimals.
   *
   * @param currency place in {@link #CURRENCY}
   */
  BigDecimal perDollar(int currency, Timeline.Month month) {
    int year = month.name().getYear();
    if (currency == 0) {
      return BigDecimal.ONE;
    }
    if (currency == DONG && assumedDong.containsKey(year)) {
      return BigDecimal.valueOf(assumedDong.get(year)).stripTrailingZeros();
    }
    BigDecimal ofMonth = months.get(key(year, month.name().getMonthValue()));
    if (currency != DONG && ofMonth != null) {
      return ofMonth;
    }
    TreeMap<Integer, BigDecimal> known = new TreeMap<>(years.get(currency - 1));
    assumedDong.forEach(
        (assumed, dong) -> {
          if (currency == DONG) {
            known.putIfAbsent(assumed, BigDecimal.valueOf(dong));
          }
        });
    Map.Entry<Integer, BigDecimal> last = known.floorEntry(year);
    if (last == null) {
      throw new InvalidModelException(
          List.of(
              "exchange.csv and conf/reference/fx_rates.csv have no rate of %s for %s; add one."
                  .formatted(CURRENCY[currency], month.name())));
    }
    return last.getValue();
  }

  private static long key(int year, int month) {
    return year * 12L + month;
  }
}
