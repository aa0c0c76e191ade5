package org.bienmau.serve;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A SQL notebook in Databricks' source format: cells parted by {@code -- COMMAND ----------}, text
 * behind {@code -- MAGIC %md}.
 */
public record Notebook(List<Cell> cells) {
  private static final String HEADER = "-- Databricks notebook source";
  private static final String SEPARATOR = "(?m)^-- COMMAND -+\\s*$";
  private static final String MAGIC = "-- MAGIC";
  private static final String MARKDOWN = "%md";

  /** A piece of text or a query. */
  public record Cell(boolean isText, String source) {}

  public Notebook {
    cells = List.copyOf(cells);
  }

  /**
   * Reads a notebook.
   *
   * @param name its file name, for errors
   * @throws IllegalArgumentException if the text is not in the source format
   */
  public static Notebook parse(String name, String text) {
    if (!text.startsWith(HEADER)) {
      throw new IllegalArgumentException(
          "Cannot read the notebook %s: its first line is not '%s'. Export it in source format."
              .formatted(name, HEADER));
    }
    List<Cell> cells = new ArrayList<>();
    for (String part : text.substring(HEADER.length()).split(SEPARATOR)) {
      String source = part.strip();
      if (!source.isEmpty()) {
        cells.add(source.startsWith(MAGIC) ? textCell(source) : new Cell(false, source));
      }
    }
    return new Notebook(cells);
  }

  private static Cell textCell(String source) {
    String text =
        source
            .lines()
            .map(line -> line.substring(Math.min(line.length(), MAGIC.length())).strip())
            .collect(Collectors.joining("\n"));
    return new Cell(true, text.substring(text.indexOf(MARKDOWN) + MARKDOWN.length()).strip());
  }
}
