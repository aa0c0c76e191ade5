package org.bienmau.pipeline;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.bienmau.table.Layer;
import org.bienmau.table.Table;

/**
 * The tables of a lake by their names in SQL, for one session.
 *
 * <p>What is published shows the last release and nothing newer, so a query in the middle of a
 * publication sees the release before it, whole.
 */
public final class LakeViews {
  private final Lake lake;
  private final SparkSession spark;

  /** Names the tables of this lake. */
  public LakeViews(Lake lake) {
    this.lake = lake;
    this.spark = lake.spark();
  }

  /**
   * Makes a view for each table that has rows to show.
   *
   * @return the names that can be queried, for example {@code gold.trend}
   */
  public List<String> create() {
    Map<String, Release.Content> published =
        Release.latest(lake).map(Release::tables).orElse(Map.of());
    List<Table> shown =
        Tables.ALL.stream()
            .filter(table -> published.containsKey(table.id()) || isRecorded(table))
            .toList();
    shown.stream().map(Table::layer).distinct().forEach(this::database);
    shown.forEach(table -> view(table, Optional.ofNullable(published.get(table.id()))));
    return shown.stream().map(Table::id).toList();
  }

  private boolean isRecorded(Table table) {
    return Tables.RECORDED.contains(table) && lake.has(table);
  }

  private void database(Layer layer) {
    String folder = lake.root() + "/" + layer.id();
    spark.sql(
        "CREATE DATABASE IF NOT EXISTS %s LOCATION '%s'"
            .formatted(layer.id(), folder.replace("'", "\\'")));
  }

  private void view(Table table, Optional<Release.Content> content) {
    String version = content.map(c -> " VERSION AS OF %d".formatted(c.version())).orElse("");
    spark.sql(
        "CREATE OR REPLACE VIEW %s AS SELECT * FROM delta.`%s`%s"
            .formatted(table.id(), lake.path(table), version));
  }
}
