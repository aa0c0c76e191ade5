package org.bienmau.gold.facts;

import static org.apache.spark.sql.functions.broadcast;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.bienmau.gold.DimGate;

/** Names the border section of rows that carry a gate; a gate never changes its section. */
final class GateSections {
  private GateSections() {}

  /**
   * Adds section_id; it is empty for a gate that is not registered, which a check then names.
   *
   * @param gates see {@link DimGate}
   */
  static Dataset<Row> named(Dataset<Row> rows, Dataset<Row> gates) {
    Dataset<Row> sections =
        gates.select(DimGate.GATE_ID.col(), DimGate.SECTION_ID.col()).dropDuplicates();
    return rows.join(broadcast(sections), new String[] {DimGate.GATE_ID.name()}, "left");
  }
}
