package org.bienmau.source;

/**
 * Where in a delimited row a text stops; a quotation mark inside an unquoted cell opens nothing.
 */
enum QuoteState {
  CELL_START,
  PLAIN,
  QUOTED,
  /** Behind a quotation mark that closes the cell, unless another one follows and makes it text. */
  CLOSED;

  static QuoteState after(CharSequence row, char delimiter) {
    QuoteState state = CELL_START;
    for (int i = 0; i < row.length(); i++) {
      state = state.next(row.charAt(i), delimiter);
    }
    return state;
  }

  private QuoteState next(char letter, char delimiter) {
    if (this == QUOTED) {
      return letter == '"' ? CLOSED : QUOTED;
    }
    if (letter == delimiter || letter == '\n' || letter == '\r') {
      return CELL_START;
    }
    boolean opens = letter == '"' && (this == CELL_START || this == CLOSED);
    return opens ? QUOTED : PLAIN;
  }
}
