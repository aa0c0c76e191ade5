package org.bienmau.source.record;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableProvider;
import org.apache.spark.sql.connector.expressions.Transform;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/**
 * The entrance for Spark, which knows data sources by the names of classes and hands them texts.
 *
 * <p>A table with a key in it must not become text, so it is left here under a random name for as
 * long as Spark takes to pick it up; what Spark plans with then holds the table itself.
 */
public final class RecordSource implements TableProvider {
  private static final String NAME = "reading";
  private static final Map<String, RecordTable> LEFT_HERE = new ConcurrentHashMap<>();

  static Dataset<Row> load(DataFrameReader spark, RecordTable table) {
    String name = UUID.randomUUID().toString();
    LEFT_HERE.put(name, table);
    try {
      return spark.format(RecordSource.class.getName()).option(NAME, name).load();
    } finally {
      LEFT_HERE.remove(name);
    }
  }

  @Override
  public StructType inferSchema(CaseInsensitiveStringMap options) {
    return table(options.get(NAME)).schema();
  }

  @Override
  public Table getTable(
      StructType schema, Transform[] partitioning, Map<String, String> properties) {
    return table(new CaseInsensitiveStringMap(properties).get(NAME));
  }

  private static RecordTable table(String name) {
    RecordTable table = name == null ? null : LEFT_HERE.get(name);
    if (table == null) {
      throw new IllegalStateException(
          "Cannot read records: this source is used through RecordReading.rows only.");
    }
    return table;
  }
}
