package org.bienmau.bench;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.bienmau.table.Table;
import org.bienmau.table.TableColumn;

/**
 * Whether two engines filled a table alike, cell by cell.
 *
 * @param table its id
 * @param rows rows that at least one of them has
 * @param onlyOurs rows whose key only Bienmau has
 * @param onlyTheirs rows whose key only the other engine has
 * @param cells cells of the rows that both have, but for those of the key
 * @param different how many of the cells differ
 * @param examples the first few rows that differ
 */
public record CellComparison(
    String table,
    long rows,
    long onlyOurs,
    long onlyTheirs,
    long cells,
    long different,
    List<String> examples) {
  private static final String OURS = "ours";
  private static final String THEIRS = "theirs";
  private static final int SHOWN = 5;

  /** When a row became known is ours alone: the other engine does not know deliveries. */
  private static final Set<String> NOT_COMPARED = Set.of("known_from");

  /**
   * Compares a table with another engine's.
   *
   * @param ours in the declared types
   * @param theirs the same columns, but for when a row became known; cast to the declared types
   */
  public static CellComparison of(Table table, Dataset<Row> ours, Dataset<Row> theirs) {
    List<String> key = table.grain().stream().map(TableColumn::name).toList();
    List<String> values =
        table.columns().stream()
            .map(TableColumn::name)
            .filter(name -> !key.contains(name) && !NOT_COMPARED.contains(name))
            .toList();
    Dataset<Row> both =
        side(table, ours, key, values, OURS)
            .join(
                side(table, theirs, key, values, THEIRS), key.toArray(String[]::new), "full_outer");
    Column different =
        values.stream()
            .map(
                name ->
                    when(col(OURS + "." + name).eqNullSafe(col(THEIRS + "." + name)), lit(0))
                        .otherwise(1))
            .reduce(lit(0), Column::plus);
    Column inBoth = col(OURS).isNotNull().and(col(THEIRS).isNotNull());
    Dataset<Row> judged = both.withColumn("different", when(inBoth, different).otherwise(0));
    Row counts =
        judged
            .agg(
                count(lit(1)),
                count(when(col(THEIRS).isNull(), 1)),
                count(when(col(OURS).isNull(), 1)),
                count(when(inBoth, 1)),
                coalesce(sum(col("different")), lit(0L)))
            .head();
    boolean agree = counts.getLong(1) + counts.getLong(2) + counts.getLong(4) == 0;
    return new CellComparison(
        table.id(),
        counts.getLong(0),
        counts.getLong(1),
        counts.getLong(2),
        counts.getLong(3) * values.size(),
        counts.getLong(4),
        agree ? List.of() : examples(judged, inBoth));
  }

  /** As it stands in the JSON of a run. */
  public Map<String, Object> json(long lines) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("lines", lines);
    json.put("table", table);
    json.put("rows", rows);
    json.put("cells", cells);
    json.put("different", different);
    json.put("only_ours", onlyOurs);
    json.put("only_theirs", onlyTheirs);
    json.put("examples", examples);
    return json;
  }

  /** Whether there is no difference at all. */
  public boolean agrees() {
    return onlyOurs + onlyTheirs + different == 0;
  }

  private static List<String> examples(Dataset<Row> judged, Column inBoth) {
    List<String> examples = new ArrayList<>();
    judged
        .filter(not(inBoth).or(col("different").gt(0)))
        .limit(SHOWN)
        .toJSON()
        .collectAsList()
        .forEach(examples::add);
    return examples;
  }

  private static Dataset<Row> side(
      Table table, Dataset<Row> rows, List<String> key, List<String> values, String name) {
    Column[] keys = key.stream().map(one -> typed(table, one)).toArray(Column[]::new);
    Column[] cells = values.stream().map(one -> typed(table, one)).toArray(Column[]::new);
    return rows.select(
        Stream.concat(Arrays.stream(keys), Stream.of(struct(cells).as(name)))
            .toArray(Column[]::new));
  }

  private static Column typed(Table table, String name) {
    DataType type =
        table.columns().stream()
            .filter(column -> column.name().equals(name))
            .findFirst()
            .orElseThrow()
            .type();
    return col(name).cast(type).as(name);
  }
}
