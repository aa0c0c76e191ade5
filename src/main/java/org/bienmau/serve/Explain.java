package org.bienmau.serve;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.bienmau.bronze.Delivery;
import org.bienmau.gold.Observation;
import org.bienmau.gold.ObservationSource;
import org.bienmau.gold.facts.RecordCell;
import org.bienmau.pipeline.Published;
import org.bienmau.silver.Figure;
import org.bienmau.table.Table;
import org.bienmau.table.TableColumn;

/**
 * Follows cells of a gold table back to the printed figures: file, line, page and the rule that
 * chose them.
 *
 * <p>A table is followed by its columns that end in {@code observation_id} or {@code figure_id}. A
 * row that stands for several others, such as the region's, is followed through the rows that share
 * its key but for the place.
 */
public final class Explain {
  private static final Column IS_CURRENT = Figure.RECORDED_TO.col().isNull();

  private final Published published;

  public Explain(Published published) {
    this.published = published;
  }

  /**
   * Explains the cells of a table that have these values.
   *
   * @param key column names and their values as text
   * @param most how many cells at the most
   * @throws UnknownColumnException if the table has no such column
   */
  public List<Explanation> cells(Table table, Map<String, String> key, int most) {
    Dataset<Row> rows = published.read(table);
    for (Map.Entry<String, String> part : key.entrySet()) {
      rows =
          rows.filter(column(table, part.getKey()).col().cast("string").equalTo(part.getValue()));
    }
    Column[] order = table.grain().stream().map(TableColumn::col).toArray(Column[]::new);
    List<Explanation> explanations = new ArrayList<>();
    for (Row row : rows.orderBy(order).limit(most).collectAsList()) {
      explanations.add(explanation(table, row));
    }
    return explanations;
  }

  private static TableColumn column(Table table, String name) {
    return table.columns().stream()
        .filter(column -> column.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new UnknownColumnException(table, name));
  }

  private Explanation explanation(Table table, Row row) {
    Map<String, String> links = links(table, row);
    if (links.isEmpty()) {
      links = linksOfParts(table, row);
    }
    List<Explanation.Source> sources = new ArrayList<>();
    links.forEach((column, id) -> sources.addAll(sources(column, id)));
    return new Explanation(cell(table, row), how(table, row, links), sources);
  }

  /** The ids in the row that lead to observations or figures, by column. */
  private static Map<String, String> links(Table table, Row row) {
    Map<String, String> links = new LinkedHashMap<>();
    boolean observed = false;
    for (TableColumn column : table.columns()) {
      String value = leads(column) ? row.getAs(column.name()) : null;
      if (value != null && !(observed && column.equals(Observation.FIGURE_ID))) {
        links.put(column.name(), value);
        observed |= column.equals(Observation.OBSERVATION_ID);
      }
    }
    return links;
  }

  private static boolean leads(TableColumn column) {
    return column.name().endsWith("observation_id") || column.name().endsWith("figure_id");
  }

  private Map<String, String> linksOfParts(Table table, Row row) {
    Map<String, String> links = new LinkedHashMap<>();
    List<TableColumn> shared =
        table.grain().stream().filter(column -> !column.name().equals("scope_id")).toList();
    if (shared.size() == table.grain().size()) {
      return links;
    }
    Dataset<Row> parts = published.read(table);
    for (TableColumn column : shared) {
      parts = parts.filter(column.col().equalTo(lit(row.getAs(column.name()))));
    }
    for (Row part : parts.orderBy("scope_id").collectAsList()) {
      String place = part.getAs("scope_id");
      links(table, part).forEach((column, id) -> links.put(place + " " + column, id));
    }
    return links;
  }

  private List<Explanation.Source> sources(String column, String id) {
    Dataset<Row> figures = published.read(Figure.TABLE).filter(IS_CURRENT);
    Dataset<Row> found =
        column.endsWith("figure_id")
            ? figures.filter(Figure.FIGURE_ID.col().equalTo(id)).withColumn("role", lit("stated"))
            : figures.join(
                published
                    .read(ObservationSource.TABLE)
                    .filter(ObservationSource.OBSERVATION_ID.col().equalTo(id))
                    .select(Figure.STATEMENT_KEY.col(), ObservationSource.ROLE.col()),
                Figure.STATEMENT_KEY.name());
    return found
        .join(
            published.read(Delivery.TABLE).select(Delivery.FILE_ID.col(), Delivery.FILE_NAME.col()),
            Delivery.FILE_ID.name())
        .orderBy(col("role"), Figure.SOURCE_TIER.col(), Figure.FIGURE_ID.col())
        .collectAsList()
        .stream()
        .map(row -> source(column, row))
        .toList();
  }

  private static Explanation.Source source(String column, Row row) {
    return new Explanation.Source(
        column,
        row.getAs("role"),
        row.getAs(Figure.FIGURE_ID.name()),
        "%s %s %s"
            .formatted(
                row.getAs(Figure.QUALIFIER.name()),
                row.getAs(Figure.PRINTED_VALUE.name()),
                row.getAs(Figure.PRINTED_UNIT.name())),
        row.getAs(Figure.PUBLISHER.name()),
        row.getAs(Figure.PUBLISHED_ON.name()),
        row.getAs(Figure.SOURCE_URL.name()),
        row.getAs(Delivery.FILE_NAME.name()),
        row.getAs(Figure.LINE_NO.name()),
        row.getAs(Figure.ORIGIN.name()),
        row.getAs(Figure.VINTAGE_NO.name()),
        row.getAs(Figure.NOTE.name()));
  }

  private static Map<String, String> cell(Table table, Row row) {
    Map<String, String> cell = new LinkedHashMap<>();
    for (TableColumn column : table.columns()) {
      Object value = row.getAs(column.name());
      if (value != null) {
        cell.put(column.name(), text(value));
      }
    }
    return cell;
  }

  private static String text(Object value) {
    return value instanceof BigDecimal number
        ? number.stripTrailingZeros().toPlainString()
        : value.toString();
  }

  private List<String> how(Table table, Row row, Map<String, String> links) {
    List<String> how = new ArrayList<>();
    if (table.equals(Observation.TABLE)) {
      how.addAll(how(row));
    } else if (table.equals(RecordCell.TABLE)) {
      how.addAll(
          new RecordTrail(published)
              .of(
                  row,
                  row.getAs(RecordCell.SOURCE_ID.name()),
                  row.getAs(RecordCell.RULE.name()),
                  row.getAs(RecordCell.RECORDS.name())));
    } else {
      links.forEach(
          (column, id) ->
              observation(id)
                  .ifPresent(one -> how(one).forEach(line -> how.add(column + ": " + line))));
    }
    how.add(
        "Release %d of %s: %s"
            .formatted(published.release().number(), table.id(), table.purpose()));
    return how;
  }

  /** The rule that chose an observation and, where it was computed, the records behind it. */
  private List<String> how(Row observation) {
    List<String> how = new ArrayList<>();
    how.add(RuleWords.of(observation.getAs(Observation.RULE.name())));
    String recordRule = observation.getAs(Observation.RECORD_RULE.name());
    if (recordRule != null) {
      how.addAll(
          new RecordTrail(published)
              .of(
                  observation,
                  observation.getAs(Observation.PUBLISHER.name()),
                  recordRule,
                  observation.getAs(Observation.RECORDS.name())));
    }
    return how;
  }

  private Optional<Row> observation(String id) {
    return published
        .read(Observation.TABLE)
        .filter(Observation.OBSERVATION_ID.col().equalTo(id))
        .collectAsList()
        .stream()
        .findFirst();
  }
}
