package org.bienmau.source;

/**
 * Why a row is refused; the names are stable, so that counts of them can be followed over time. The
 * rules of a contract about several cells of a record give their own names as codes.
 */
public enum ReasonCode {
  /** The row has more or fewer cells than the header. */
  CELL_COUNT,
  /** A quotation mark is opened and not closed, or closed in the middle of a cell. */
  QUOTING,
  /** A cell holds bytes that are not UTF-8. */
  ENCODING,
  /** A cell of a workbook shows an error, or is a formula whose value was never stored. */
  CELL_ERROR,
  /** A number that a workbook cannot have kept digit by digit. */
  DIGITS_LOST,
  /** A figure in a cell that is merged with others, so that nobody can tell which row it is of. */
  MERGED_CELL,
  /** A key of a line of JSON that the layout does not name. */
  UNKNOWN_KEY,
  /** A line that is not one whole object of JSON. */
  NOT_JSON,
  /** A cell that the contract requires is empty. */
  REQUIRED_EMPTY,
  NOT_A_DATE,
  /** No instant with an offset from UTC. */
  NOT_A_TIMESTAMP,
  NOT_TRUE_OR_FALSE,
  NOT_A_NUMBER,
  /**
   * A number that the Vietnamese and the English way read differently, in a file that declares
   * neither.
   */
  NUMBER_AMBIGUOUS,
  /** A quantity below zero. */
  NEGATIVE,
  /** A part of a truck, a person or a declaration. */
  NOT_A_WHOLE_NUMBER,
  /** More digits than any figure of the border can have. */
  TOO_LARGE,
  /** More decimals than the column has; a record is never rounded. */
  TOO_PRECISE,
  BELOW_MINIMUM,
  ABOVE_MAXIMUM,
  /** Not written in the form that the contract gives for the column. */
  PATTERN_MISMATCH,
  NOT_IN_LIST,
  /** The period ends before it starts. */
  PERIOD_REVERSED,
  /** The dates are not those of the kind, for example a quarter that begins in February. */
  PERIOD_KIND_MISMATCH,
  SCOPE_UNKNOWN,
  /** The name means more than one place. */
  SCOPE_AMBIGUOUS,
  /** The place lies in another province than the row says. */
  PROVINCE_MISMATCH,
  GATE_UNKNOWN,
  /** The name means more than one gate. */
  GATE_AMBIGUOUS,
  PUBLISHER_UNKNOWN,
  COUNTRY_UNKNOWN,
  /** No chapter of the Harmonized System begins so. */
  HS_CODE_UNKNOWN,
  UNIT_DOES_NOT_FIT_MEASURE,
  /** The value's cell prints a unit that contradicts the unit's cell. */
  UNIT_CONTRADICTED,
  /** The upper end of a range lies below the lower one. */
  RANGE_REVERSED,
  /** A fall of more than all, or a negative share of a plan. */
  PERCENT_IMPOSSIBLE,
  /** Published before the period began, which only a plan or a capacity can be. */
  PUBLISHED_BEFORE_PERIOD,
  /** Published after the day on which the page was read. */
  PUBLISHED_AFTER_ACCESS,
  /** The period begins after the day on which the page was read. */
  FUTURE_PERIOD,
  /** No dated rate is known for the currency and the period. */
  NO_EXCHANGE_RATE;

  /**
   * Whether the reader of the file gives this reason, before anybody looks at what the row says.
   */
  public boolean isOfReading() {
    return switch (this) {
      case CELL_COUNT,
          QUOTING,
          ENCODING,
          CELL_ERROR,
          DIGITS_LOST,
          MERGED_CELL,
          UNKNOWN_KEY,
          NOT_JSON ->
          true;
      default -> false;
    };
  }
}
