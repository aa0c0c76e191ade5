package org.bienmau.gold.series;

import java.math.BigDecimal;
import java.sql.Date;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.bienmau.series.Adjusted;
import org.bienmau.series.Anomaly;
import org.bienmau.series.ChangePoint;
import org.bienmau.series.Components;
import org.bienmau.series.Effect;
import org.bienmau.series.Forecast;
import org.bienmau.series.ForecastScore;
import org.bienmau.series.Outlier;
import org.bienmau.series.TimeSeries;

/** Rows of what was found about a series, in the columns of {@link Parts}. */
final class PartRows {
  private PartRows() {}

  static Date date(YearMonth month) {
    return Date.valueOf(month.atDay(1));
  }

  /** The months of a series that is not adjusted, with its values as they stand in the cube. */
  static Row[] months(TimeSeries raw, BigDecimal[] values) {
    return IntStream.range(0, raw.size())
        .mapToObj(
            i ->
                RowFactory.create(
                    date(raw.period(i)), values[i], null, null, null, null, null, null, null))
        .toArray(Row[]::new);
  }

  static Row[] months(Adjusted adjusted, BigDecimal[] values) {
    TimeSeries raw = adjusted.raw();
    Components parts = adjusted.components();
    return IntStream.range(0, raw.size())
        .mapToObj(
            i ->
                RowFactory.create(
                    date(raw.period(i)),
                    values[i],
                    Rounding.quantity(parts.adjusted()[i]),
                    Rounding.quantity(parts.trend()[i]),
                    Rounding.index(parts.seasonal()[i]),
                    Rounding.index(parts.tet()[i]),
                    Rounding.index(parts.springFestival()[i]),
                    Rounding.index(parts.closures()[i]),
                    Rounding.index(parts.irregular()[i])))
        .toArray(Row[]::new);
  }

  static Row[] effects(Adjusted adjusted) {
    return Stream.concat(
            adjusted.effects().stream().map(PartRows::effect),
            adjusted.outliers().stream().map(PartRows::outlier))
        .toArray(Row[]::new);
  }

  static Row[] forecasts(List<Forecast> forecasts) {
    return forecasts.stream()
        .map(
            one ->
                RowFactory.create(
                    date(one.period()),
                    Rounding.quantity(one.median()),
                    Rounding.quantity(one.low80()),
                    Rounding.quantity(one.high80()),
                    Rounding.quantity(one.low95()),
                    Rounding.quantity(one.high95())))
        .toArray(Row[]::new);
  }

  static Row[] scores(List<ForecastScore> scores) {
    return scores.stream()
        .map(
            one ->
                RowFactory.create(
                    code(one.method()),
                    one.horizon(),
                    one.forecasts(),
                    Rounding.index(one.mase()),
                    Rounding.percent(one.coverage80()),
                    Rounding.percent(one.coverage95())))
        .toArray(Row[]::new);
  }

  static Row[] anomalies(List<Anomaly> anomalies) {
    return anomalies.stream()
        .map(
            one ->
                RowFactory.create(
                    date(one.period()),
                    Rounding.quantity(one.value()),
                    Rounding.quantity(one.expected()),
                    Rounding.quantity(one.low()),
                    Rounding.quantity(one.high()),
                    Rounding.index(one.score())))
        .toArray(Row[]::new);
  }

  static Row[] changes(List<ChangePoint> changes) {
    return changes.stream()
        .map(
            one ->
                RowFactory.create(
                    date(one.period()),
                    Rounding.quantity(one.value()),
                    Rounding.quantity(one.expected()),
                    Rounding.quantity(one.low()),
                    Rounding.quantity(one.high()),
                    Rounding.quantity(one.before()),
                    Rounding.quantity(one.after()),
                    Rounding.percent(one.changePct() / 100),
                    one.decided()))
        .toArray(Row[]::new);
  }

  private static Row effect(Effect effect) {
    return RowFactory.create(
        effect.name(),
        code(effect.kind()),
        null,
        Rounding.index(effect.coefficient()),
        Rounding.index(effect.standardError()),
        Rounding.index(effect.pValue()));
  }

  private static Row outlier(Outlier outlier) {
    return RowFactory.create(
        code(outlier.type()) + " " + outlier.period(),
        code(outlier.type()),
        date(outlier.period()),
        Rounding.index(outlier.coefficient()),
        Rounding.index(outlier.standardError()),
        null);
  }

  private static String code(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
