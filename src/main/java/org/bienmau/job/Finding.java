package org.bienmau.job;

/**
 * One line of {@code doctor}.
 *
 * @param what was looked at
 * @param state whether a run can go on
 * @param found what is there
 * @param advice what to do about it; empty when there is nothing to do
 */
record Finding(String what, State state, String found, String advice) {

  /** Whether something stands in the way of a run. */
  enum State {
    OK,
    WARN,
    FAIL
  }

  static Finding ok(String what, String found) {
    return new Finding(what, State.OK, found, "");
  }

  static Finding warn(String what, String found, String advice) {
    return new Finding(what, State.WARN, found, advice);
  }

  static Finding fail(String what, String found, String advice) {
    return new Finding(what, State.FAIL, found, advice);
  }
}
