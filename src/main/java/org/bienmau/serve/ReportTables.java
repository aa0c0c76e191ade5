package org.bienmau.serve;

import static org.apache.spark.sql.functions.not;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.bienmau.bronze.Delivery;
import org.bienmau.gold.Observation;
import org.bienmau.gold.RegionalComparison;
import org.bienmau.gold.Trend;
import org.bienmau.gold.compare.GrowthContribution;
import org.bienmau.reference.Direction;
import org.bienmau.reference.PeriodKind;
import org.bienmau.reference.ScopeType;
import org.bienmau.silver.Figure;

/** What the page carries of each table: no more than it shows. */
final class ReportTables {
  private ReportTables() {}

  /**
   * The tables of one edition, in the order in which they stand on the page. It shows the real
   * world or a simulated one: their figures never stand on one page.
   */
  static List<ReportTable> of(Edition edition, SeriesChoice series, TetChoice tet) {
    List<ReportTable> tables = new ArrayList<>(RegisterTables.SHOWN);
    tables.addAll(
        List.of(figures(edition), OBSERVATIONS, TRENDS, COMPARISONS, DRIVERS, DELIVERIES));
    tables.addAll(TruthTables.SHOWN);
    tables.addAll(SeriesTables.of(series, tet));
    return tables.stream().map(table -> table.ofWorld(edition.simulated())).toList();
  }

  /** Statements that stand and were public by the edition's day. */
  private static ReportTable figures(Edition edition) {
    Column stands = Figure.RECORDED_TO.col().isNull();
    return ReportTable.where(
            Figure.TABLE,
            stands.and(edition.asOf().knew(Figure.KNOWN_FROM.col())),
            Figure.FIGURE_ID,
            Figure.MEASURE_ID,
            Figure.SCOPE_TYPE,
            Figure.SCOPE_ID,
            Figure.SECTION_ID,
            Figure.PERIOD_ID,
            Figure.PERIOD_KIND,
            Figure.PERIOD_START,
            Figure.PERIOD_END,
            Figure.DIRECTION,
            Figure.GOODS_ID,
            Figure.REGIME,
            Figure.VALUE,
            Figure.VALUE_HIGH,
            Figure.UNIT,
            Figure.QUALIFIER,
            Figure.PRINTED_VALUE,
            Figure.PRINTED_UNIT,
            Figure.FX_RATE,
            Figure.FX_BASIS,
            Figure.PRINTED_YOY_PCT,
            Figure.PRINTED_MOM_PCT,
            Figure.PRINTED_PLAN_PCT,
            Figure.PUBLISHER,
            Figure.SOURCE_TIER,
            Figure.SOURCE_URL,
            Figure.PUBLISHED_ON,
            Figure.KNOWN_FROM,
            Figure.KNOWN_FROM_BASIS,
            Figure.IS_DATE_INFERRED,
            Figure.NOTE,
            Figure.FILE_ID,
            Figure.LINE_NO)
        .first(OF_LARGE_PLACES);
  }

  /** The years, and the months of both directions together, of all goods and more than a gate. */
  static final Column OF_LARGE_PLACES =
      Observation.GOODS_ID
          .col()
          .equalTo("all")
          .and(not(Observation.SCOPE_TYPE.col().equalTo(ScopeType.GATE.id())))
          .and(oftenAsked());

  private static Column oftenAsked() {
    return Observation.PERIOD_KIND
        .col()
        .equalTo(PeriodKind.YEAR.id())
        .or(
            Observation.DIRECTION
                .col()
                .equalTo(Direction.TOTAL.id())
                .and(Observation.PERIOD_KIND.col().equalTo(PeriodKind.MONTH.id())));
  }

  /** Records add up to more cells than a page can hold. */
  private static final Column FITS_THE_PAGE =
      not(Observation.ORIGIN.col().equalTo("computed")).or(OF_LARGE_PLACES);

  private static final ReportTable OBSERVATIONS =
      ReportTable.where(
          Observation.TABLE,
          FITS_THE_PAGE,
          Observation.OBSERVATION_ID,
          Observation.MEASURE_ID,
          Observation.SCOPE_TYPE,
          Observation.SCOPE_ID,
          Observation.SECTION_ID,
          Observation.PERIOD_ID,
          Observation.PERIOD_KIND,
          Observation.PERIOD_START,
          Observation.PERIOD_END,
          Observation.DIRECTION,
          Observation.GOODS_ID,
          Observation.REGIME,
          Observation.VALUE,
          Observation.VALUE_HIGH,
          Observation.UNIT,
          Observation.QUALIFIER,
          Observation.ORIGIN,
          Observation.RULE,
          Observation.FIGURES_COMPETING,
          Observation.COMPETING_LOW,
          Observation.COMPETING_HIGH,
          Observation.SPREAD_PCT,
          Observation.FIGURE_ID,
          Observation.PUBLISHER,
          Observation.PART_FIGURE_IDS,
          Observation.RECORDS);

  /** The level, place and period of a series' point stand in its observation already. */
  private static final ReportTable TRENDS =
      ReportTable.where(
          Trend.TABLE,
          FITS_THE_PAGE,
          Trend.OBSERVATION_ID,
          Trend.CHANGE_PCT,
          Trend.CHANGE_REASON,
          Trend.PRINTED_CHANGE_PCT,
          Trend.CHANGE_GAP_POINTS,
          Trend.YOY_PCT,
          Trend.YOY_REASON,
          Trend.PRINTED_YOY_PCT,
          Trend.YOY_GAP_POINTS,
          Trend.CAGR_PCT,
          Trend.CAGR_FROM);

  private static final Column COMPARED_ON_THE_PAGE =
      RegionalComparison.GOODS_ID
          .col()
          .equalTo("all")
          .or(RegionalComparison.PERIOD_KIND.col().equalTo(PeriodKind.YEAR.id()));

  private static final ReportTable COMPARISONS =
      ReportTable.where(
              RegionalComparison.TABLE,
              COMPARED_ON_THE_PAGE,
              RegionalComparison.BASIS,
              RegionalComparison.MEASURE_ID,
              RegionalComparison.PERIOD_ID,
              RegionalComparison.DIRECTION,
              RegionalComparison.GOODS_ID,
              RegionalComparison.REGIME,
              RegionalComparison.SCOPE_ID,
              RegionalComparison.WEST_TO_EAST,
              RegionalComparison.VALUE,
              RegionalComparison.UNIT,
              RegionalComparison.QUALIFIER,
              RegionalComparison.VALUE_REGIME,
              RegionalComparison.VALUE_SCOPE_ID,
              RegionalComparison.MISSING_REASON,
              RegionalComparison.SECTIONS_REPORTING,
              RegionalComparison.SHARE_PCT,
              RegionalComparison.RANK,
              RegionalComparison.RANK_CHANGE,
              RegionalComparison.VALUE_YEAR_AGO,
              RegionalComparison.GROWTH_PCT,
              RegionalComparison.GROWTH_REASON,
              RegionalComparison.CONTRIBUTION_POINTS,
              RegionalComparison.PER_BORDER_KM,
              RegionalComparison.OBSERVATION_ID)
          .first(RegionalComparison.GOODS_ID.col().equalTo("all").and(oftenAsked()));

  /** Whole and part are named by their observations; years and years to date of all goods. */
  private static final ReportTable DRIVERS =
      ReportTable.where(
          GrowthContribution.TABLE,
          GrowthContribution.WHOLE_GROWTH_PCT
              .col()
              .isNotNull()
              .and(GrowthContribution.GOODS_ID.col().equalTo("all"))
              .and(not(GrowthContribution.SCOPE_TYPE.col().equalTo(ScopeType.GATE.id())))
              .and(
                  GrowthContribution.PERIOD_KIND
                      .col()
                      .isin(PeriodKind.YEAR.id(), PeriodKind.YTD.id())),
          GrowthContribution.DECOMPOSITION,
          GrowthContribution.OBSERVATION_ID,
          GrowthContribution.WHOLE_GROWTH_PCT,
          GrowthContribution.PART_NO,
          GrowthContribution.PART_ID,
          GrowthContribution.STATE,
          GrowthContribution.VALUE,
          GrowthContribution.VALUE_YEAR_AGO,
          GrowthContribution.GROWTH_PCT,
          GrowthContribution.PART_REASON,
          GrowthContribution.CONTRIBUTION_POINTS,
          GrowthContribution.SHARE_PCT,
          GrowthContribution.PART_OBSERVATION_ID);

  private static final ReportTable DELIVERIES =
      ReportTable.all(Delivery.TABLE, Delivery.FILE_ID, Delivery.FILE_NAME);
}
