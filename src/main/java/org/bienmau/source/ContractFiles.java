package org.bienmau.source;

import java.nio.file.Path;

/** Where the contracts come from: the files of one folder whose names end on .odcs.yaml. */
public final class ContractFiles {
  /** What the name of every contract ends on. */
  public static final String ENDING = ".odcs.yaml";

  private ContractFiles() {}

  /** The contracts of a folder on disk. */
  public static FolderFiles in(Path folder) {
    return FolderFiles.in(folder, ENDING);
  }

  /**
   * The contracts that the jar carries.
   *
   * @param prefix folder on the class path without slashes at its ends, for example {@code
   *     conf/contracts}
   * @param anyName the name of one contract that is there for certain; a jar need not list folders
   */
  public static FolderFiles onClassPath(String prefix, String anyName) {
    return FolderFiles.onClassPath(prefix, ENDING, anyName);
  }
}
