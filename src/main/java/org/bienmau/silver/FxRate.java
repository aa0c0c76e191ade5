package org.bienmau.silver;

import static org.bienmau.check.Check.blocks;

import org.bienmau.bronze.FxRates;
import org.bienmau.bronze.RecordRow;
import org.bienmau.table.Table;
import org.bienmau.table.TableColumn;

/** Dated exchange rates against the US dollar. */
public final class FxRate {
  private FxRate() {}

  public static final TableColumn SOURCE_ID = FxRates.SOURCE_ID;
  public static final TableColumn CURRENCY = FxRates.CURRENCY;
  public static final TableColumn DAY_FROM = FxRates.DAY_FROM;
  public static final TableColumn DAY_TO = FxRates.DAY_TO;
  public static final TableColumn PER_USD = FxRates.PER_USD;
  public static final TableColumn BASIS = FxRates.BASIS;

  public static final TableColumn EVENT_ON = RecordRow.EVENT_ON;
  public static final TableColumn MONTH = RecordRow.MONTH;
  public static final TableColumn REMARKS = RecordRow.REMARKS;
  public static final TableColumn IS_SIMULATED = Publisher.IS_SIMULATED;
  public static final TableColumn KNOWN_FROM = CurrentRows.KNOWN_FROM;
  public static final TableColumn FILE_ID = RecordRow.FILE_ID;
  public static final TableColumn LINE_NO = RecordRow.LINE_NO;

  public static final Table TABLE =
      CurrentRows.view(
              "fx_rate", FxRates.RECORDS, SOURCE_ID, CURRENCY, DAY_FROM, DAY_TO, PER_USD, BASIS)
          .purpose("For turning values of one currency into another by a dated, named rate.")
          .check(blocks("Every per_usd is above zero.", PER_USD.col().leq(0)))
          .check(blocks("No rate ends before it begins.", DAY_TO.col().lt(DAY_FROM.col())))
          .computedBy(inputs -> CurrentRows.of(FxRates.RECORDS, FxRate.TABLE, inputs));
}
