package org.bienmau.bronze;

import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createDecimalType;
import static org.bienmau.table.TableColumn.required;

import java.util.List;
import org.bienmau.table.Table;
import org.bienmau.table.TableColumn;

/** Dated exchange rates against the US dollar. */
public final class FxRates {
  private FxRates() {}

  public static final TableColumn SOURCE_ID = TradeDeclarations.SOURCE_ID;
  public static final TableColumn CURRENCY =
      required("currency", StringType, "", "The currency: three letters of ISO 4217.");
  public static final TableColumn DAY_FROM =
      required("day_from", DateType, "", "First local day on which the rate holds.");
  public static final TableColumn DAY_TO =
      required("day_to", DateType, "", "Last local day on which the rate holds.");
  public static final TableColumn PER_USD =
      required(
          "per_usd",
          createDecimalType(18, 6),
          "",
          "How many units of the currency one US dollar is worth.");
  public static final TableColumn BASIS =
      required("basis", StringType, "", "What kind of rate it is, for example central or mean.");

  public static final Table TABLE =
      RecordRow.table("fx_rates", SOURCE_ID, CURRENCY, DAY_FROM, DAY_TO, PER_USD, BASIS);

  /** A rate has to do with every month that it holds in. */
  public static final RecordDataset RECORDS =
      new RecordDataset(
          TABLE,
          List.of(SOURCE_ID, CURRENCY, DAY_FROM, DAY_TO, BASIS),
          List.of(),
          DAY_FROM.col(),
          DAY_TO.col());
}
