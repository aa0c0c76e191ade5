package org.bienmau.source.record;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * A part of a stream in memory, which moves on as its beginning is no longer needed.
 *
 * <p>Behind {@link #end} stand {@link #SLACK} zero bytes, so that eight bytes may be looked at from
 * any place in it.
 */
final class ByteWindow {
  /** Zero bytes behind the end. */
  static final int SLACK = 8;

  private final InputStream stream;
  private final Listener listener;
  private long left;

  /** The bytes; only those before {@link #end} are the stream's. */
  byte[] bytes;

  /** Behind the last byte that has been read. */
  int end;

  /** The place in the stream of the first byte here. */
  long base;

  /** Whether the stream has nothing more than what is here. */
  boolean exhausted;

  /** Hears of every byte once, in the stream's order. */
  interface Listener {
    /** Nobody listens. */
    Listener NONE = (bytes, from, length) -> {};

    void read(byte[] bytes, int from, int length);
  }

  /**
   * @param size how many bytes it holds at least
   * @param limit how many bytes of the stream belong to it
   */
  ByteWindow(InputStream stream, int size, long limit, Listener listener) {
    this.stream = stream;
    this.left = limit;
    this.listener = listener;
    this.bytes = new byte[size + SLACK];
  }

  /**
   * Forgets what stands before {@code from} and reads on until it is full or the stream ends; it
   * grows when nothing can be forgotten.
   */
  void moveTo(int from) throws IOException {
    int kept = end - from;
    if (from == 0 && end + SLACK == bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.multiplyExact(2, bytes.length));
    }
    System.arraycopy(bytes, from, bytes, 0, kept);
    base += from;
    end = kept;
    fill();
    Arrays.fill(bytes, end, end + SLACK, (byte) 0);
  }

  private void fill() throws IOException {
    while (!exhausted && end + SLACK < bytes.length) {
      int wanted = (int) Math.min(left, bytes.length - SLACK - end);
      int read = wanted == 0 ? -1 : stream.read(bytes, end, wanted);
      if (read < 0) {
        exhausted = true;
      } else {
        listener.read(bytes, end, read);
        end += read;
        left -= read;
      }
    }
  }
}
