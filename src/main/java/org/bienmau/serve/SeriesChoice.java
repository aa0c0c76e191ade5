package org.bienmau.serve;

import java.sql.Date;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.bienmau.gold.Observation;
import org.bienmau.gold.series.SeasonalDiagnostics;
import org.bienmau.gold.series.SeriesAnalysis;
import org.bienmau.reference.Direction;
import org.bienmau.reference.ScopeType;
import org.bienmau.silver.Figure;

/**
 * The monthly series that an analyst opens first, and how far back: all goods of the whole border
 * and its sections in every direction, and of gates in both directions together. Of a long history
 * a page cannot carry all.
 *
 * @param ids series_id of those that the page carries
 * @param since first month that it carries; null when there is no series
 * @param known how many there are of this world
 */
record SeriesChoice(List<String> ids, LocalDate since, long known) {
  static final int MOST_SERIES = 280;
  static final int MOST_MONTHS = 72;

  private static final List<String> LARGE_FIRST =
      List.of(ScopeType.AREA.id(), ScopeType.SECTION.id(), ScopeType.GATE.id());

  /** What is chosen of all series of an edition's world. */
  static SeriesChoice of(Edition edition, TableReader tables) {
    Column[] looked =
        new Column[] {
          SeasonalDiagnostics.SERIES_ID.col(),
          Observation.SCOPE_TYPE.col(),
          Observation.DIRECTION.col(),
          Observation.GOODS_ID.col(),
          SeasonalDiagnostics.VERDICT.col(),
          SeriesAnalysis.MONTHS.col(),
          SeriesAnalysis.LAST_MONTH.col()
        };
    return of(
        tables
            .read(SeasonalDiagnostics.TABLE)
            .filter(Figure.IS_SIMULATED.col().equalTo(edition.simulated()))
            .select(looked)
            .collectAsList());
  }

  private static SeriesChoice of(List<Row> series) {
    List<Row> chosen =
        series.stream()
            .filter(SeriesChoice::isAskedFirst)
            .sorted(ORDER)
            .limit(MOST_SERIES)
            .toList();
    LocalDate since =
        chosen.stream()
            .map(one -> one.<Date>getAs(SeriesAnalysis.LAST_MONTH.name()).toLocalDate())
            .max(Comparator.naturalOrder())
            .map(last -> last.minusMonths(MOST_MONTHS - 1L))
            .orElse(null);
    return new SeriesChoice(chosen.stream().map(SeriesChoice::id).toList(), since, series.size());
  }

  /** The rows of these series. */
  Column isChosen() {
    return ids.isEmpty()
        ? functions.lit(false)
        : SeasonalDiagnostics.SERIES_ID.col().isin(ids.toArray());
  }

  /** Whether a month is one of those that the page carries. */
  Column isRecent(Column month) {
    return since == null ? functions.lit(false) : month.geq(functions.lit(Date.valueOf(since)));
  }

  /** Whether a month is one of the last twelve, or later. */
  Column isOfLastYear(Column month) {
    return since == null
        ? functions.lit(false)
        : month.geq(functions.lit(Date.valueOf(since.plusMonths(MOST_MONTHS - 12L))));
  }

  String json() {
    return "{\"known\":%d,\"shown\":%d,\"since\":%s}"
        .formatted(known, ids.size(), since == null ? "null" : PageJson.text(since.toString()));
  }

  private static boolean isAskedFirst(Row series) {
    boolean isOfGate = ScopeType.GATE.id().equals(series.getAs(Observation.SCOPE_TYPE.name()));
    boolean isOfBoth = Direction.TOTAL.id().equals(series.getAs(Observation.DIRECTION.name()));
    return "all".equals(series.getAs(Observation.GOODS_ID.name())) && (isOfBoth || !isOfGate);
  }

  private static String id(Row series) {
    return series.getAs(SeasonalDiagnostics.SERIES_ID.name());
  }

  /** Large places first, adjusted series before refused ones, long ones before short ones. */
  private static final Comparator<Row> ORDER =
      Comparator.<Row>comparingInt(
              one -> LARGE_FIRST.indexOf(one.<String>getAs(Observation.SCOPE_TYPE.name())))
          .thenComparing(one -> one.getAs(SeasonalDiagnostics.VERDICT.name()) == null)
          .thenComparing(one -> -one.<Integer>getAs(SeriesAnalysis.MONTHS.name()))
          .thenComparing(SeriesChoice::id);
}
