package org.bienmau.gold.compare;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Date;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.Year;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.bienmau.index.Percent;
import org.bienmau.reference.Registers;
import org.bienmau.table.TableRow;
import org.bienmau.table.Types;

/** The rows of {@link JanFeb}, but for the days of work. */
final class FirstMonths implements FlatMapFunction<Row, Row> {
  private static final long serialVersionUID = 1;

  /** The columns of its rows: those of the table. */
  static final StructType SCHEMA = JanFeb.TABLE.schema();

  /** From this day on the effect of Tết lasts into March: 15 days after it trade is back. */
  private static final MonthDay LATE = MonthDay.of(Month.FEBRUARY, 15);

  private final Map<Integer, LocalDate> tet;

  /**
   * @param tet first day of each lunar year in Vietnam
   */
  FirstMonths(Map<Integer, LocalDate> tet) {
    this.tet = new HashMap<>(tet);
  }

  static FirstMonths of(Registers registers) {
    Map<Integer, LocalDate> tet = new HashMap<>();
    registers.holidays().stream()
        .filter(holiday -> holiday.country().equals("VN"))
        .forEach(holiday -> tet.put(holiday.year(), holiday.firstDay()));
    return new FirstMonths(tet);
  }

  @Override
  public Iterator<Row> call(Row row) {
    Block block = Block.of(row);
    Known now = block.now().get(0);
    Known before = block.before().isEmpty() ? null : block.before().get(0);
    String reason = block.whyNotCompared(now, before);
    int year = block.start().getYear();
    BigDecimal base = reason == null ? before.value() : null;
    BigDecimal growth = Percent.change(now.value(), base);
    if (reason == null && growth == null) {
      reason = base.signum() == 0 ? "base_zero" : "base_negligible";
    }
    BigDecimal days = days(year);
    TableRow found =
        TableRow.of(JanFeb.TABLE)
            .with(JanFeb.OBSERVATION_ID, now.observationId())
            .with(JanFeb.SECTION_ID, now.sectionId())
            .with(JanFeb.CALENDAR_YEAR, year)
            .with(JanFeb.TET_DAY, day(year))
            .with(JanFeb.TET_DAY_YEAR_AGO, day(year - 1))
            .with(JanFeb.REACHES_MARCH, reachesMarch(year))
            .with(JanFeb.VALUE, now.value())
            .with(JanFeb.VALUE_YEAR_AGO, base)
            .with(JanFeb.GROWTH_PCT, growth)
            .with(JanFeb.GROWTH_REASON, reason)
            .with(JanFeb.DAYS, days.intValueExact())
            .with(
                JanFeb.PER_DAY,
                now.value().divide(days, Types.QUANTITY.scale(), RoundingMode.HALF_UP));
    if (growth != null) {
      // Both sides times both numbers of days, so that nothing is rounded before the end.
      BigDecimal growthPerDay =
          Percent.change(now.value().multiply(days(year - 1)), base.multiply(days));
      found.with(JanFeb.GROWTH_PER_DAY_PCT, growthPerDay);
    }
    List.of(
            JanFeb.MEASURE_ID,
            JanFeb.SCOPE_TYPE,
            JanFeb.SCOPE_ID,
            JanFeb.DIRECTION,
            JanFeb.GOODS_ID,
            JanFeb.REGIME,
            JanFeb.IS_SIMULATED,
            JanFeb.UNIT)
        .forEach(column -> found.with(column, block.shared(column)));
    return List.of(found.row()).iterator();
  }

  private static BigDecimal days(int year) {
    return BigDecimal.valueOf(Year.isLeap(year) ? 60 : 59);
  }

  private Date day(int year) {
    return tet.containsKey(year) ? Date.valueOf(tet.get(year)) : null;
  }

  private Boolean reachesMarch(int year) {
    if (!tet.containsKey(year) || !tet.containsKey(year - 1)) {
      return null;
    }
    return isLate(year) || isLate(year - 1);
  }

  private boolean isLate(int year) {
    return !MonthDay.from(tet.get(year)).isBefore(LATE);
  }
}
