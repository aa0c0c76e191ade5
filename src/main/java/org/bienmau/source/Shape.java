package org.bienmau.source;

import java.io.Serializable;
import java.util.List;

/** What the rows of a dataset are, and by which columns they are told apart. */
public sealed interface Shape extends Serializable {

  /**
   * Aggregate figures that somebody stated; each becomes a figure that others may contradict.
   *
   * @param key columns that say what a row speaks of; a correction keeps them
   */
  record Statements(List<String> key) implements Shape {
    public Statements {
      key = List.copyOf(key);
    }
  }

  /**
   * Single events of which there are very many, typed at reading.
   *
   * @param key columns that say which event a row tells of; a revision keeps them
   * @param revision columns by which the revisions of one event are ordered, the highest counts;
   *     empty when events are not revised
   * @param periodColumn the date or instant that places the event in a local day and month
   * @param stopAbovePercentRefused the share of refused rows, in per cent, above which a whole file
   *     is refused
   */
  record Records(
      List<String> key, List<String> revision, String periodColumn, int stopAbovePercentRefused)
      implements Shape {
    public Records {
      key = List.copyOf(key);
      revision = List.copyOf(revision);
    }
  }
}
