package org.bienmau.source.record;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.spark.unsafe.types.UTF8String;
import org.bienmau.source.ReasonCode;

/**
 * What a cell of few different ones means; cells that mean the same share one word.
 *
 * @param value as the tables have it; null for a cell that is no value
 * @param hash the hash of the value
 * @param knowledge what its register knows of it and the rules ask for: the place of a gate among
 *     the gates, or the editions of the Harmonized System that have a code
 * @param code why the cell is no value; null when it is one
 * @param message the same as a sentence; null when the cell is a value
 */
record Word(UTF8String value, long hash, long knowledge, ReasonCode code, String message) {

  static Word of(String value, long knowledge) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    byte[] padded = Arrays.copyOf(bytes, bytes.length + ByteWindow.SLACK);
    return new Word(
        UTF8String.fromBytes(bytes), Hash64.of(padded, 0, bytes.length), knowledge, null, null);
  }

  static Word refused(ReasonCode code, String message) {
    return new Word(null, 0, 0, code, message);
  }

  boolean isSameAs(Word other) {
    return this == other || hash == other.hash && value.equals(other.value);
  }

  boolean isValue() {
    return value != null;
  }
}
