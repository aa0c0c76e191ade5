package org.bienmau.series;

/** Sentences about one and about several. */
final class Plural {
  private Plural() {}

  /** The sentence for one, or that for any other number; {@code %d} stands for the number. */
  static String of(int number, String one, String several) {
    return (number == 1 ? one : several).formatted(number);
  }
}
