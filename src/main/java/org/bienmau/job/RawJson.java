package org.bienmau.job;

/** A cell that is JSON already: a list, a map or a structure. */
record RawJson(String text) {
  @Override
  public String toString() {
    return text;
  }
}
