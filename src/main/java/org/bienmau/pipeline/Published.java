package org.bienmau.pipeline;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.bienmau.table.AsOf;
import org.bienmau.table.Inputs;
import org.bienmau.table.Schemas;
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

  /**
   * The rows of a table in this release; of a table that is recorded, not built, the newest. The
   * rows of a virtual table are computed from what the release was computed from.
   *
   * @throws NothingPublishedException if the release was built without the table: what an earlier
   *     release has left of it belongs to other inputs
   */
  public Dataset<Row> read(Table table) {
    if (table.isVirtual()) {
      Inputs inputs = new Inputs(table, new Pinned(), Map.of(AsOf.class, release.asOf()));
      return Schemas.conform(table.compute().apply(inputs), table);
    }
    Release.Content content = release.tables().get(table.id());
    if (content != null) {
      return lake.read(table, content.version());
    }
    if (!Tables.RECORDED.contains(table)) {
      throw new NothingPublishedException(table.id(), release.number());
    }
    return lake.read(table);
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

  /**
   * SQL that names the rows of a table which this release was computed from, and none where it was
   * computed without the table.
   */
  public String source(Table table) {
    return pinned(table)
        .map(
            content -> "delta.`%s` VERSION AS OF %d".formatted(lake.path(table), content.version()))
        .orElseGet(() -> noRows(table));
  }

  private static String noRows(Table table) {
    return table.columns().stream()
        .map(column -> "CAST(NULL AS %s) AS `%s`".formatted(column.type().sql(), column.name()))
        .collect(Collectors.joining(", ", "(SELECT ", " WHERE false)"));
  }

  private Optional<Release.Content> pinned(Table table) {
    return Optional.ofNullable(release.tables().get(table.id()))
        .or(() -> Optional.ofNullable(release.sources().get(table.id())));
  }

  /**
   * Whether the table has rows to read: it is part of the release, or was recorded before. A
   * virtual table has when the release knows its first input, whose rows it shows.
   */
  public boolean has(Table table) {
    return table.isVirtual()
        ? pinned(table.inputs().get(0)).isPresent()
        : release.tables().containsKey(table.id())
            || Tables.RECORDED.contains(table) && lake.has(table);
  }

  /** The inputs of a virtual table in the versions that the release was computed from. */
  private final class Pinned implements Inputs.Source {
    @Override
    public Dataset<Row> read(Table table) {
      return pinned(table)
          .map(content -> lake.read(table, content.version()))
          .orElseGet(() -> lake.none(table));
    }

    @Override
    public Dataset<Row> local(List<Row> rows, StructType schema) {
      return lake.local(rows, schema);
    }
  }
}
