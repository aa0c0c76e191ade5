package org.bienmau.serve;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.bienmau.pipeline.Published;
import org.bienmau.pipeline.Tables;
import org.bienmau.table.Layer;
import org.bienmau.table.Table;
import org.bienmau.table.TableColumn;

/**
 * Puts every table into a session's catalogue under its own name, for example {@code gold.trend}.
 *
 * <p>Each is a view of one version of a Delta table, so that a query that joins several of them
 * sees one release; views also show their columns over JDBC, which Delta tables do not.
 */
public final class CatalogViews {
  private CatalogViews() {}

  /**
   * Creates or replaces the views of tables that have been written.
   *
   * @param location folder that the databases name as theirs; nothing is written to it
   * @param wanted which tables; each view costs a look at its table's log
   * @return the SQL of each view by table id
   */
  public static Map<String, String> create(
      SparkSession spark, Published published, String location, Predicate<Table> wanted) {
    return create(spark, published, location, "", wanted);
  }

  /**
   * Creates or replaces the views in databases whose names begin with a prefix, for a metastore
   * that others use too.
   */
  static Map<String, String> create(
      SparkSession spark,
      Published published,
      String location,
      String prefix,
      Predicate<Table> wanted) {
    for (Layer layer : Layer.values()) {
      // Asked first, because Spark warns of a database that is there already.
      if (!spark.catalog().databaseExists(prefix + layer.id())) {
        spark.sql(
            "CREATE DATABASE IF NOT EXISTS `%s` LOCATION '%s'"
                .formatted(prefix + layer.id(), location + "/" + layer.id()));
      }
    }
    Map<String, String> views = new LinkedHashMap<>();
    for (Table table : Tables.ALL) {
      if (wanted.test(table) && published.has(table)) {
        String relation =
            table.isVirtual() ? RecordViews.rows(table, published) : published.relation(table);
        String view = view(prefix, table, relation);
        spark.sql(view);
        views.put(table.id(), view);
      }
    }
    return views;
  }

  private static String view(String prefix, Table table, String relation) {
    String columns =
        table.columns().stream()
            .map(column -> "`%s` COMMENT %s".formatted(column.name(), quoted(column.comment())))
            .collect(Collectors.joining(", "));
    String names =
        table.columns().stream()
            .map(TableColumn::name)
            .map(name -> "`" + name + "`")
            .collect(Collectors.joining(", "));
    return "CREATE OR REPLACE VIEW `%s`.`%s` (%s) COMMENT %s AS SELECT %s FROM %s"
        .formatted(
            prefix + table.layer().id(),
            table.name(),
            columns,
            quoted(table.purpose()),
            names,
            relation);
  }

  static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
