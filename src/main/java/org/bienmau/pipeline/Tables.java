package org.bienmau.pipeline;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bienmau.bronze.Delivery;
import org.bienmau.bronze.DeliveryMonth;
import org.bienmau.bronze.FxRates;
import org.bienmau.bronze.PublishedFigures;
import org.bienmau.bronze.Quarantine;
import org.bienmau.bronze.ReceivedFile;
import org.bienmau.bronze.StatementDatasets;
import org.bienmau.bronze.TradeDeclarations;
import org.bienmau.bronze.VehicleCounts;
import org.bienmau.bronze.VehicleCrossings;
import org.bienmau.gold.Completeness;
import org.bienmau.gold.DimArea;
import org.bienmau.gold.DimEvent;
import org.bienmau.gold.DimGate;
import org.bienmau.gold.DimGoods;
import org.bienmau.gold.DimHoliday;
import org.bienmau.gold.DimMeasure;
import org.bienmau.gold.DimPlan;
import org.bienmau.gold.DimProvince;
import org.bienmau.gold.DimSection;
import org.bienmau.gold.ImpliedBase;
import org.bienmau.gold.Observation;
import org.bienmau.gold.ObservationSource;
import org.bienmau.gold.PartsAndTotal;
import org.bienmau.gold.PlanPace;
import org.bienmau.gold.PublishedReconciliation;
import org.bienmau.gold.RegionalComparison;
import org.bienmau.gold.Trend;
import org.bienmau.gold.compare.Concentration;
import org.bienmau.gold.compare.GeographyComparison;
import org.bienmau.gold.compare.GrowthContribution;
import org.bienmau.gold.compare.Inequality;
import org.bienmau.gold.compare.Intensity;
import org.bienmau.gold.compare.JanFeb;
import org.bienmau.gold.compare.PriceVolume;
import org.bienmau.gold.compare.Shifts;
import org.bienmau.gold.compare.Specialisation;
import org.bienmau.gold.compare.TradeBalance;
import org.bienmau.gold.compare.UnitValue;
import org.bienmau.gold.facts.BacklogDay;
import org.bienmau.gold.facts.CapacityUtilisation;
import org.bienmau.gold.facts.CongestionEpisode;
import org.bienmau.gold.facts.DimGoodsCode;
import org.bienmau.gold.facts.DimOperatingDay;
import org.bienmau.gold.facts.DwellTime;
import org.bienmau.gold.facts.GateDay;
import org.bienmau.gold.facts.RecordCell;
import org.bienmau.gold.facts.TradeMonth;
import org.bienmau.gold.facts.TruckLoad;
import org.bienmau.gold.facts.VehicleDay;
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
import org.bienmau.gold.series.TetProfile;
import org.bienmau.silver.Crossing;
import org.bienmau.silver.DeclarationLine;
import org.bienmau.silver.Figure;
import org.bienmau.silver.FxRate;
import org.bienmau.silver.Publisher;
import org.bienmau.silver.Superseded;
import org.bienmau.silver.VehicleCount;
import org.bienmau.table.Layer;
import org.bienmau.table.Table;

/** Every table of the lake, inputs before the tables that read them. */
public final class Tables {
  private Tables() {}

  /** What is recorded while files come in and runs go on. */
  public static final List<Table> RECORDED =
      List.of(
          PublishedFigures.TABLE,
          StatementDatasets.TRADE_STATISTICS.table(),
          StatementDatasets.PLANS.table(),
          StatementDatasets.ORIGIN_CERTIFICATES.table(),
          ReceivedFile.TABLE,
          TradeDeclarations.TABLE,
          VehicleCrossings.TABLE,
          VehicleCounts.TABLE,
          FxRates.TABLE,
          Quarantine.TABLE,
          Superseded.TABLE,
          DeliveryMonth.TABLE,
          Delivery.TABLE,
          CheckRecord.TABLE,
          Release.TABLE,
          RunRecord.TABLE);

  /** What is computed by a build, in the order of computation. */
  public static final List<Table> BUILT =
      List.of(
          DimSection.TABLE,
          DimProvince.TABLE,
          DimGate.TABLE,
          DimArea.TABLE,
          DimMeasure.TABLE,
          DimGoods.TABLE,
          DimGoodsCode.TABLE,
          DimEvent.TABLE,
          DimHoliday.TABLE,
          DimPlan.TABLE,
          Publisher.TABLE,
          DeclarationLine.TABLE,
          Crossing.TABLE,
          VehicleCount.TABLE,
          FxRate.TABLE,
          TradeMonth.TABLE,
          VehicleDay.TABLE,
          DwellTime.TABLE,
          DimOperatingDay.TABLE,
          GateDay.TABLE,
          BacklogDay.TABLE,
          CongestionEpisode.TABLE,
          CapacityUtilisation.TABLE,
          TruckLoad.TABLE,
          Figure.TABLE,
          RecordCell.TABLE,
          Observation.TABLE,
          ObservationSource.TABLE,
          RegionalComparison.TABLE,
          Trend.TABLE,
          SeriesAnalysis.TABLE,
          SeasonalAdjustment.TABLE,
          SeasonalDiagnostics.TABLE,
          SeasonalEffect.TABLE,
          Forecast.TABLE,
          ForecastScore.TABLE,
          Nowcast.TABLE,
          Anomaly.TABLE,
          ChangePoint.TABLE,
          EventEffect.TABLE,
          TetProfile.TABLE,
          GrowthContribution.TABLE,
          Concentration.TABLE,
          Inequality.TABLE,
          TradeBalance.TABLE,
          Specialisation.TABLE,
          Shifts.TABLE,
          UnitValue.TABLE,
          PriceVolume.TABLE,
          Intensity.TABLE,
          GeographyComparison.TABLE,
          JanFeb.TABLE,
          PublishedReconciliation.TABLE,
          ImpliedBase.TABLE,
          PlanPace.TABLE,
          Completeness.TABLE,
          PartsAndTotal.TABLE);

  /** All of them. */
  public static final List<Table> ALL = Stream.concat(RECORDED.stream(), BUILT.stream()).toList();

  /**
   * Some of the built tables with all that they are made of, in the order of computation.
   *
   * @param ids for example {@code gold.trade_month}; none means all
   * @throws IllegalArgumentException if there is no such table
   */
  public static List<Table> wanted(List<String> ids) {
    if (ids.isEmpty()) {
      return BUILT;
    }
    Set<Table> wanted = new HashSet<>();
    for (String id : ids) {
      Table table =
          BUILT.stream()
              .filter(one -> one.id().equals(id))
              .findFirst()
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "Cannot build '%s': there is no such table. Tables that are built are %s."
                              .formatted(
                                  id,
                                  BUILT.stream()
                                      .map(Table::id)
                                      .collect(Collectors.joining(", ")))));
      add(table, wanted);
    }
    return BUILT.stream().filter(wanted::contains).toList();
  }

  private static void add(Table table, Set<Table> wanted) {
    if (wanted.add(table)) {
      table.inputs().forEach(input -> add(input, wanted));
    }
  }

  /** What readers may query. */
  public static List<Table> in(Layer layer) {
    return ALL.stream().filter(table -> table.layer() == layer).toList();
  }
}
