package org.bienmau.serve;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.bienmau.bronze.Delivery;
import org.bienmau.bronze.DeliveryMonth;
import org.bienmau.bronze.TradeDeclarations;
import org.bienmau.bronze.VehicleCounts;
import org.bienmau.bronze.VehicleCrossings;
import org.bienmau.gold.facts.RecordCell;
import org.bienmau.pipeline.Published;
import org.bienmau.reference.Direction;
import org.bienmau.reference.ScopeType;
import org.bienmau.silver.Figure;
import org.bienmau.table.TableColumn;

/** Leads from a value that was added up from records to their files and to the records. */
final class RecordTrail {
  private static final int FILES_NAMED = 5;
  private static final String LINES = "lines_added";
  private static final String ALL_GOODS = "all";
  private static final String BOTH_DIRECTIONS = Direction.TOTAL.id();

  private final Published published;

  RecordTrail(Published published) {
    this.published = published;
  }

  /**
   * Sentences on where a value comes from.
   *
   * @param cell a row with the columns of a cell of the cube
   * @param source whose records were added up
   * @param rule how, see {@link RecordCell#RULE}
   * @param records how many
   */
  List<String> of(Row cell, String source, String rule, long records) {
    List<String> trail = new ArrayList<>();
    trail.add(RuleWords.of(rule) + " %,d records of %s.".formatted(records, source));
    trail.add(files(cell, rule));
    trail.add("Ask for them with jobs/bienmau query \"" + query(cell, source, rule) + "\"");
    return trail;
  }

  /** The files whose rows have to do with the months of the cell, from what the ledger says. */
  private String files(Row cell, String rule) {
    String dataset = dataset(rule);
    Dataset<Row> deliveries =
        Delivery.live(
            published
                .read(Delivery.TABLE)
                .filter(Delivery.DATASET.col().equalTo(dataset))
                .filter(Delivery.ARRIVAL_NO.col().leq(published.release().ledgerNo())),
            published.release().asOf());
    List<Row> files =
        published
            .read(DeliveryMonth.TABLE)
            .filter(DeliveryMonth.FIRST_MONTH.col().leq(lit(month(cell, Figure.PERIOD_END))))
            .filter(DeliveryMonth.LAST_MONTH.col().geq(lit(month(cell, Figure.PERIOD_START))))
            .join(
                deliveries.select(Delivery.FILE_ID.col(), Delivery.FILE_NAME.col()),
                Delivery.FILE_ID.name())
            .groupBy(Delivery.FILE_NAME.col())
            .agg(sum(DeliveryMonth.ROWS_ACCEPTED.col()).as("rows"))
            .orderBy(Delivery.FILE_NAME.col())
            .collectAsList();
    String named =
        files.stream()
            .limit(FILES_NAMED)
            .map(file -> "%s (%,d)".formatted(file.getString(0), file.getLong(1)))
            .collect(Collectors.joining(", "));
    String more =
        files.size() > FILES_NAMED ? " and %,d more".formatted(files.size() - FILES_NAMED) : "";
    return "Files of %s with rows of these months: %s%s.".formatted(dataset, named, more);
  }

  private static String dataset(String rule) {
    if (rule.equals(LINES)) {
      return TradeDeclarations.TABLE.name();
    }
    return RecordCell.RULES_OF_COUNTS.contains(rule)
        ? VehicleCounts.TABLE.name()
        : VehicleCrossings.TABLE.name();
  }

  /**
   * SQL that lists the lines of all goods together, else the rows of trade_month, vehicle_day or
   * gate_day, which sort records by goods and day.
   */
  static String query(Row cell, String source, String rule) {
    List<String> where = new ArrayList<>();
    where.add(is("source_id", source));
    String direction = text(cell, Figure.DIRECTION);
    if (!direction.equals(BOTH_DIRECTIONS)) {
      where.add(is("direction", direction));
    }
    where.addAll(place(text(cell, Figure.SCOPE_TYPE), text(cell, Figure.SCOPE_ID)));
    if (!rule.equals(LINES)) {
      where.add(between("day", text(cell, Figure.PERIOD_START), text(cell, Figure.PERIOD_END)));
      if (RecordCell.RULES_OF_COUNTS.contains(rule)) {
        where.add(is("origin", "counts"));
        return select("*", "gold.gate_day", where);
      }
      return select("*", "gold.vehicle_day", where);
    }
    where.add(between("month", month(cell, Figure.PERIOD_START), month(cell, Figure.PERIOD_END)));
    where.add(is("regime", text(cell, Figure.REGIME)));
    String goods = text(cell, Figure.GOODS_ID);
    if (!goods.equals(ALL_GOODS)) {
      where.add(among("goods_id", "gold.dim_goods", goods, "goods_id, parent_goods_id"));
      return select("*", "gold.trade_month", where);
    }
    where.add(is("status", "active"));
    return select(
        "file_id, line_no, declaration_no, item_no, net_kg, value, currency",
        "silver.declaration_line",
        where);
  }

  private static List<String> place(String type, String id) {
    return switch (ScopeType.valueOf(type.toUpperCase(Locale.ROOT))) {
      case GATE -> List.of(among("gate_id", "gold.dim_gate", id, "gate_id, parent_gate_id"));
      case SECTION -> List.of(among("gate_id", "gold.dim_gate", id, "section_id"));
      case AREA -> List.of();
    };
  }

  private static String among(String column, String table, String value, String holders) {
    return "%s IN (SELECT %s FROM %s WHERE '%s' IN (%s))"
        .formatted(column, column, table, value, holders);
  }

  private static String is(String column, String value) {
    return "%s = '%s'".formatted(column, value.replace("'", "\\'"));
  }

  private static String between(String column, String first, String last) {
    return "%s BETWEEN '%s' AND '%s'".formatted(column, first, last);
  }

  private static String select(String columns, String table, List<String> where) {
    return "SELECT %s FROM %s WHERE %s".formatted(columns, table, String.join(" AND ", where));
  }

  private static String month(Row cell, TableColumn day) {
    return text(cell, day).substring(0, 7);
  }

  private static String text(Row cell, TableColumn column) {
    return cell.getAs(column.name()).toString();
  }
}
