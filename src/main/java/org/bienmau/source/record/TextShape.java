package org.bienmau.source.record;

/** What is left of a text that nobody may read: where its letters and digits stand. */
final class TextShape {
  private TextShape() {}

  /** The text with x for every letter and 0 for every digit. */
  static String of(String text) {
    StringBuilder shape = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            one -> {
              if (Character.isDigit(one)) {
                shape.append('0');
              } else if (Character.isLetter(one) || Character.getType(one) == Character.SURROGATE) {
                shape.append('x');
              } else {
                shape.appendCodePoint(one);
              }
            });
    return shape.toString();
  }
}
