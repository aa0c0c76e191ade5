package org.bienmau.source;

import java.io.IOException;
import java.io.InputStream;

/** UTF-16 handed out as UTF-8; a file that is not what it says is refused with the place. */
final class Utf16Stream extends InputStream {
  private final String file;
  private final InputStream in;
  private final boolean bigEndian;
  private final byte[] ready = new byte[4];
  private int next;
  private int end;
  private long offset;

  /**
   * @param offset how many bytes of the file stand before the first one of the stream
   */
  Utf16Stream(String file, InputStream in, boolean bigEndian, long offset) {
    this.file = file;
    this.in = in;
    this.bigEndian = bigEndian;
    this.offset = offset;
  }

  @Override
  public int read() throws IOException {
    if (next == end && !fill()) {
      return -1;
    }
    return ready[next++] & 0xFF;
  }

  private boolean fill() throws IOException {
    int unit = unit();
    if (unit < 0) {
      return false;
    }
    int letter = unit;
    if (Character.isHighSurrogate((char) unit)) {
      int low = unit();
      if (low < 0 || !Character.isLowSurrogate((char) low)) {
        throw broken("half a letter");
      }
      letter = Character.toCodePoint((char) unit, (char) low);
    } else if (Character.isLowSurrogate((char) unit)) {
      throw broken("half a letter");
    }
    next = 0;
    end = 0;
    if (letter < 0x80) {
      put(letter);
    } else if (letter < 0x800) {
      put(0xC0 | letter >> 6);
      put(0x80 | letter & 0x3F);
    } else if (letter < 0x10000) {
      put(0xE0 | letter >> 12);
      put(0x80 | letter >> 6 & 0x3F);
      put(0x80 | letter & 0x3F);
    } else {
      put(0xF0 | letter >> 18);
      put(0x80 | letter >> 12 & 0x3F);
      put(0x80 | letter >> 6 & 0x3F);
      put(0x80 | letter & 0x3F);
    }
    return true;
  }

  private int unit() throws IOException {
    int first = in.read();
    if (first < 0) {
      return -1;
    }
    int second = in.read();
    if (second < 0) {
      throw broken("a single byte");
    }
    offset += 2;
    return bigEndian ? first << 8 | second : second << 8 | first;
  }

  private void put(int one) {
    ready[end++] = (byte) one;
  }

  private SourceDataException broken(String what) {
    return new SourceDataException(
        file,
        "it is no UTF-16: %s stands alone around byte %,d".formatted(what, offset),
        "Save the file again as UTF-8, or correct the encoding in the layout.");
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
