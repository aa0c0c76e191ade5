package org.bienmau.job;

/** What a command prints to standard output, in the form that was asked for. */
interface Answer {
  /** The whole answer, with a line end at its end. */
  String as(OutputFormat format);
}
