package org.bienmau.config;

/** How the steps of a run are shown. */
public enum ProgressStyle {
  /** Fancy on a terminal that can do it, plain elsewhere. */
  AUTO,
  /** A line when a step begins and one when it ends. */
  PLAIN,
  /** One line per step that counts the time while the step runs. */
  FANCY,
  /** Nothing. */
  NONE
}
