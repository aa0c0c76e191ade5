package org.bienmau.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.bienmau.table.TableColumn;

/** Compares rows with a small text table: all rows, exact values, any order. */
public final class DatasetAssert {
  private final Dataset<Row> actual;

  private DatasetAssert(Dataset<Row> actual) {
    this.actual = actual;
  }

  public static DatasetAssert assertRows(Dataset<Row> actual) {
    return new DatasetAssert(actual);
  }

  /** Keeps only these columns in the comparison. */
  public DatasetAssert in(TableColumn... columns) {
    return new DatasetAssert(
        actual.select(Arrays.stream(columns).map(TableColumn::col).toArray(Column[]::new)));
  }

  public void are(String text) {
    List<String> lines =
        text.strip().lines().map(l -> render(Arrays.asList(Rows.cells(l)))).toList();
    assertThat(String.join(" | ", actual.columns())).as("columns").isEqualTo(lines.get(0));
    assertThat(actual.collectAsList().stream().map(DatasetAssert::render).toList())
        .as("rows of [%s]", lines.get(0))
        .containsExactlyInAnyOrderElementsOf(lines.subList(1, lines.size()));
  }

  private static String render(Row row) {
    return render(
        java.util.stream.IntStream.range(0, row.size())
            .mapToObj(i -> row.isNullAt(i) ? null : row.get(i).toString())
            .toList());
  }

  private static String render(List<String> cells) {
    return cells.stream().map(c -> c == null ? "" : c).collect(Collectors.joining(" | "));
  }
}
