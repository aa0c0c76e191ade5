package org.bienmau.table;

import java.util.List;

/** The rows computed for a table do not have the columns that the table declares. */
public final class SchemaMismatchException extends RuntimeException {
  private final transient Table table;
  private final List<String> differences;

  SchemaMismatchException(Table table, List<String> differences) {
    super(
        "Cannot publish %s: its rows do not have the declared columns.%n  - %s%nChange compute() or the column list in the class of %s."
            .formatted(table.id(), String.join("%n  - ".formatted(), differences), table.id()));
    this.table = table;
    this.differences = List.copyOf(differences);
  }

  public Table table() {
    return table;
  }

  public List<String> differences() {
    return differences;
  }
}
