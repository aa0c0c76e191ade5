package org.bienmau.source;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The lines of a file as bytes, one at a time; lines can be given back. */
final class PhysicalLines implements Closeable {
  /** No row of a statistics file is longer; a longer one means that the file is something else. */
  private static final int LONGEST = 1 << 20;

  /**
   * One line with its line end, if it has one.
   *
   * @param number counted from 1
   * @param offset how many bytes of the file stand before it
   */
  record Line(long number, long offset, byte[] bytes) {
    boolean isBlank() {
      for (byte one : bytes) {
        if (one != ' ' && one != '\t' && one != '\r' && one != '\n') {
          return false;
        }
      }
      return true;
    }
  }

  private final String file;
  private final PushbackInputStream stream;
  private final Deque<Line> givenBack = new ArrayDeque<>();
  private long number;
  private long offset;

  PhysicalLines(String file, InputStream stream) {
    this.file = file;
    this.stream = new PushbackInputStream(new BufferedInputStream(stream));
  }

  /** The next line, or null at the end. */
  Line next() throws IOException {
    if (!givenBack.isEmpty()) {
      return givenBack.pop();
    }
    ByteArrayOutputStream line = new ByteArrayOutputStream(256);
    for (int one = stream.read(); one >= 0; one = stream.read()) {
      line.write(one);
      if (one == '\n' || one == '\r') {
        takeLineFeedAfter(one, line);
        break;
      }
      if (line.size() > LONGEST) {
        throw new SourceDataException(
            file,
            "line %d is longer than %,d bytes".formatted(number + 1, LONGEST),
            "Deliver a text file with one row a line.");
      }
    }
    if (line.size() == 0) {
      return null;
    }
    Line read = new Line(++number, offset, line.toByteArray());
    offset += line.size();
    return read;
  }

  /** Gives lines back, in the order in which they were taken. */
  void giveBack(List<Line> lines) {
    for (int i = lines.size() - 1; i >= 0; i--) {
      givenBack.push(lines.get(i));
    }
  }

  private void takeLineFeedAfter(int end, ByteArrayOutputStream line) throws IOException {
    if (end == '\r') {
      int after = stream.read();
      if (after == '\n') {
        line.write(after);
      } else if (after >= 0) {
        stream.unread(after);
      }
    }
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
