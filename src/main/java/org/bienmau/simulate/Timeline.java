package org.bienmau.simulate;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** The months of a history, numbered from 0, and their days, counted from 1970. */
final class Timeline {
  private final List<Month> months = new ArrayList<>();

  Timeline(int firstYear, int lastYear) {
    YearMonth end = YearMonth.of(lastYear, 12);
    for (YearMonth one = YearMonth.of(firstYear, 1); !one.isAfter(end); one = one.plusMonths(1)) {
      months.add(
          new Month(months.size(), one, (int) one.atDay(1).toEpochDay(), one.lengthOfMonth()));
    }
  }

  List<Month> months() {
    return months;
  }

  Month month(int index) {
    return months.get(index);
  }

  int size() {
    return months.size();
  }

  int firstDay() {
    return months.get(0).firstDay();
  }

  int lastDay() {
    return months.get(months.size() - 1).lastDay();
  }

  int days() {
    return lastDay() - firstDay() + 1;
  }

  /**
   * One month.
   *
   * @param index its number in the history
   * @param name year and month
   * @param firstDay its first day, counted from 1970
   * @param days how many days it has
   */
  record Month(int index, YearMonth name, int firstDay, int days) {
    int lastDay() {
      return firstDay + days - 1;
    }

    /** A number that is the same in every history that holds the month. */
    long key() {
      return name.getYear() * 12L + name.getMonthValue() - 1;
    }

    /** Years since the year 0 at the middle of the month. */
    double position() {
      return name.getYear() + (name.getMonthValue() - 0.5) / 12;
    }

    LocalDate start() {
      return name.atDay(1);
    }
  }
}
