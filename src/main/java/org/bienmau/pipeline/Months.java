package org.bienmau.pipeline;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
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

  /** Months, parted in the order of time into groups of at most so many rows, or one month each. */
  static List<Set<String>> groups(SortedMap<String, Long> rows, long mostRows) {
    List<Set<String>> groups = new ArrayList<>();
    long inGroup = 0;
    for (Map.Entry<String, Long> month : rows.entrySet()) {
      if (groups.isEmpty() || inGroup + month.getValue() > mostRows) {
        groups.add(new TreeSet<>());
        inGroup = 0;
      }
      groups.get(groups.size() - 1).add(month.getKey());
      inGroup += month.getValue();
    }
    return groups;
  }
}
