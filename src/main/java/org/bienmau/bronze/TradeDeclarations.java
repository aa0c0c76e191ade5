package org.bienmau.bronze;

import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.apache.spark.sql.types.DataTypes.createDecimalType;
import static org.bienmau.table.TableColumn.optional;
import static org.bienmau.table.TableColumn.required;

import java.util.List;
import org.bienmau.table.Table;
import org.bienmau.table.TableColumn;

/** Lines of customs declarations, every revision of each. */
public final class TradeDeclarations {
  private TradeDeclarations() {}

  public static final TableColumn SOURCE_ID =
      required("source_id", StringType, "", "Who delivers the record; see silver.publisher.");
  public static final TableColumn DECLARATION_NO =
      required(
          "declaration_no", StringType, "", "Number of the declaration, as the source has it.");
  public static final TableColumn ITEM_NO =
      required("item_no", IntegerType, "", "Line within the declaration, counted from 1.");
  public static final TableColumn REVISION_NO =
      required("revision_no", IntegerType, "", "0 as first declared, 1 for the first amendment.");
  public static final TableColumn REVISED_AT =
      required("revised_at", TimestampType, "", "When this state was declared (UTC).");
  public static final TableColumn STATUS =
      required("status", StringType, "", "active, or cancelled when the line counts no more.");
  public static final TableColumn REGISTERED_AT =
      required("registered_at", TimestampType, "", "When the declaration was registered (UTC).");
  public static final TableColumn CLEARED_AT =
      optional("cleared_at", TimestampType, "", "When customs cleared it (UTC); empty before.");
  public static final TableColumn GATE_ID =
      required("gate_id", StringType, "", "The gate or lane; see dim_gate.");
  public static final TableColumn DIRECTION =
      required("direction", StringType, "", "export or import, from Vietnam's side.");
  public static final TableColumn REGIME =
      required(
          "regime",
          StringType,
          "",
          "customs_declared, border_resident, transit_reexport or via_territory.");
  public static final TableColumn HS_CODE =
      required(
          "hs_code",
          StringType,
          "",
          "Eight digits of the Harmonized System in its edition of the day of registration.");
  public static final TableColumn NET_KG =
      required("net_kg", createDecimalType(18, 3), "kg", "Weight of the goods without packing.");
  public static final TableColumn GROSS_KG =
      optional(
          "gross_kg",
          createDecimalType(18, 3),
          "kg",
          "Weight with packing; empty when not declared.");
  public static final TableColumn VALUE =
      required("value", createDecimalType(18, 2), "", "Declared value, in the currency beside it.");
  public static final TableColumn CURRENCY =
      required("currency", StringType, "", "Currency of the value: USD, CNY or VND.");
  public static final TableColumn VALUE_BASIS =
      required(
          "value_basis", StringType, "", "FOB or CIF: which delivery term the value includes.");
  public static final TableColumn PARTNER_COUNTRY =
      required(
          "partner_country",
          StringType,
          "",
          "Country the goods go to or come from: two letters of ISO 3166.");
  public static final TableColumn TRADER_ID =
      optional(
          "trader_id",
          StringType,
          "",
          "Keyed hash of the trader's id; empty when personal cells are dropped.");
  public static final TableColumn ORIGIN_FORM =
      optional(
          "origin_form", StringType, "", "Form of the certificate of origin; empty when none.");
  public static final TableColumn CHANNEL =
      optional(
          "channel",
          StringType,
          "",
          "Lane of the customs inspection: green, yellow or red; empty when not known.");

  public static final Table TABLE =
      RecordRow.table(
          "trade_declarations",
          SOURCE_ID,
          DECLARATION_NO,
          ITEM_NO,
          REVISION_NO,
          REVISED_AT,
          STATUS,
          REGISTERED_AT,
          CLEARED_AT,
          GATE_ID,
          DIRECTION,
          REGIME,
          HS_CODE,
          NET_KG,
          GROSS_KG,
          VALUE,
          CURRENCY,
          VALUE_BASIS,
          PARTNER_COUNTRY,
          TRADER_ID,
          ORIGIN_FORM,
          CHANNEL);

  /** A line counts in the month in which its declaration was registered. */
  public static final RecordDataset RECORDS =
      new RecordDataset(
          TABLE,
          List.of(SOURCE_ID, DECLARATION_NO, ITEM_NO),
          List.of(REVISION_NO, REVISED_AT),
          RecordRow.EVENT_ON.col(),
          RecordRow.EVENT_ON.col());
}
