package org.bienmau.gold;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.bienmau.measure.Calendar;
import org.bienmau.measure.Growth;
import org.bienmau.reference.PeriodKind;
import org.bienmau.reference.Regime;
import org.bienmau.table.TableColumn;
import org.bienmau.table.Types;

/**
 * Compares each observation with an earlier one of its own series, found by date.
 *
 * <p>Two values of unknown regime are compared only when one publisher printed both: nothing else
 * says that they count the same thing. Partial periods (year to date, any other range) need one
 * source for the same reason.
 */
enum Comparison {
  /** The period just before, of the same kind. */
  BEFORE(
      Trend.VALUE_BEFORE,
      Trend.BEFORE_OBSERVATION_ID,
      Trend.CHANGE_PCT,
      Trend.CHANGE_REASON,
      Trend.PRINTED_CHANGE_PCT,
      Trend.CHANGE_GAP_POINTS) {
    @Override
    int months(PeriodKind kind) {
      return kind == PeriodKind.JAN_FEB ? 0 : Calendar.months(kind);
    }
  },
  /** The same days a year earlier. */
  YEAR_AGO(
      Trend.VALUE_YEAR_AGO,
      Trend.YEAR_AGO_OBSERVATION_ID,
      Trend.YOY_PCT,
      Trend.YOY_REASON,
      Trend.PRINTED_YOY_PCT,
      Trend.YOY_GAP_POINTS) {
    @Override
    int months(PeriodKind kind) {
      return switch (kind) {
        case MONTH, JAN_FEB, QUARTER, HALF, YEAR, YTD, RANGE -> 12;
        case DAY, POINT -> 0;
      };
    }
  };

  private static final List<TableColumn> SERIES_OF_ANY_REGIME =
      Stream.concat(Cell.SERIES_OF_ANY_REGIME.stream(), Stream.of(Observation.PERIOD_KIND))
          .toList();

  private final TableColumn base;
  private final TableColumn baseId;
  private final TableColumn change;
  private final TableColumn reason;
  private final TableColumn printed;
  private final TableColumn gap;

  Comparison(
      TableColumn base,
      TableColumn baseId,
      TableColumn change,
      TableColumn reason,
      TableColumn printed,
      TableColumn gap) {
    this.base = base;
    this.baseId = baseId;
    this.change = change;
    this.reason = reason;
    this.printed = printed;
    this.gap = gap;
  }

  /** How many months earlier the base of a period of that kind lies; 0 when it has none. */
  abstract int months(PeriodKind kind);

  /** Adds the base, the change, the reason why it is empty, and the gap to the printed change. */
  Dataset<Row> withChange(Dataset<Row> rows, Dataset<Row> observations) {
    Dataset<Row> located =
        rows.withColumn("base_start", located(true)).withColumn("base_end", located(false));
    return located
        .join(bases(observations), keys(Observation.REGIME), "left")
        .join(otherRegimes(observations), keys(), "left")
        .withColumn(reason.name(), whyEmpty())
        .withColumn(
            change.name(),
            when(reason.col().isNull(), Growth.percentChange(Trend.VALUE.col(), base.col())))
        .withColumn(gap.name(), change.col().minus(printed.col()).cast(Types.PERCENT))
        .drop("base_start", "base_end", "base_high", "base_publisher", "base_regimes");
  }

  private Column located(boolean start) {
    Column place = lit(null).cast("date");
    for (Map.Entry<PeriodKind, Integer> entry : distances().entrySet()) {
      int months = entry.getValue();
      Column moved =
          start
              ? Calendar.startEarlier(Trend.PERIOD_START.col(), months)
              : Calendar.endEarlier(Trend.PERIOD_END.col(), months);
      place = when(Trend.PERIOD_KIND.col().equalTo(entry.getKey().id()), moved).otherwise(place);
    }
    return when(isOpenEnded(), lit(null).cast("date")).otherwise(place);
  }

  private Map<PeriodKind, Integer> distances() {
    Map<PeriodKind, Integer> distances = new EnumMap<>(PeriodKind.class);
    for (PeriodKind kind : PeriodKind.values()) {
      if (months(kind) > 0) {
        distances.put(kind, months(kind));
      }
    }
    return distances;
  }

  /** A range of one day stands for a sum whose first day the source did not print. */
  private static Column isOpenEnded() {
    return Trend.PERIOD_KIND
        .col()
        .equalTo(PeriodKind.RANGE.id())
        .and(Trend.PERIOD_START.col().equalTo(Trend.PERIOD_END.col()));
  }

  private Dataset<Row> bases(Dataset<Row> observations) {
    return observations.select(
        Stream.concat(
                Stream.of(Cell.columns(SERIES_OF_ANY_REGIME, Observation.REGIME)),
                Stream.of(
                    Observation.PERIOD_START.col().as("base_start"),
                    Observation.PERIOD_END.col().as("base_end"),
                    Observation.VALUE.col().as(base.name()),
                    Observation.OBSERVATION_ID.col().as(baseId.name()),
                    Observation.VALUE_HIGH.col().as("base_high"),
                    Observation.PUBLISHER.col().as("base_publisher")))
            .toArray(Column[]::new));
  }

  private Dataset<Row> otherRegimes(Dataset<Row> observations) {
    return observations
        .groupBy(
            Stream.concat(
                    Stream.of(Cell.columns(SERIES_OF_ANY_REGIME)),
                    Stream.of(
                        Observation.PERIOD_START.col().as("base_start"),
                        Observation.PERIOD_END.col().as("base_end")))
                .toArray(Column[]::new))
        .agg(count(lit(1)).as("base_regimes"));
  }

  private static String[] keys(TableColumn... more) {
    return Stream.concat(
            Stream.of(Cell.names(SERIES_OF_ANY_REGIME, more)), Stream.of("base_start", "base_end"))
        .toArray(String[]::new);
  }

  /** Nothing says that two sources had the same places and goods in by a day within a year. */
  private static Column isPartial() {
    return Trend.PERIOD_KIND.col().isin(PeriodKind.YTD.id(), PeriodKind.RANGE.id());
  }

  private Column whyEmpty() {
    Column samePublisher =
        coalesce(Observation.PUBLISHER.col().equalTo(col("base_publisher")), lit(false));
    return when(col("base_start").isNull(), "no_period_before")
        .when(base.col().isNull().and(col("base_regimes").isNotNull()), "base_other_regime")
        .when(base.col().isNull(), "base_missing")
        .when(
            Trend.REGIME.col().equalTo(Regime.UNKNOWN.id()).and(not(samePublisher)),
            "regime_unknown")
        .when(isPartial().and(not(samePublisher)), "other_source")
        .when(base.col().equalTo(0), "base_zero")
        .when(
            Trend.VALUE_HIGH.col().isNotNull().or(col("base_high").isNotNull()), "range_of_values");
  }
}
