package org.bienmau.source.record;

/** There is no usable key for personal cells; somebody has to set one, or drop the cells. */
public final class MissingPersonalKeyException extends RuntimeException {

  MissingPersonalKeyException(String message) {
    super(message);
  }
}
