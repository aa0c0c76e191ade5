package org.bienmau.pipeline;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.bienmau.table.Table;

/**
 * The tables as readers see them: every table of one release in the version that belongs to it,
 * whatever a run that is under way has written since.
 */
public final class Published {
  private final Lake lake;
  private final Release release;

  private Published(Lake lake, Release release) {
    this.lake = lake;
    this.release = release;
  }

  /**
   * The newest release of a lake.
   *
   * @throws NothingPublishedException if there is none yet
   */
  public static Published latest(Lake lake) {
    return new Published(
        lake, Release.latest(lake).orElseThrow(() -> new NothingPublishedException(lake.root())));
  }

  /** The release that is read. */
  public Release release() {
    return release;
  }

  /** The rows of a table in this release; of a table that is recorded, not built, the newest. */
  public Dataset<Row> read(Table table) {
    Release.Content content = release.tables().get(table.id());
    return content == null ? lake.read(table) : lake.read(table, content.version());
  }

  /**
   * SQL that names the same rows, for views that stay with this release.
   *
   * @throws IllegalStateException if the table was never written
   */
  public String relation(Table table) {
    Release.Content content = release.tables().get(table.id());
    String relation = "delta.`%s`".formatted(lake.path(table));
    return content == null ? relation : relation + " VERSION AS OF " + content.version();
  }

  /** Whether the table has rows to read: it is part of the release, or was recorded before. */
  public boolean has(Table table) {
    return release.tables().containsKey(table.id()) || lake.has(table);
  }
}
