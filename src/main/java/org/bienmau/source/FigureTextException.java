package org.bienmau.source;

/** A text in a file is not a figure, or is two. */
public final class FigureTextException extends RuntimeException {
  private final ReasonCode code;

  FigureTextException(ReasonCode code, String message) {
    super(message);
    this.code = code;
  }

  /** {@code NOT_A_NUMBER}, {@code NUMBER_AMBIGUOUS} or {@code RANGE_REVERSED}. */
  public ReasonCode code() {
    return code;
  }
}
