package org.bienmau.bronze;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bienmau.table.Table;
import org.bienmau.table.TableColumn;

/** The datasets of statements, each with a contract of its name. */
public final class StatementDatasets {
  private StatementDatasets() {}

  public static final StatementDataset TRADE_STATISTICS =
      StatementDataset.of(
          "trade_statistics",
          "For reading the cells of statistics tables as they came, whatever became of them.",
          "source_url",
          "publisher",
          "published_on",
          "scope_type",
          "scope_name",
          "province",
          "period_start",
          "period_end",
          "period_kind",
          "metric",
          "direction",
          "commodity",
          "regime",
          "value",
          "unit",
          "qualifier",
          "value_high",
          "yoy_pct",
          "mom_pct",
          "plan_pct",
          "note");

  public static final StatementDataset PLANS =
      StatementDataset.of(
          "plans",
          "For reading targets as they came, whatever became of them.",
          "source_url",
          "publisher",
          "published_on",
          "scope_type",
          "scope_name",
          "province",
          "period_start",
          "period_end",
          "period_kind",
          "metric",
          "direction",
          "commodity",
          "regime",
          "value",
          "unit",
          "qualifier",
          "value_high",
          "decision",
          "note");

  public static final StatementDataset ORIGIN_CERTIFICATES =
      StatementDataset.of(
          "origin_certificates",
          "For reading totals of certificates of origin as they came, whatever became of them.",
          "source_url",
          "publisher",
          "published_on",
          "scope_type",
          "scope_name",
          "province",
          "period_start",
          "period_end",
          "period_kind",
          "metric",
          "form",
          "direction",
          "commodity",
          "regime",
          "value",
          "unit",
          "qualifier",
          "value_high",
          "yoy_pct",
          "note");

  public static final List<StatementDataset> ALL =
      List.of(PublishedFigures.STATEMENTS, TRADE_STATISTICS, PLANS, ORIGIN_CERTIFICATES);

  /** Their tables. */
  public static List<Table> tables() {
    return ALL.stream().map(StatementDataset::table).toList();
  }

  /** The dataset of a name; empty when it is none of statements. */
  public static Optional<StatementDataset> named(String dataset) {
    return ALL.stream().filter(one -> one.name().equals(dataset)).findFirst();
  }

  /** The cells that any of them has. */
  public static Set<TableColumn> cells() {
    Set<TableColumn> cells = new LinkedHashSet<>();
    ALL.forEach(one -> cells.addAll(one.cells()));
    return cells;
  }
}
