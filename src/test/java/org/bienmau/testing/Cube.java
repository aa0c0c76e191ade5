package org.bienmau.testing;

import static org.apache.spark.sql.functions.coalesce;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.bienmau.gold.Cell;
import org.bienmau.gold.Observation;
import org.bienmau.reference.Period;
import org.bienmau.reference.PeriodKind;

/**
 * Observations written as a small text table that shows only what a test is about.
 *
 * <p>What the text leaves out is: trade value in USD of all goods, both directions, of one known
 * regime, printed exactly by one publisher; the place is a section. The days of a period follow
 * from its id, the observation's id from the cell.
 */
public final class Cube {
  private static final Map<String, String> DEFAULTS = new LinkedHashMap<>();

  static {
    DEFAULTS.put("measure_id", "trade_value");
    DEFAULTS.put("scope_type", "section");
    DEFAULTS.put("scope_id", "lang_son");
    DEFAULTS.put("section_id", null);
    DEFAULTS.put("direction", "total");
    DEFAULTS.put("goods_id", "all");
    DEFAULTS.put("regime", "customs_declared");
    DEFAULTS.put("unit", "USD");
    DEFAULTS.put("qualifier", "exact");
    DEFAULTS.put("origin", "printed");
    DEFAULTS.put("publisher", "gov");
  }

  private final Rows rows;

  public Cube(SparkSession spark) {
    this.rows = new Rows(spark);
  }

  /** The observations of a text; {@code period_id} and {@code value} must be among its columns. */
  public Dataset<Row> of(String text) {
    TextTable given = TextTable.of(text);
    List<List<String>> lines = new ArrayList<>();
    List<String> columns = null;
    for (List<String> cells : given.rows()) {
      Map<String, String> row = new LinkedHashMap<>(DEFAULTS);
      for (int i = 0; i < cells.size(); i++) {
        row.put(given.columns().get(i), cells.get(i));
      }
      Period period = period(row.get("period_id"));
      row.put("period_kind", period.kind().id());
      row.put("period_start", period.start().toString());
      row.put("period_end", period.end().toString());
      if (row.get("scope_type").equals("section")) {
        row.put("section_id", row.get("scope_id"));
      }
      columns = columns == null ? List.copyOf(row.keySet()) : columns;
      lines.add(columns.stream().map(row::get).toList());
    }
    StringBuilder full = new StringBuilder(TextTable.line(columns));
    lines.forEach(line -> full.append('\n').append(TextTable.line(line)));
    return rows.of(Observation.TABLE, full.toString())
        .withColumn("observation_id", coalesce(Observation.OBSERVATION_ID.col(), Cell.id()));
  }

  private static Period period(String id) {
    if (id.contains("..")) {
      String[] days = id.split("\\.\\.");
      return new Period(PeriodKind.RANGE, LocalDate.parse(days[0]), LocalDate.parse(days[1]));
    }
    int year = Integer.parseInt(id.substring(0, 4));
    if (id.contains("YTD")) {
      LocalDate end = LocalDate.parse(year + id.substring(8));
      return new Period(PeriodKind.YTD, LocalDate.of(year, 1, 1), end);
    }
    return switch (id.length() == 4 ? "" : id.substring(5, 6)) {
      case "M" -> months(PeriodKind.JAN_FEB, year, 1, 2);
      case "" -> months(PeriodKind.YEAR, year, 1, 12);
      case "Q" -> months(PeriodKind.QUARTER, year, 3 * (id.charAt(6) - '1') + 1, 3);
      case "H" -> months(PeriodKind.HALF, year, 6 * (id.charAt(6) - '1') + 1, 6);
      default -> months(PeriodKind.MONTH, year, Integer.parseInt(id.substring(5)), 1);
    };
  }

  private static Period months(PeriodKind kind, int year, int first, int length) {
    YearMonth last = YearMonth.of(year, first + length - 1);
    return new Period(kind, LocalDate.of(year, first, 1), last.atEndOfMonth());
  }
}
