package org.bienmau.simulate;

/** Exact sums of a month's lines: how many, grams, hundredths of the currency. */
final class Tally {
  static final int REGIMES = 4;
  static final int CODES = 4;
  static final int CURRENCIES = 3;

  final long[] lines;
  final long[] grams;
  final long[] cents;

  Tally(Border border) {
    int places = border.cellCount() * REGIMES * CODES * CURRENCIES;
    lines = new long[places];
    grams = new long[places];
    cents = new long[places];
  }

  static int place(int cell, int regime, int code, int currency) {
    return ((cell * REGIMES + regime) * CODES + code) * CURRENCIES + currency;
  }

  void add(int place, long count, long moreGrams, long moreCents) {
    lines[place] += count;
    grams[place] += moreGrams;
    cents[place] += moreCents;
  }
}
