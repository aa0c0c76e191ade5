package org.bienmau.table;

import java.util.stream.Collectors;
import org.bienmau.check.Check;

/** Renders a table's declaration as the page that a reader of the data gets. */
public final class TableDocs {
  private TableDocs() {}

  /** The page of one table, in Markdown. */
  public static String render(Table table) {
    StringBuilder page = new StringBuilder();
    page.append("# ").append(table.id()).append("\n\n").append(table.purpose()).append("\n\n");
    page.append("One row per ")
        .append(
            table.grain().stream()
                .map(column -> "`" + column.name() + "`")
                .collect(Collectors.joining(" × ")))
        .append(".\n\n| Column | Type | Unit | Empty? | Meaning |\n|---|---|---|---|---|\n");
    for (TableColumn column : table.columns()) {
      page.append(
          "| `%s` | %s | %s | %s | %s |%n"
              .formatted(
                  column.name(),
                  column.type().simpleString(),
                  column.unit(),
                  column.nullable() ? "may be" : "never",
                  column.description().replace("|", "\\|")));
    }
    page.append("\n").append(origin(table)).append("\n");
    if (!table.isVirtual() && !table.inputs().isEmpty()) {
      table.months().ifPresent(months -> page.append(pieces(months)).append("\n"));
    }
    page.append("\n## Checks\n\n");
    for (Check check : table.allChecks()) {
      page.append("- **").append(check.severity()).append("** ").append(check.rule()).append("\n");
    }
    return page.toString();
  }

  private static String origin(Table table) {
    if (table.inputs().isEmpty()) {
      return table.layer() == Layer.GOLD
          ? "Computed from the registers in `conf/reference`."
          : "Recorded as files come in and runs go on.";
    }
    String how = table.isVirtual() ? "Stored nowhere; computed when read, from " : "Computed from ";
    return table.inputs().stream()
        .map(input -> "[`%s`](%s.md)".formatted(input.id(), input.id()))
        .collect(Collectors.joining(", ", how, "."));
  }

  private static String pieces(Table.Months months) {
    String pieces = "Kept by `%s`: only months that new rows touch are computed again";
    return (months.before() == 0 ? pieces + "." : pieces + ", and the %d after them.")
        .formatted(months.column().name(), months.before());
  }
}
