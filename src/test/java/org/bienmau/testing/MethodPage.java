package org.bienmau.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The worked example of a page under methods, so that a test computes what the page says.
 *
 * <p>The tables below the heading <i>Worked example</i> are, in this order, what is given and what
 * comes out; their columns are named as in the lake. They come back as the text tables that {@link
 * Rows} and {@link DatasetAssert} read.
 */
public final class MethodPage {
  private final String name;
  private final List<String> tables = new ArrayList<>();

  private MethodPage(String name) {
    this.name = name;
  }

  /** The page of this name, for example {@code growth-contribution}. */
  public static MethodPage named(String name) {
    Path page =
        Path.of(System.getProperty("bienmau.basedir"), "src/site/markdown/methods", name + ".md");
    MethodPage found = new MethodPage(name);
    try {
      found.read(Files.readAllLines(page));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  /** A table of the example, 1 for the first. */
  public String table(int number) {
    if (number > tables.size()) {
      throw new IllegalArgumentException(
          "Cannot read table %d of the worked example in %s.md: it has %d."
              .formatted(number, name, tables.size()));
    }
    return tables.get(number - 1);
  }

  private void read(List<String> lines) {
    boolean inExample = false;
    StringBuilder table = new StringBuilder();
    for (String line : lines) {
      if (line.startsWith("## ")) {
        inExample = line.startsWith("## Worked example");
      }
      if (inExample && line.startsWith("|")) {
        if (!line.startsWith("| ---")) {
          table.append(line, 1, line.lastIndexOf('|')).append('\n');
        }
      } else if (!table.isEmpty()) {
        tables.add(table.toString());
        table.setLength(0);
      }
    }
    if (!table.isEmpty()) {
      tables.add(table.toString());
    }
  }
}
