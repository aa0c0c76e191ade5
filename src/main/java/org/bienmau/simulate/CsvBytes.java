package org.bienmau.simulate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Cells and rows of a CSV file as bytes, written without an object per cell. */
final class CsvBytes {
  private static final byte[] DIGIT_TENS = new byte[100];
  private static final byte[] DIGIT_ONES = new byte[100];

  static {
    for (int i = 0; i < 100; i++) {
      DIGIT_TENS[i] = (byte) ('0' + i / 10);
      DIGIT_ONES[i] = (byte) ('0' + i % 10);
    }
  }

  private byte[] bytes;
  private int size;

  CsvBytes(int capacity) {
    bytes = new byte[capacity];
  }

  byte[] bytes() {
    return bytes;
  }

  int size() {
    return size;
  }

  void clear() {
    size = 0;
  }

  /** Puts the end back to where it was, so that a row can be written again. */
  void cutTo(int earlierSize) {
    size = earlierSize;
  }

  CsvBytes comma() {
    room(1);
    bytes[size++] = ',';
    return this;
  }

  CsvBytes line() {
    room(1);
    bytes[size++] = '\n';
    return this;
  }

  CsvBytes raw(byte[] text) {
    room(text.length);
    System.arraycopy(text, 0, bytes, size, text.length);
    size += text.length;
    return this;
  }

  CsvBytes raw(byte[] from, int start, int length) {
    room(length);
    System.arraycopy(from, start, bytes, size, length);
    size += length;
    return this;
  }

  /** A text as one cell, quoted where it must be. */
  CsvBytes cell(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return raw(utf8(plain ? text : "\"" + text.replace("\"", "\"\"") + "\""));
  }

  CsvBytes number(long value) {
    room(20);
    if (value < 0) {
      bytes[size++] = '-';
      return number(-value);
    }
    int digits = digits(value);
    int at = size + digits;
    size = at;
    long rest = value;
    while (rest >= 100) {
      int two = (int) (rest % 100);
      rest /= 100;
      bytes[--at] = DIGIT_ONES[two];
      bytes[--at] = DIGIT_TENS[two];
    }
    int two = (int) rest;
    bytes[--at] = DIGIT_ONES[two];
    if (two >= 10) {
      bytes[--at] = DIGIT_TENS[two];
    }
    return this;
  }

  /** A number of at least {@code width} digits, with zeros before it. */
  CsvBytes padded(long value, int width) {
    for (int missing = width - digits(value); missing > 0; missing--) {
      room(1);
      bytes[size++] = '0';
    }
    return number(value);
  }

  /** A decimal that is counted in hundredths. */
  CsvBytes hundredths(long value) {
    number(value / 100);
    return fraction((int) (value % 100), 2);
  }

  /** A decimal that is counted in thousandths. */
  CsvBytes thousandths(long value) {
    number(value / 1000);
    return fraction((int) (value % 1000), 3);
  }

  /** A number rounded to some decimals; for tables of truth, which are small. */
  CsvBytes decimal(double value, int decimals) {
    return raw(
        utf8(BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString()));
  }

  private CsvBytes fraction(int value, int width) {
    room(1 + width);
    bytes[size++] = '.';
    return padded(value, width);
  }

  /** Two digits and a mark before them, as in {@code :07}. */
  CsvBytes two(char before, int value) {
    room(3);
    bytes[size++] = (byte) before;
    bytes[size++] = DIGIT_TENS[value];
    bytes[size++] = DIGIT_ONES[value];
    return this;
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static int digits(long value) {
    int digits = 1;
    for (long rest = value; rest >= 10; rest /= 10) {
      digits++;
    }
    return digits;
  }

  private void room(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
  }
}
