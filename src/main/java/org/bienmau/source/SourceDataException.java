package org.bienmau.source;

/** A delivered file cannot be read at all; somebody has to repair or replace it. */
public final class SourceDataException extends RuntimeException {

  /**
   * @param file the file's name as the user knows it
   * @param why what is wrong, without a full stop
   * @param remedy what to do, as a sentence
   */
  public SourceDataException(String file, String why, String remedy) {
    super("Cannot ingest %s: %s. %s".formatted(file, why, remedy));
  }

  /** The same with something more that helps. */
  public SourceDataException(SourceDataException refused, String more) {
    super(refused.getMessage() + " " + more, refused);
  }
}
