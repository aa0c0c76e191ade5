package org.bienmau.gold;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.bienmau.silver.Figure;
import org.bienmau.table.AsOf;

/** The figures that count: neither replaced nor withdrawn, and known by the day of the build. */
final class Standing {
  private Standing() {}

  static Dataset<Row> of(Dataset<Row> figures, AsOf asOf) {
    return figures.filter(
        Figure.RECORDED_TO.col().isNull().and(asOf.knew(Figure.KNOWN_FROM.col())));
  }
}
