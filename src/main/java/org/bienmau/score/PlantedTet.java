package org.bienmau.score;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * What the days around Tết do to one series: trade rises for weeks, falls, rests, and comes back
 * day by day. No step of it begins or ends where a window of the methods does.
 *
 * @param rise first day of the rise, before Tết
 * @param height what the best day has more than a usual one
 * @param rest last day of rest, counted from Tết
 * @param left what the days of rest have of a usual one
 * @param back after so many days two thirds of what is missing are back
 */
record PlantedTet(int rise, double height, int rest, double left, double back) {
  /** As printed in almanacs; not computed, so that a wrong calendar would show. */
  private static final List<LocalDate> DAYS =
      Stream.of(
              "2009-01-26",
              "2010-02-14",
              "2011-02-03",
              "2012-01-23",
              "2013-02-10",
              "2014-01-31",
              "2015-02-19",
              "2016-02-08",
              "2017-01-28",
              "2018-02-16",
              "2019-02-05",
              "2020-01-25",
              "2021-02-12",
              "2022-02-01",
              "2023-01-22",
              "2024-02-10",
              "2025-01-29",
              "2026-02-17",
              "2027-02-06",
              "2028-01-26",
              "2029-02-13",
              "2030-02-02",
              "2031-01-23",
              "2032-02-11",
              "2033-01-31",
              "2034-02-19")
          .map(LocalDate::parse)
          .toList();

  private static final int BEST_DAY = -7;
  private static final int REACH = 60;

  static PlantedTet drawn(Random random) {
    return new PlantedTet(
        -14 - random.nextInt(14),
        0.05 + 0.45 * random.nextDouble(),
        3 + random.nextInt(4),
        0.02 + 0.33 * random.nextDouble(),
        1.5 + 4 * random.nextDouble());
  }

  /** Tết of a year from 2009 to 2034, the last that is simulated. */
  static LocalDate of(int year) {
    return DAYS.get(year - DAYS.get(0).getYear());
  }

  /** The factor of a day. */
  double factor(LocalDate day) {
    LocalDate tet = of(day.getYear());
    long away = day.toEpochDay() - tet.toEpochDay();
    return Math.abs(away) > REACH ? 1 : factor((int) away);
  }

  /** The factor of a day counted from Tết. */
  double factor(int day) {
    if (day < rise) {
      return 1;
    }
    if (day <= BEST_DAY) {
      return 1 + height * (day - rise + 1) / (BEST_DAY - rise + 1);
    }
    if (day < 0) {
      return 1 + height + (left - 1 - height) * (day - BEST_DAY) / -BEST_DAY;
    }
    return day <= rest ? left : 1 + (left - 1) * Math.exp(-(day - rest) / back);
  }

  /** Part of the days {@code from} to {@code to}, counted from Tết, that lies in a month. */
  static double share(YearMonth month, int from, int to) {
    LocalDate tet = of(month.getYear());
    long first = Math.max(month.atDay(1).toEpochDay(), tet.toEpochDay() + from);
    long last = Math.min(month.atEndOfMonth().toEpochDay(), tet.toEpochDay() + to);
    return Math.max(0, last - first + 1) / (double) (to - from + 1);
  }
}
