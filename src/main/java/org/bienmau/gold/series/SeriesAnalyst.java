package org.bienmau.gold.series;

import java.math.BigDecimal;
import java.sql.Date;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.bienmau.reference.Registers;
import org.bienmau.series.Adjusted;
import org.bienmau.series.Analysed;
import org.bienmau.series.Analysis;
import org.bienmau.series.Diagnostics;
import org.bienmau.series.Evaluation;
import org.bienmau.series.QualityStatistics;
import org.bienmau.series.Refused;
import org.bienmau.series.Scored;
import org.bienmau.series.SecondOpinion;
import org.bienmau.series.TimeSeries;

/** Runs the mathematics over series, one after the other; each is a row of its months. */
final class SeriesAnalyst implements MapPartitionsFunction<Row, Row> {
  private static final long serialVersionUID = 1;

  /** The columns of the rows it makes. */
  static final StructType ROW = SeriesAnalysis.TABLE.schema();

  private final Registers registers;

  SeriesAnalyst(Registers registers) {
    this.registers = registers;
  }

  @Override
  public Iterator<Row> call(Iterator<Row> series) {
    KnownClosures closures = new KnownClosures(registers);
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return series.hasNext();
      }

      @Override
      public Row next() {
        return analysed(series.next(), closures);
      }
    };
  }

  private static Row analysed(Row row, KnownClosures closures) {
    int keys = SeriesKey.COLUMNS.size();
    List<Row> observed = row.getList(keys);
    BigDecimal[] values = values(observed);
    TimeSeries raw =
        TimeSeries.monthly(
            month(observed.get(0)),
            Arrays.stream(values)
                .mapToDouble(value -> value == null ? Double.NaN : value.doubleValue())
                .toArray());
    Analysis analysis = Analysis.of(raw, closures.of(row));
    Object[] key = new Object[keys];
    Arrays.setAll(key, row::get);
    return RowFactory.create(
        Stream.of(Arrays.stream(key), span(raw), found(analysis, values))
            .flatMap(part -> part)
            .toArray());
  }

  /** The columns from the refusal on. */
  static Stream<Object> found(Analysis analysis, BigDecimal[] values) {
    return analysis instanceof Analysed analysed
        ? analysed(analysed, values)
        : refused((Refused) analysis, values);
  }

  /** One value per month from the first to the last observed; null where there is none. */
  private static BigDecimal[] values(List<Row> observed) {
    TimeSeries frame = TimeSeries.monthly(month(observed.get(0)));
    int last = frame.indexOf(month(observed.get(observed.size() - 1)));
    BigDecimal[] values = new BigDecimal[last + 1];
    observed.forEach(one -> values[frame.indexOf(month(one))] = one.getDecimal(1));
    return values;
  }

  private static YearMonth month(Row observed) {
    return YearMonth.from(((Date) observed.get(0)).toLocalDate());
  }

  private static Stream<Object> span(TimeSeries raw) {
    long missing = Arrays.stream(raw.values()).filter(Double::isNaN).count();
    return Stream.of(
        PartRows.date(raw.start()),
        PartRows.date(raw.period(raw.size() - 1)),
        raw.size(),
        (int) missing);
  }

  private static Stream<Object> refused(Refused refused, BigDecimal[] values) {
    Object[] scalars = new Object[SeriesAnalysis.SCALARS.size() - 4];
    scalars[0] = refused.reason().name();
    scalars[1] = refused.detail();
    scalars[scalars.length - 1] = refused.reason().name();
    Row[] none = {};
    return Stream.concat(
        Arrays.stream(scalars),
        Stream.of(PartRows.months(refused.raw(), values), none, none, none, none, none));
  }

  private static Stream<Object> analysed(Analysed analysed, BigDecimal[] values) {
    Adjusted adjusted = analysed.adjusted();
    Evaluation evaluation = analysed.evaluation();
    String scoreRefusal = evaluation instanceof Refused refused ? refused.reason().name() : null;
    Row[] scores =
        evaluation instanceof Scored scored ? PartRows.scores(scored.scores()) : new Row[0];
    return Stream.of(
            scalars(adjusted),
            second(adjusted.diagnostics().secondOpinion()),
            Stream.of((Object) scoreRefusal),
            Stream.of(
                PartRows.months(adjusted, values),
                PartRows.effects(adjusted),
                PartRows.forecasts(adjusted.forecasts()),
                scores,
                PartRows.anomalies(analysed.anomalies()),
                PartRows.changes(analysed.breaks().points())))
        .flatMap(part -> part);
  }

  private static Stream<Object> scalars(Adjusted adjusted) {
    Diagnostics found = adjusted.diagnostics();
    String doubts = adjusted.doubts().stream().map(Enum::name).collect(Collectors.joining(" "));
    return Stream.of(
        null,
        null,
        adjusted.verdict().name().toLowerCase(Locale.ROOT),
        doubts.isEmpty() ? null : doubts,
        found.model(),
        Rounding.index(found.residualDeviation()),
        Rounding.index(found.ljungBox()),
        Rounding.index(found.normality()),
        Rounding.index(found.season().qsBefore()),
        Rounding.index(Math.min(found.season().qsAfter(), found.season().fAfter())),
        Rounding.index(found.festivalLeft()),
        Rounding.index(found.festivalGain()));
  }

  private static Stream<Object> second(SecondOpinion opinion) {
    if (opinion instanceof SecondOpinion.Given given) {
      QualityStatistics quality = given.quality();
      return Stream.of(
          given.model(),
          null,
          Rounding.index(quality.m7()),
          Rounding.index(quality.q()),
          Rounding.index(quality.qWithoutM2()),
          Rounding.index(given.gap()));
    }
    String reason = ((SecondOpinion.Withheld) opinion).reason().name();
    return Stream.of(null, reason, null, null, null, null);
  }
}
