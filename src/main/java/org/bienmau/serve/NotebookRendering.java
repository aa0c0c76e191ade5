package org.bienmau.serve;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Turns a notebook and the answers to its queries into a Jupyter file ({@code nbformat} 4.5), so
 * that a reader without Spark sees the real outputs. Equal answers give equal bytes.
 */
public final class NotebookRendering {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SparkSession spark;

  /**
   * @param spark a session whose catalogue has the tables that the notebooks name
   */
  public NotebookRendering(SparkSession spark) {
    this.spark = spark;
  }

  /** The notebook as the text of an {@code .ipynb} file, with a line end at its end. */
  public String render(Notebook notebook) {
    ObjectNode file = JSON.createObjectNode();
    ArrayNode cells = file.putArray("cells");
    int queries = 0;
    for (int i = 0; i < notebook.cells().size(); i++) {
      Notebook.Cell cell = notebook.cells().get(i);
      ObjectNode written = cells.addObject();
      written.put("cell_type", cell.isText() ? "markdown" : "code");
      written.put("id", "cell-%02d".formatted(i + 1));
      written.putObject("metadata");
      lines(written.putArray("source"), cell.source());
      if (!cell.isText()) {
        queries++;
        written.put("execution_count", queries);
        answer(written.putArray("outputs").addObject(), queries, spark.sql(cell.source()));
      }
    }
    ObjectNode metadata = file.putObject("metadata");
    metadata
        .putObject("kernelspec")
        .put("display_name", "SQL")
        .put("language", "sql")
        .put("name", "sql");
    metadata.putObject("language_info").put("name", "sql");
    file.put("nbformat", 4);
    file.put("nbformat_minor", 5);
    return text(file);
  }

  private static void answer(ObjectNode output, int number, Dataset<Row> rows) {
    List<String> columns = List.of(rows.columns());
    List<List<String>> cells = new ArrayList<>();
    for (Row row : rows.collectAsList()) {
      List<String> texts = new ArrayList<>();
      for (int i = 0; i < columns.size(); i++) {
        texts.add(text(row.isNullAt(i) ? "" : row.get(i)));
      }
      cells.add(texts);
    }
    output.put("output_type", "execute_result");
    output.put("execution_count", number);
    output.putObject("metadata");
    ObjectNode data = output.putObject("data");
    lines(data.putArray("text/html"), html(columns, cells));
    lines(data.putArray("text/plain"), plain(columns, cells));
  }

  private static String text(Object value) {
    return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
  }

  private static String html(List<String> columns, List<List<String>> rows) {
    return "<table>\n<thead><tr>"
        + columns.stream().map(c -> "<th>" + escaped(c) + "</th>").collect(Collectors.joining())
        + "</tr></thead>\n<tbody>\n"
        + rows.stream()
            .map(
                row ->
                    row.stream()
                        .map(c -> "<td>" + escaped(c) + "</td>")
                        .collect(Collectors.joining("", "<tr>", "</tr>\n")))
            .collect(Collectors.joining())
        + "</tbody>\n</table>";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String plain(List<String> columns, List<List<String>> rows) {
    List<String> lines = new ArrayList<>();
    lines.add(String.join(" | ", columns));
    rows.forEach(row -> lines.add(String.join(" | ", row).stripTrailing()));
    return String.join("\n", lines);
  }

  /** Jupyter keeps a text as its lines, each but the last with its line end. */
  private static void lines(ArrayNode array, String text) {
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      array.add(i < lines.length - 1 ? lines[i] + "\n" : lines[i]);
    }
  }

  private static String text(ObjectNode file) {
    try {
      DefaultIndenter indent = new DefaultIndenter(" ", "\n");
      DefaultPrettyPrinter printer =
          new DefaultPrettyPrinter().withObjectIndenter(indent).withArrayIndenter(indent);
      return JSON.writer(printer).writeValueAsString(file) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot write a notebook as JSON.", e);
    }
  }
}
