package org.bienmau.simulate;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** What a month has to tell when its files are made: rows of truth tables, and rows for later. */
final class Books {
  private static final int SMALL = 1 << 10;

  private final Map<Truth, CsvBytes> truths = new EnumMap<>(Truth.class);
  private final Map<String, Long> counts = new TreeMap<>();
  private final Map<String, Long> remarks = new TreeMap<>();
  private final Map<Integer, Later> later = new TreeMap<>();

  /** The buffer of a truth table; whole rows go into it. */
  CsvBytes truth(Truth table) {
    return truths.computeIfAbsent(table, any -> new CsvBytes(SMALL));
  }

  Map<Truth, CsvBytes> truths() {
    return truths;
  }

  void count(String what) {
    counts.merge(what, 1L, Long::sum);
  }

  /** Counts a row of the month's own file that a reader accepts with a remark. */
  void remark(String code) {
    remarks.merge(code, 1L, Long::sum);
  }

  Map<String, Long> remarks() {
    return remarks;
  }

  Map<String, Long> counts() {
    return counts;
  }

  /** The rows that go to the end of another month's file. */
  Later later(int month) {
    return later.computeIfAbsent(month, any -> new Later());
  }

  Map<Integer, Later> later() {
    return later;
  }

  /** Whole rows for another file, and how many of them repeat a row word for word. */
  static final class Later {
    final CsvBytes rows = new CsvBytes(SMALL);
    long count;
    final Map<String, Long> remarks = new TreeMap<>();
    long repeated;

    void remark(String code) {
      remarks.merge(code, 1L, Long::sum);
    }
  }
}
