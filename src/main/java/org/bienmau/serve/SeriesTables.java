package org.bienmau.serve;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.bienmau.gold.Observation;
import org.bienmau.gold.series.Anomaly;
import org.bienmau.gold.series.ChangePoint;
import org.bienmau.gold.series.EventEffect;
import org.bienmau.gold.series.Forecast;
import org.bienmau.gold.series.ForecastScore;
import org.bienmau.gold.series.Nowcast;
import org.bienmau.gold.series.SeasonalAdjustment;
import org.bienmau.gold.series.SeasonalDiagnostics;
import org.bienmau.gold.series.SeasonalEffect;
import org.bienmau.gold.series.SeriesAnalysis;
import org.bienmau.gold.series.SeriesKey;
import org.bienmau.gold.series.TetProfile;
import org.bienmau.reference.Direction;
import org.bienmau.reference.ScopeType;
import org.bienmau.table.TableColumn;

/** What the page carries of season, Tết, forecasts, breaks and events. */
final class SeriesTables {
  private SeriesTables() {}

  /** The mathematics rounds to seven digits. */
  private static final int DIGITS = 7;

  private static final int DIGITS_OF_INDEX = 4;

  /** What the page reads of a series in its diagnostics. */
  private static final List<TableColumn> CELL = SeriesKey.SUBJECT;

  private static final List<String> FESTIVALS = List.of("tet", "spring_festival");

  static List<ReportTable> of(SeriesChoice series, TetChoice tet) {
    Column chosen = series.isChosen();
    return List.of(
        ReportTable.where(
            SeasonalDiagnostics.TABLE,
            chosen,
            SeasonalDiagnostics.SERIES_ID,
            Observation.MEASURE_ID,
            Observation.SCOPE_TYPE,
            Observation.SCOPE_ID,
            Observation.SECTION_ID,
            Observation.DIRECTION,
            Observation.GOODS_ID,
            Observation.REGIME,
            Observation.UNIT,
            SeriesAnalysis.FIRST_MONTH,
            SeriesAnalysis.LAST_MONTH,
            SeriesAnalysis.MONTHS,
            SeriesAnalysis.MONTHS_MISSING,
            SeasonalDiagnostics.REFUSAL,
            SeasonalDiagnostics.VERDICT,
            SeriesAnalysis.DOUBTS,
            SeriesAnalysis.MODEL),
        ReportTable.where(
                SeasonalAdjustment.TABLE,
                chosen
                    .and(SeasonalAdjustment.VALUE.col().isNotNull())
                    .and(series.isRecent(SeasonalAdjustment.PERIOD_START.col())),
                SeasonalAdjustment.SERIES_ID,
                SeasonalAdjustment.PERIOD_START,
                SeasonalAdjustment.VALUE,
                SeasonalAdjustment.ADJUSTED,
                SeasonalAdjustment.TREND)
            .toDigits(DIGITS),
        ReportTable.besides(Forecast.TABLE, chosen, CELL).toDigits(DIGITS),
        ReportTable.besides(
                ForecastScore.TABLE, chosen.and(ForecastScore.HORIZON.col().equalTo(0)), CELL)
            .toDigits(DIGITS_OF_INDEX),
        ReportTable.besides(
                SeasonalEffect.TABLE,
                chosen.and(SeasonalEffect.EFFECT_KIND.col().isin(FESTIVALS.toArray())),
                CELL)
            .toDigits(DIGITS_OF_INDEX),
        ReportTable.besides(Anomaly.TABLE, chosen, CELL).toDigits(DIGITS),
        ReportTable.besides(ChangePoint.TABLE, chosen, CELL).toDigits(DIGITS),
        ReportTable.besides(EventEffect.TABLE, chosen, and(CELL, EventEffect.DETAIL))
            .toDigits(DIGITS_OF_INDEX),
        ReportTable.besides(
                Nowcast.TABLE,
                chosen
                    .and(Observation.SCOPE_TYPE.col().notEqual(ScopeType.GATE.id()))
                    .and(Observation.DIRECTION.col().equalTo(Direction.TOTAL.id()))
                    .and(series.isOfLastYear(Nowcast.PERIOD_START.col())),
                and(CELL, Nowcast.DETAIL))
            .toDigits(DIGITS),
        ReportTable.where(
                TetProfile.TABLE,
                tet.isChosen(),
                TetProfile.SOURCE_ID,
                TetProfile.ORIGIN,
                TetProfile.SCOPE_ID,
                TetProfile.DIRECTION,
                TetProfile.TET_YEAR,
                TetProfile.DAY_OFFSET,
                TetProfile.CLEARED,
                TetProfile.BASE,
                TetProfile.INDEX_WEEK)
            .toDigits(DIGITS_OF_INDEX));
  }

  private static List<TableColumn> and(List<TableColumn> columns, TableColumn more) {
    return Stream.concat(columns.stream(), Stream.of(more)).toList();
  }
}
