package org.bienmau.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** How a text file writes letters in bytes. */
public enum TextEncoding {
  UTF_8("utf-8", StandardCharsets.UTF_8, 0xEF, 0xBB, 0xBF),
  UTF_16LE("utf-16le", StandardCharsets.UTF_16LE, 0xFF, 0xFE),
  UTF_16BE("utf-16be", StandardCharsets.UTF_16BE, 0xFE, 0xFF),
  /** Vietnamese Windows: letters with their tone mark behind them; reading composes them. */
  WINDOWS_1258("windows-1258", Charset.forName("windows-1258"));

  private static final int LONGEST_MARK = 3;

  private final String id;
  private final Charset charset;
  private final byte[] mark;

  TextEncoding(String id, Charset charset, int... mark) {
    this.id = id;
    this.charset = charset;
    this.mark = new byte[mark.length];
    for (int i = 0; i < mark.length; i++) {
      this.mark[i] = (byte) mark[i];
    }
  }

  /** As a layout names it. */
  public String id() {
    return id;
  }

  /** The encoding of an id, in any case. */
  public static Optional<TextEncoding> of(String id) {
    return Arrays.stream(values()).filter(one -> one.id.equalsIgnoreCase(id)).findFirst();
  }

  /** The encoding that the byte order mark at the beginning of a file names, if it has one. */
  public static Optional<TextEncoding> ofMark(byte[] beginning) {
    return Arrays.stream(values())
        .filter(one -> one.mark.length > 0 && one.mark.length <= beginning.length)
        .filter(one -> Arrays.equals(one.mark, Arrays.copyOf(beginning, one.mark.length)))
        .findFirst();
  }

  /**
   * The bytes of a file without its byte order mark, with lines that end on single bytes.
   *
   * @param declared what the file is said to be written in; null for: by its mark, else UTF-8
   * @throws SourceDataException if its mark contradicts what is declared
   */
  static Text text(String file, InputStream bytes, TextEncoding declared) throws IOException {
    BufferedInputStream in = new BufferedInputStream(bytes);
    in.mark(LONGEST_MARK);
    Optional<TextEncoding> marked = ofMark(in.readNBytes(LONGEST_MARK));
    in.reset();
    if (marked.isPresent() && declared != null && marked.get() != declared) {
      throw new SourceDataException(
          file,
          "it begins with the byte order mark of %s, and is said to be %s"
              .formatted(marked.get().id, declared.id),
          "Correct the encoding in the layout, or leave it out.");
    }
    in.skipNBytes(marked.map(one -> one.mark.length).orElse(0));
    TextEncoding encoding = marked.orElse(declared == null ? UTF_8 : declared);
    int offset = marked.map(one -> one.mark.length).orElse(0);
    return switch (encoding) {
      case UTF_16LE, UTF_16BE ->
          new Text(UTF_8, new Utf16Stream(file, in, encoding == UTF_16BE, offset), 0);
      case UTF_8, WINDOWS_1258 -> new Text(encoding, in, offset);
    };
  }

  /**
   * The text of some bytes, with a lone surrogate for each that means nothing in this encoding, see
   * {@link StrictUtf8}.
   */
  String decode(byte[] bytes) {
    return StrictUtf8.decode(bytes, charset);
  }

  /** How many bytes the letters before a place of a decoded text took. */
  long bytesBefore(String decoded, int place) {
    return this == UTF_8
        ? decoded.substring(0, place).getBytes(StandardCharsets.UTF_8).length
        : place;
  }

  /**
   * What is left of a file to be read line by line.
   *
   * @param encoding of the bytes as they come now
   * @param offset how many bytes of the file stand before them
   */
  record Text(TextEncoding encoding, InputStream bytes, int offset) {}
}
