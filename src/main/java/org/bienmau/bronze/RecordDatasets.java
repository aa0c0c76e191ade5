package org.bienmau.bronze;

import java.util.List;

/** The datasets of records, each with a contract of its name. */
public final class RecordDatasets {
  private RecordDatasets() {}

  public static final List<RecordDataset> ALL =
      List.of(
          TradeDeclarations.RECORDS,
          VehicleCrossings.RECORDS,
          VehicleCounts.RECORDS,
          FxRates.RECORDS);
}
