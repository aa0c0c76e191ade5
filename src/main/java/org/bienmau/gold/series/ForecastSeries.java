package org.bienmau.gold.series;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.bienmau.gold.Observation;
import org.bienmau.reference.Direction;
import org.bienmau.reference.ScopeType;

/**
 * A series with its forecasts.
 *
 * @param key the columns that name it
 * @param place that it is of
 * @param section of the place; null for an area
 * @param direction of the trade
 * @param values of the months, by first day
 * @param forecasts by first day of the month, in the columns of {@link Parts#FORECASTS}
 */
record ForecastSeries(
    Object[] key,
    Place place,
    String section,
    Direction direction,
    TreeMap<LocalDate, BigDecimal> values,
    Map<LocalDate, Row> forecasts) {

  /** A place. */
  record Place(ScopeType type, String id) {}

  /**
   * @param row the columns that name a series, then its months and its forecasts
   */
  static ForecastSeries of(Row row) {
    int keys = SeriesKey.COLUMNS.size();
    Object[] key = new Object[keys];
    Arrays.setAll(key, row::get);
    int value = Parts.MONTHS.indexOf(Parts.VALUE);
    TreeMap<LocalDate, BigDecimal> values = new TreeMap<>();
    List<Row> months = row.getList(keys);
    for (Row month : months) {
      if (!month.isNullAt(value)) {
        values.put(month.getDate(0).toLocalDate(), month.getDecimal(value));
      }
    }
    Map<LocalDate, Row> forecasts = new LinkedHashMap<>();
    List<Row> ahead = row.getList(keys + 1);
    ahead.forEach(one -> forecasts.put(one.getDate(0).toLocalDate(), one));
    return new ForecastSeries(
        key,
        new Place(
            ScopeType.of(row.<String>getAs(Observation.SCOPE_TYPE.name())),
            row.getAs(Observation.SCOPE_ID.name())),
        row.getAs(Observation.SECTION_ID.name()),
        Direction.valueOf(row.<String>getAs(Observation.DIRECTION.name()).toUpperCase(Locale.ROOT)),
        values,
        forecasts);
  }

  LocalDate lastMonth() {
    return values.lastKey();
  }

  /**
   * What a month adds to a whole: nothing where no value is known, which is right only if the whole
   * is made up without it.
   */
  BigDecimal added(LocalDate month) {
    return values.getOrDefault(month, BigDecimal.ZERO);
  }
}
