package org.bienmau.pipeline;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.bienmau.reference.Registers;
import org.bienmau.source.Contract;
import org.bienmau.table.AsOf;

/** Short names for everything that a result was made from: equal parts, equal name. */
public final class Fingerprint {
  private Fingerprint() {}

  /** Sixteen hexadecimal digits of the SHA-256 of the parts. */
  static String of(String... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String part : parts) {
        digest.update(part.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 8);
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException("Cannot compute a fingerprint: no SHA-256.", everyJavaHasIt);
    }
  }

  /**
   * What a build depends on: the files taken in, the registers, the contract, the date whose
   * knowledge counts, and the code.
   */
  public static String ofInputs(
      Lake lake, Registers registers, Contract contract, AsOf asOf, String code) {
    List<IngestedFile> files = IngestedFile.all(lake);
    Stream<String> what =
        Stream.of(registers.checksum(), contract.toString(), String.valueOf(asOf.day()), code);
    Stream<String> which = files.stream().map(file -> file.sha256() + file.judgedWith());
    return of(Stream.concat(what, which).toArray(String[]::new));
  }
}
