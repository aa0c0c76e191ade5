package org.bienmau.source.layout;

/** What became of the rows of a file, counted while they are handed out. */
final class Tally {
  long read;
  long leftOut;
  long empty;
  long made;

  /** A sentence for the person who watches. */
  String sentence() {
    return "%,d rows became %,d; %,d rows left out, %,d empty places"
        .formatted(read, made, leftOut, empty);
  }
}
