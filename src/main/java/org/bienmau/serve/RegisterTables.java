package org.bienmau.serve;

import java.util.List;
import org.bienmau.gold.DimArea;
import org.bienmau.gold.DimEvent;
import org.bienmau.gold.DimGate;
import org.bienmau.gold.DimGoods;
import org.bienmau.gold.DimHoliday;
import org.bienmau.gold.DimMeasure;
import org.bienmau.gold.DimSection;

/** What the page carries of the registers: names in both languages, and what charts mark. */
final class RegisterTables {
  private RegisterTables() {}

  static final List<ReportTable> SHOWN =
      List.of(
          ReportTable.all(
              DimSection.TABLE,
              DimSection.SECTION_ID,
              DimSection.WEST_TO_EAST,
              DimSection.NAME_VI,
              DimSection.NAME_EN,
              DimSection.BORDER_KM,
              DimSection.FACES),
          ReportTable.all(
              DimGate.TABLE,
              DimGate.GATE_ID,
              DimGate.IS_CURRENT,
              DimGate.NAME_VI,
              DimGate.NAME_EN,
              DimGate.KIND,
              DimGate.SECTION_ID),
          ReportTable.all(
              DimArea.TABLE, DimArea.AREA_ID, DimArea.IS_CURRENT, DimArea.NAME_VI, DimArea.NAME_EN),
          ReportTable.all(
              DimMeasure.TABLE,
              DimMeasure.MEASURE_ID,
              DimMeasure.NAME_VI,
              DimMeasure.NAME_EN,
              DimMeasure.UNIT,
              DimMeasure.KIND,
              DimMeasure.IS_TRADE,
              DimMeasure.ADDS_OVER_PLACES,
              DimMeasure.DEFINITION),
          ReportTable.all(DimGoods.TABLE, DimGoods.GOODS_ID, DimGoods.NAME_VI, DimGoods.NAME_EN),
          ReportTable.all(
              DimEvent.TABLE,
              DimEvent.EVENT_ID,
              DimEvent.FIRST_DAY,
              DimEvent.LAST_DAY,
              DimEvent.PRECISION,
              DimEvent.SCOPE_IDS,
              DimEvent.KIND,
              DimEvent.LABEL_VI,
              DimEvent.LABEL_EN,
              DimEvent.SOURCE),
          ReportTable.all(DimHoliday.TABLE, DimHoliday.COUNTRY, DimHoliday.FIRST_DAY));
}
