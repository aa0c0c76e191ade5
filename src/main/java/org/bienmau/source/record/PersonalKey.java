package org.bienmau.source.record;

import java.io.Serializable;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bienmau.source.Contract;
import org.bienmau.source.ContractColumn;

/**
 * What happens to cells that say who somebody is: they are replaced by a keyed hash, or dropped.
 *
 * <p>The key travels to executors inside the serialised reader and nowhere else: it has no accessor
 * and no text form.
 */
public final class PersonalKey implements Serializable {
  private static final String HMAC = "HmacSHA256";
  private static final int FEWEST_BYTES = 16;

  private final byte[] key;
  private final boolean dropping;

  private PersonalKey(byte[] key, boolean dropping) {
    this.key = key;
    this.dropping = dropping;
  }

  /**
   * Personal cells become the first 32 hexadecimal digits of their HMAC-SHA-256 (RFC 2104).
   *
   * @throws MissingPersonalKeyException if the key has fewer than 16 bytes
   */
  public static PersonalKey of(byte[] key) {
    if (key.length < FEWEST_BYTES) {
      throw new MissingPersonalKeyException(
          "Cannot use the key for personal cells: it has %d bytes, and %d are the fewest that protect them. Make one with: openssl rand -hex 32."
              .formatted(key.length, FEWEST_BYTES));
    }
    return new PersonalKey(key.clone(), false);
  }

  /** Personal cells are left out. */
  public static PersonalKey dropping() {
    return new PersonalKey(null, true);
  }

  /** Nobody has said what to do; files with personal cells cannot be read. */
  public static PersonalKey none() {
    return new PersonalKey(null, false);
  }

  /** Whether personal cells are left out. */
  boolean isDropping() {
    return dropping;
  }

  /** Refuses to read personal cells without a key, unless they are to be dropped. */
  void holdTo(Contract contract) {
    List<String> personal =
        contract.columns().stream()
            .filter(ContractColumn::isPersonal)
            .map(ContractColumn::name)
            .toList();
    if (key == null && !dropping && !personal.isEmpty()) {
      throw new MissingPersonalKeyException(
          "Cannot read %s: %s, and there is no key to hash %s with. Set BIENMAU_PERSONAL_KEY or personal.key-file, or leave them out with personal.columns = drop."
              .formatted(
                  contract.dataset(),
                  personal.stream().collect(Collectors.joining(", "))
                      + (personal.size() == 1 ? " is personal" : " are personal"),
                  personal.size() == 1 ? "it" : "them"));
    }
  }

  /** A hash with this key; only where personal cells are not dropped. */
  Mac mac() {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      return mac;
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException("Cannot hash personal cells: no " + HMAC, everyJavaHasIt);
    } catch (InvalidKeyException anyBytesWillDo) {
      throw new IllegalStateException("Cannot hash personal cells.", anyBytesWillDo);
    }
  }

  @Override
  public String toString() {
    return key != null ? "a key" : dropping ? "dropping" : "no key";
  }
}
