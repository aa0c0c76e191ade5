package org.bienmau.pipeline;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
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
   * What every table depends on beside its inputs: the registers, the contracts, the date whose
   * knowledge counts, and the code.
   */
  public static String ofRules(
      Registers registers, Collection<Contract> contracts, AsOf asOf, String code) {
    Stream<String> what = Stream.of(registers.checksum(), String.valueOf(asOf.day()), code);
    return of(
        Stream.concat(what, contracts.stream().map(Contract::toString)).toArray(String[]::new));
  }
}
