package org.bienmau.silver;

import static org.bienmau.check.Check.blocks;

import org.bienmau.bronze.RecordRow;
import org.bienmau.bronze.TradeDeclarations;
import org.bienmau.table.Table;
import org.bienmau.table.TableColumn;

/** Lines of customs declarations in their current state. */
public final class DeclarationLine {
  private DeclarationLine() {}

  public static final TableColumn SOURCE_ID = TradeDeclarations.SOURCE_ID;
  public static final TableColumn DECLARATION_NO = TradeDeclarations.DECLARATION_NO;
  public static final TableColumn ITEM_NO = TradeDeclarations.ITEM_NO;
  public static final TableColumn REVISION_NO = TradeDeclarations.REVISION_NO;
  public static final TableColumn REVISED_AT = TradeDeclarations.REVISED_AT;
  public static final TableColumn STATUS = TradeDeclarations.STATUS;
  public static final TableColumn REGISTERED_AT = TradeDeclarations.REGISTERED_AT;
  public static final TableColumn CLEARED_AT = TradeDeclarations.CLEARED_AT;
  public static final TableColumn GATE_ID = TradeDeclarations.GATE_ID;
  public static final TableColumn DIRECTION = TradeDeclarations.DIRECTION;
  public static final TableColumn REGIME = TradeDeclarations.REGIME;
  public static final TableColumn HS_CODE = TradeDeclarations.HS_CODE;
  public static final TableColumn NET_KG = TradeDeclarations.NET_KG;
  public static final TableColumn GROSS_KG = TradeDeclarations.GROSS_KG;
  public static final TableColumn VALUE = TradeDeclarations.VALUE;
  public static final TableColumn CURRENCY = TradeDeclarations.CURRENCY;
  public static final TableColumn VALUE_BASIS = TradeDeclarations.VALUE_BASIS;
  public static final TableColumn PARTNER_COUNTRY = TradeDeclarations.PARTNER_COUNTRY;
  public static final TableColumn TRADER_ID = TradeDeclarations.TRADER_ID;
  public static final TableColumn ORIGIN_FORM = TradeDeclarations.ORIGIN_FORM;
  public static final TableColumn CHANNEL = TradeDeclarations.CHANNEL;

  public static final TableColumn EVENT_ON = RecordRow.EVENT_ON;
  public static final TableColumn MONTH = RecordRow.MONTH;
  public static final TableColumn REMARKS = RecordRow.REMARKS;
  public static final TableColumn IS_SIMULATED = Publisher.IS_SIMULATED;
  public static final TableColumn KNOWN_FROM = CurrentRows.KNOWN_FROM;
  public static final TableColumn FILE_ID = RecordRow.FILE_ID;
  public static final TableColumn LINE_NO = RecordRow.LINE_NO;

  public static final Table TABLE =
      CurrentRows.view(
              "declaration_line",
              TradeDeclarations.RECORDS,
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
              CHANNEL)
          .purpose(
              "For counting and following what was declared: the current state of every line of every declaration; cancelled lines are marked, not removed.")
          .check(blocks("No net_kg is zero or less.", NET_KG.col().leq(0)))
          .check(blocks("No value is negative.", VALUE.col().lt(0)))
          .computedBy(
              inputs -> CurrentRows.of(TradeDeclarations.RECORDS, DeclarationLine.TABLE, inputs));
}
