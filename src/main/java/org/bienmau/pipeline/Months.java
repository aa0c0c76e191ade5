package org.bienmau.pipeline;

import java.time.YearMonth;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Months written as 2024-03, so that their order is that of their names. */
final class Months {
  private Months() {}

  static Set<String> between(YearMonth first, YearMonth last) {
    TreeSet<String> months = new TreeSet<>();
    Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1))
        .forEach(month -> months.add(month.toString()));
    return months;
  }

  /** These months, and so many before each of them. */
  static Set<String> withBefore(Collection<String> months, int count) {
    return shifted(months, -count, 0);
  }

  /** These months, and so many after each of them. */
  static Set<String> withAfter(Collection<String> months, int count) {
    return shifted(months, 0, count);
  }

  private static Set<String> shifted(Collection<String> months, int from, int to) {
    TreeSet<String> all = new TreeSet<>();
    for (String month : months) {
      LongStream.rangeClosed(from, to)
          .forEach(shift -> all.add(YearMonth.parse(month).plusMonths(shift).toString()));
    }
    return all;
  }
}
