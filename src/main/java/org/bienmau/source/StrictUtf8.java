package org.bienmau.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * UTF-8 that loses no byte: one that does not belong there becomes a lone surrogate, which no valid
 * text holds, so that the cell it fell into can still be told.
 */
public final class StrictUtf8 {
  private static final char FIRST_STAND_IN = '\uDC00';
  private static final Pattern STAND_IN =
      Pattern.compile("(?<![\\uD800-\\uDBFF])[\\uDC80-\\uDCFF]");

  private StrictUtf8() {}

  /** The text of these bytes, with a lone surrogate for each foreign one. */
  public static String decode(byte[] bytes) {
    return decode(bytes, StandardCharsets.UTF_8);
  }

  /** The same for another way of writing text in bytes, one that keeps ASCII as it is. */
  static String decode(byte[] bytes, Charset charset) {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    while (true) {
      CoderResult result = decoder.decode(in, out, true);
      if (!result.isError()) {
        return out.flip().toString();
      }
      for (int i = 0; i < result.length(); i++) {
        out.put((char) (FIRST_STAND_IN + (in.get() & 0xFF)));
      }
    }
  }

  /** Whether any byte of the text was not UTF-8. */
  public static boolean hasForeignBytes(String decoded) {
    return decoded.chars().anyMatch(letter -> Character.isSurrogate((char) letter))
        && STAND_IN.matcher(decoded).find();
  }

  /** The text with each foreign byte written as {@code \xE9}. */
  public static String shown(String decoded) {
    return !hasForeignBytes(decoded)
        ? decoded
        : STAND_IN
            .matcher(decoded)
            .replaceAll(found -> Matcher.quoteReplacement("\\x" + hex(found.group())));
  }

  /** The foreign bytes, for example {@code E1 BB}. */
  public static String foreignBytes(String decoded) {
    return STAND_IN
        .matcher(decoded)
        .results()
        .map(found -> hex(found.group()))
        .reduce((one, next) -> one + " " + next)
        .orElse("");
  }

  /** Where the first foreign byte stands among the letters of the text; -1 when there is none. */
  static int firstForeignByte(String decoded) {
    Matcher found = STAND_IN.matcher(decoded);
    return found.find() ? found.start() : -1;
  }

  private static String hex(String standIn) {
    return "%02X".formatted(standIn.charAt(0) - FIRST_STAND_IN).toUpperCase(Locale.ROOT);
  }
}
