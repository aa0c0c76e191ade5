package org.bienmau.source.layout;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** A file taken apart into sheets. */
interface SheetFile extends Closeable {

  /**
   * A sheet's place in its file.
   *
   * @param name empty for a file without sheets
   * @param isHidden whether a person does not see it
   */
  record Tab(String name, boolean isHidden) {}

  /** All sheets in the file's order. */
  List<Tab> tabs();

  /** Opens one of them; only one is open at a time. */
  Sheet open(int tab) throws IOException;
}
