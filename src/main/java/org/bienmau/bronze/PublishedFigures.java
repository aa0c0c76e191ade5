package org.bienmau.bronze;

import org.bienmau.table.Table;

/** The rows of published-figures files exactly as received, the refused ones included. */
public final class PublishedFigures {
  private PublishedFigures() {}

  /** Their cells and their table. */
  public static final StatementDataset STATEMENTS =
      StatementDataset.of(
          "published_figures",
          "For reading a file's rows as they came, whatever became of them.",
          "figure_id",
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

  public static final Table TABLE = STATEMENTS.table();
}
