package org.bienmau.job;

import java.util.Locale;
import org.apache.spark.sql.SparkSession;
import org.bienmau.config.Settings;
import org.bienmau.pipeline.Lake;
import org.bienmau.pipeline.Published;
import org.bienmau.serve.CatalogViews;

/** A lake that is only read, as its last release has it. */
final class LakeReading implements AutoCloseable {
  private final SparkSession spark;
  private final String root;
  private final Published published;

  LakeReading(String command, Settings settings) {
    spark = LakeSession.start(command, settings.spark());
    root = settings.lakeRoot();
    try {
      published = Published.latest(new Lake(spark, root));
    } catch (RuntimeException e) {
      spark.stop();
      throw e;
    }
  }

  /** Makes the tables that a text of SQL may mean known to the session under their names. */
  void show(String sql) {
    String text = sql.toLowerCase(Locale.ROOT);
    boolean asksForNames = text.matches("(?s)\\s*(show|desc|describe)\\b.*");
    CatalogViews.create(
        spark, published, root, table -> asksForNames || text.contains(table.name()));
  }

  SparkSession spark() {
    return spark;
  }

  Published published() {
    return published;
  }

  @Override
  public void close() {
    spark.stop();
  }
}
