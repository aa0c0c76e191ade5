package org.bienmau.simulate;

import java.nio.file.Path;

/** Writes the rates at which the lines' values were made, one for each currency and month. */
final class RateFile {
  static final String DATASET = "fx_rates";

  private static final String HEADER = "source_id,currency,day_from,day_to,per_usd,basis";

  private RateFile() {}

  static DeliveryFile write(History history, Path folder) {
    Path path = folder.resolve(Simulation.FILE_PREFIX + DATASET + ".csv");
    DeliveryFile file = new DeliveryFile(path, DATASET, HEADER);
    for (Timeline.Month month : history.timeline.months()) {
      for (int currency = 1; currency < Rates.CURRENCY.length; currency++) {
        CsvBytes out = file.row().cell(history.model.source(DATASET)).comma();
        out.cell(Rates.CURRENCY[currency]).comma();
        history.stamps.day(out, month.firstDay()).comma();
        history.stamps.day(out, month.lastDay()).comma();
        out.cell(history.rates.perDollar(currency, month).toPlainString()).comma();
        out.cell(Rates.MONTHLY);
        file.endRow();
      }
    }
    return file;
  }
}
