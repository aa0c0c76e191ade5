package org.bienmau.measure;

import static org.apache.spark.sql.functions.add_months;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.from_utc_timestamp;
import static org.apache.spark.sql.functions.last_day;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.make_date;
import static org.apache.spark.sql.functions.month;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.quarter;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import org.apache.spark.sql.Column;
import org.bienmau.reference.Period;
import org.bienmau.reference.PeriodKind;

/**
 * The calendar months, quarters, halves and years that days lie in, and the same days of an earlier
 * year: periods are compared by date, never by counting rows.
 */
public final class Calendar {
  private Calendar() {}

  /** Vietnam keeps this time all year round. */
  private static final String LOCAL_ZONE = "+07:00";

  /** The local day of a moment; empty when the moment is. */
  public static Column localDay(Column moment) {
    return to_date(from_utc_timestamp(moment, LOCAL_ZONE));
  }

  /** The first day of a period that many months earlier. */
  public static Column startEarlier(Column start, int months) {
    return add_months(start, -months);
  }

  /**
   * The last day of a period that many months earlier: the end of a month stays the end of a month,
   * so that February of a leap year is compared with all of February.
   */
  public static Column endEarlier(Column end, int months) {
    Column moved = add_months(end, -months);
    return when(end.equalTo(last_day(end)), last_day(moved)).otherwise(moved);
  }

  /**
   * Whether a period has the same days a year earlier to be compared with: a day or a moment has
   * not, because weekdays and Tết fall otherwise, nor has a range whose first day was not printed.
   */
  public static Column hasYearEarlier(Column kind, Column start, Column end) {
    return not(
        kind.isin(PeriodKind.DAY.id(), PeriodKind.POINT.id())
            .or(kind.equalTo(PeriodKind.RANGE.id()).and(start.equalTo(end))));
  }

  /** How many months a calendar period has, 0 for kinds that are not of the calendar. */
  public static int months(PeriodKind kind) {
    return switch (kind) {
      case MONTH -> 1;
      case JAN_FEB -> 2;
      case QUARTER -> 3;
      case HALF -> 6;
      case YEAR -> 12;
      case DAY, YTD, RANGE, POINT -> 0;
    };
  }

  /** First day of the period of that kind in which a day lies; empty where it lies in none. */
  public static Column startOf(PeriodKind kind, Column day) {
    if (kind == PeriodKind.JAN_FEB) {
      return when(month(day).leq(2), make_date(year(day), lit(1), lit(1)));
    }
    int length = months(kind);
    Column first = month(day).minus(month(day).minus(1).mod(length));
    return make_date(year(day), first, lit(1));
  }

  /** Last day of the period of that kind that starts on a day. */
  public static Column endOf(PeriodKind kind, Column start) {
    return date_sub(add_months(start, months(kind)), 1);
  }

  /** The name of the period of that kind that starts on a day, as {@link Period#id()} gives it. */
  public static Column nameOf(PeriodKind kind, Column start) {
    Column year = year(start).cast("string");
    return switch (kind) {
      case MONTH -> date_format(start, "yyyy-MM");
      case JAN_FEB -> concat(year, lit("-M01-M02"));
      case QUARTER -> concat(year, lit("-Q"), quarter(start));
      case HALF -> concat(year, lit("-H"), when(month(start).lt(7), 1).otherwise(2));
      case YEAR -> year;
      case DAY, YTD, RANGE, POINT ->
          throw new IllegalArgumentException("Cannot name a " + kind.id() + " by its start alone.");
    };
  }
}
