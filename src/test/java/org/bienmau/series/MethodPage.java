package org.bienmau.series;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The page of a method, whose worked example a test recomputes. */
final class MethodPage {
  private MethodPage() {}

  /** Its text, without the alignment of tables. */
  static String of(String name) throws IOException {
    Path base = Path.of(System.getProperty("bienmau.basedir"));
    String text = Files.readString(base.resolve("src/site/markdown/methods/" + name + ".md"));
    return text.replaceAll(" +", " ");
  }
}
