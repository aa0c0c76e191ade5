package org.bienmau.series;

/** Carries the reason for which a series cannot be adjusted to the place that makes it a result. */
final class RefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Refusal reason;

  RefusedException(Refusal reason, String detail) {
    super(detail);
    this.reason = reason;
  }

  RefusedException(Refusal reason, String detail, Throwable cause) {
    super(detail, cause);
    this.reason = reason;
  }

  Refusal reason() {
    return reason;
  }
}
