package org.bienmau.pipeline;

/**
 * Whom a run tells how far it has come.
 *
 * <p>Steps follow one another: each {@code step} is ended by one {@code done} or {@code skipped} of
 * the same name, or by the failure of the run. Texts are for people; nothing may depend on them.
 */
public interface Progress {

  /** A step begins, for example {@code "gold.trend"}. */
  void step(String what);

  /** The step under way has done so many of its parts, for example 3 of 12 files. */
  void parts(int done, int of);

  /** The step ended well; {@code detail} says what came of it and may be empty. */
  void done(String what, String detail);

  /** The step had nothing to do, and why. */
  void skipped(String what, String why);

  /** Something a person should know that is not a failure. */
  void note(String text);

  /** Tells nobody; for tests and for callers that only want the result. */
  static Progress silent() {
    return new Progress() {
      @Override
      public void step(String what) {}

      @Override
      public void parts(int done, int of) {}

      @Override
      public void done(String what, String detail) {}

      @Override
      public void skipped(String what, String why) {}

      @Override
      public void note(String text) {}
    };
  }
}
