package org.bienmau.gold.facts;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.last_day;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.trunc;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.bienmau.reference.PeriodKind;
import org.bienmau.silver.Figure;
import org.bienmau.table.AsOf;
import org.bienmau.table.TableColumn;

/**
 * The days, running years and odd ranges of which somebody printed a figure: only of these, and
 * only where they were printed, records have cells, because all of them would be too many.
 *
 * @param ofTrade places and whole months of printed values and weights
 * @param ofTrucks places and days of printed numbers of trucks, and moments of printed queues
 */
record PrintedPeriods(Dataset<Row> ofTrade, Dataset<Row> ofTrucks) {
  /** What a printed figure and a cell share, but for the measure and the regime. */
  static final List<TableColumn> WHERE =
      List.of(
          Figure.IS_SIMULATED,
          Figure.SCOPE_TYPE,
          Figure.SCOPE_ID,
          Figure.DIRECTION,
          Figure.GOODS_ID);

  private static final Column START = Figure.PERIOD_START.col();
  private static final Column END = Figure.PERIOD_END.col();
  private static final Object[] KINDS =
      Stream.of(PeriodKind.DAY, PeriodKind.YTD, PeriodKind.RANGE, PeriodKind.POINT)
          .map(PeriodKind::id)
          .toArray();
  private static final String STARTS = "report_starts";
  private static final String ENDS = "report_ends";
  private static final String[] OF_SOURCE =
      CellRows.names(CellRows.SOURCE, Figure.PERIOD_ID.name());
  private static final String[] PERIOD =
      CellRows.names(List.of(Figure.PERIOD_ID, Figure.PERIOD_START, Figure.PERIOD_END));

  /**
   * The periods of figures that stand and were known on the date.
   *
   * @param figures see {@link Figure}
   */
  static PrintedPeriods of(Dataset<Row> figures, AsOf asOf) {
    Dataset<Row> standing =
        figures.filter(Figure.RECORDED_TO.col().isNull().and(asOf.knew(Figure.KNOWN_FROM.col())));
    Column areWholeMonths = START.equalTo(trunc(START, "month")).and(END.equalTo(last_day(END)));
    Column measure = Figure.MEASURE_ID.col();
    Column isMoment = Figure.PERIOD_KIND.col().equalTo(PeriodKind.POINT.id());
    Column areTrucks =
        measure
            .isin("vehicles_cleared", "vehicles_per_day", "vehicles_per_day_peak")
            .and(not(isMoment))
            .or(measure.equalTo("vehicles_waiting"));
    return new PrintedPeriods(
        places(standing.filter(measure.isin("trade_value", "trade_weight").and(areWholeMonths))),
        places(standing.filter(areTrucks)));
  }

  private static Dataset<Row> places(Dataset<Row> figures) {
    return figures
        .filter(Figure.PERIOD_KIND.col().isin(KINDS))
        .select(
            Stream.concat(WHERE.stream(), CellRows.PERIOD.stream())
                .map(TableColumn::col)
                .toArray(Column[]::new))
        .distinct();
  }

  /** Rows of a world of which anything was printed; else nothing need be added up again. */
  static Dataset<Row> inWorldsOf(Dataset<Row> printed, Dataset<Row> rows) {
    return rows.join(
        broadcast(printed.select(Figure.IS_SIMULATED.col()).distinct()),
        CellRows.names(List.of(Figure.IS_SIMULATED)),
        "left_semi");
  }

  /**
   * Which of them a source reports all days of, and does not call by a name of its own already.
   *
   * @param periods what the source's months make up, see {@link SourcePeriods}
   * @param called the periods that it has a name for
   * @return source, world and period
   */
  static Dataset<Row> covered(Dataset<Row> printed, Dataset<Row> periods, Dataset<Row> called) {
    Dataset<Row> reported =
        periods
            .filter(Figure.PERIOD_KIND.col().isin(PeriodKind.MONTH.id(), PeriodKind.RANGE.id()))
            .select(CellRows.columns(CellRows.SOURCE, START.as(STARTS), END.as(ENDS)));
    Column shared = datediff(least(END, col(ENDS)), greatest(START, col(STARTS))).plus(1);
    Dataset<Row> named = called.select(columns(OF_SOURCE)).distinct();
    return printed
        .select(CellRows.columns(List.of(Figure.IS_SIMULATED), columns(PERIOD)))
        .distinct()
        .join(broadcast(reported), CellRows.names(List.of(Figure.IS_SIMULATED)))
        .filter(shared.gt(0))
        .groupBy(CellRows.columns(CellRows.SOURCE, columns(PERIOD)))
        .agg(sum(shared).as("days_reported"))
        .filter(col("days_reported").equalTo(datediff(END, START).plus(1)))
        .select(columns(OF_SOURCE))
        .join(broadcast(named), OF_SOURCE, "left_anti");
  }

  private static Column[] columns(String... names) {
    return Stream.of(names).map(name -> col(name)).toArray(Column[]::new);
  }
}
