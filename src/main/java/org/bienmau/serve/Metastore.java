package org.bienmau.serve;

import static org.bienmau.serve.CatalogViews.quoted;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.bienmau.pipeline.Lake;
import org.bienmau.pipeline.Published;
import org.bienmau.pipeline.Tables;
import org.bienmau.table.Layer;
import org.bienmau.table.Table;

/**
 * Shows a lake to SQL tools through the metastore of the session.
 *
 * <ul>
 *   <li>{@code bienmau} holds the {@link QuestionView questions} that people ask first;
 *   <li>{@code bienmau_gold} and the other layers hold every table as a view that stays with the
 *       release it was registered for;
 *   <li>{@code bienmau_delta} holds the Delta tables themselves at their newest state, for
 *       engineers, for example {@code bienmau_delta.gold_trend}.
 * </ul>
 *
 * Analysts get views because JDBC shows no columns for Delta tables. Registering the same release
 * again leaves the same; what no release holds any more goes.
 */
public final class Metastore {
  private static final String QUESTIONS = "bienmau";
  private static final String PREFIX = QUESTIONS + "_";
  private static final String DELTA = PREFIX + "delta";

  private final SparkSession spark;
  private final String folder;

  /**
   * @param folder where the databases say they live; nothing is ever put there
   */
  public Metastore(SparkSession spark, String folder) {
    this.spark = spark;
    this.folder = folder;
  }

  /** Registers what was published in a lake. */
  public Registered register(Lake lake, Published published) {
    Map<String, String> views =
        CatalogViews.create(spark, published, folder, PREFIX, table -> true);
    for (Layer layer : Layer.values()) {
      keepViews(PREFIX + layer.id(), namesIn(layer, views.keySet()));
    }
    return new Registered(
        published.release().number(),
        views.size(),
        tables(lake).size(),
        questions(views.keySet()).size());
  }

  private static Set<String> namesIn(Layer layer, Set<String> tables) {
    return tables.stream()
        .filter(id -> id.startsWith(layer.id() + "."))
        .map(id -> id.substring(id.indexOf('.') + 1))
        .collect(Collectors.toSet());
  }

  private Set<String> questions(Set<String> tables) {
    database(
        QUESTIONS, "Biên mậu: các câu hỏi thường gặp, cho công cụ BI / first questions, for BI");
    Set<String> answered = new TreeSet<>();
    for (QuestionView view : QuestionView.ALL) {
      if (tables.containsAll(view.reads())) {
        spark.sql(view.statement());
        answered.add(view.name());
      }
    }
    keepViews(QUESTIONS, answered);
    return answered;
  }

  private Set<String> tables(Lake lake) {
    database(DELTA, "Bienmau: the Delta tables at their newest state, for engineers");
    Set<String> registered = new TreeSet<>();
    for (Table table : Tables.ALL) {
      if (lake.has(table)) {
        String name = table.layer().id() + "_" + table.name();
        table(DELTA + "." + name, lake.path(table));
        registered.add(name);
      }
    }
    names("SHOW TABLES IN " + DELTA, "tableName").stream()
        .filter(name -> !registered.contains(name))
        .forEach(name -> spark.sql("DROP TABLE %s.%s".formatted(DELTA, name)));
    return registered;
  }

  /** A lake that moved is pointed to anew; an external table loses no data by it. */
  private void table(String name, String path) {
    if (spark.catalog().tableExists(name)) {
      if (location(name).equals(new Path(path).toUri().getPath())) {
        return;
      }
      spark.sql("DROP TABLE " + name);
    }
    spark.sql("CREATE TABLE %s USING DELTA LOCATION %s".formatted(name, quoted(path)));
  }

  private String location(String table) {
    String uri =
        spark
            .sql("DESCRIBE DETAIL " + table)
            .select("location")
            .collectAsList()
            .get(0)
            .getString(0);
    return new Path(uri).toUri().getPath();
  }

  private void database(String name, String comment) {
    spark.sql(
        "CREATE DATABASE IF NOT EXISTS %s COMMENT %s LOCATION %s"
            .formatted(name, quoted(comment), quoted(folder + "/" + name)));
  }

  private void keepViews(String database, Set<String> wanted) {
    names("SHOW VIEWS IN " + database, "viewName").stream()
        .filter(name -> !wanted.contains(name))
        .forEach(name -> spark.sql("DROP VIEW %s.%s".formatted(database, name)));
  }

  private List<String> names(String show, String column) {
    return spark.sql(show).filter("NOT isTemporary").select(column).collectAsList().stream()
        .map(row -> row.getString(0))
        .toList();
  }

  /**
   * What a metastore holds after registering.
   *
   * @param release the release that the views show
   * @param views tables as readers see them
   * @param tables Delta tables
   * @param questions views over the tables
   */
  public record Registered(long release, int views, int tables, int questions) {}
}
