package org.bienmau.gold.series;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;

import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.bienmau.table.TableColumn;

/** Takes an array of the analysis apart: one row per element, beside what names the series. */
final class Elements {
  private Elements() {}

  private static final String ELEMENT = "element";

  static Dataset<Row> of(Dataset<Row> analyses, TableColumn array) {
    Column[] key = SeriesKey.cols();
    Column[] both =
        Stream.concat(Arrays.stream(key), Stream.of(explode(array.col()).as(ELEMENT)))
            .toArray(Column[]::new);
    Column[] flat =
        Stream.concat(Arrays.stream(key), Stream.of(col(ELEMENT + ".*"))).toArray(Column[]::new);
    return analyses.select(both).select(flat);
  }
}
