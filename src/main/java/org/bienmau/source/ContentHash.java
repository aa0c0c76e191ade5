package org.bienmau.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a file holds, told apart by its bytes and not by its name.
 *
 * @param sha256 SHA-256 of all bytes, in small hexadecimal letters
 * @param bytes how many bytes there are
 */
public record ContentHash(String sha256, long bytes) implements Serializable {

  /** Reads the stream to its end, and leaves closing it to the caller. */
  public static ContentHash of(InputStream stream) throws IOException {
    MessageDigest digest = newDigest();
    byte[] buffer = new byte[64 * 1024];
    long bytes = 0;
    for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
      digest.update(buffer, 0, read);
      bytes += read;
    }
    return new ContentHash(HexFormat.of().formatHex(digest.digest()), bytes);
  }

  /** SHA-256 of the text's UTF-8 bytes, in small hexadecimal letters. */
  static String ofText(String text) {
    return HexFormat.of().formatHex(newDigest().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** SHA-256, of nothing so far. */
  public static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException("Cannot compute a checksum: no SHA-256.", everyJavaHasIt);
    }
  }
}
