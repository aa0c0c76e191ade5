package org.bienmau.job;

import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.bienmau.config.Settings;
import org.bienmau.pipeline.Lake;
import org.bienmau.pipeline.LakeViews;

/** A lake that is only read: its tables under their names, as the last release has them. */
final class LakeReading implements AutoCloseable {
  private final SparkSession spark;
  private final Lake lake;
  private final List<String> tables;

  LakeReading(String command, Settings settings) {
    spark = LakeSession.start(command, settings.spark());
    lake = new Lake(spark, settings.lakeRoot());
    tables = new LakeViews(lake).create();
    if (tables.isEmpty()) {
      spark.stop();
      throw new RefusedException(
          ExitCode.CONFIGURATION,
          "Cannot read %s: there is no lake. Run jobs/bienmau run first, or set lake.root."
              .formatted(settings.lakeRoot()));
    }
  }

  SparkSession spark() {
    return spark;
  }

  Lake lake() {
    return lake;
  }

  /** The names that a query may use. */
  List<String> tables() {
    return tables;
  }

  @Override
  public void close() {
    spark.stop();
  }
}
