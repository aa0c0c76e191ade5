package org.bienmau.job;

import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.bienmau.config.Settings;
import org.bienmau.pipeline.Lake;
import org.bienmau.pipeline.Published;
import org.bienmau.serve.CatalogViews;

/** A lake that is only read: its tables under their names, as the last release has them. */
final class LakeReading implements AutoCloseable {
  private final SparkSession spark;
  private final Published published;
  private final Set<String> views;

  LakeReading(String command, Settings settings) {
    spark = LakeSession.start(command, settings.spark());
    try {
      published = Published.latest(new Lake(spark, settings.lakeRoot()));
      views = CatalogViews.create(spark, published, settings.lakeRoot()).keySet();
    } catch (RuntimeException e) {
      spark.stop();
      throw e;
    }
  }

  SparkSession spark() {
    return spark;
  }

  Published published() {
    return published;
  }

  /** The names that a query may use. */
  Set<String> tables() {
    return views;
  }

  @Override
  public void close() {
    spark.stop();
  }
}
