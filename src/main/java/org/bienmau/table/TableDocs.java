package org.bienmau.table;

import java.util.stream.Collectors;
import org.bienmau.check.Check;

/** Renders a table's declaration as the page that a reader of the data gets. */
public final class TableDocs {
  private TableDocs() {}

  public static String render(Table table) {
    StringBuilder page = new StringBuilder();
    page.append("# ").append(table.id()).append("\n\n").append(table.purpose()).append("\n\n");
    page.append("One row per ")
        .append(
            table.grain().stream()
                .map(c -> "`" + c.name() + "`")
                .collect(Collectors.joining(" x ")))
        .append(".\n\n");
    page.append("| Column | Type | Unit | Empty? | Meaning |\n|---|---|---|---|---|\n");
    for (TableColumn c : table.columns()) {
      page.append(
          "| `%s` | %s | %s | %s | %s |\n"
              .formatted(
                  c.name(),
                  c.type().simpleString(),
                  c.unit(),
                  c.nullable() ? "may be" : "never",
                  c.description()));
    }
    page.append("\nComputed from: ")
        .append(
            table.inputs().stream().map(t -> "`" + t.id() + "`").collect(Collectors.joining(", ")))
        .append(".\n\n## Checks\n\n");
    for (Check check : table.allChecks()) {
      page.append("- **").append(check.severity()).append("** ").append(check.rule()).append("\n");
    }
    return page.toString();
  }
}
