package org.bienmau.gold.series;

import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.bienmau.reference.Registers;
import org.bienmau.series.DailyCounts;
import org.bienmau.series.NowcastHistory;
import org.bienmau.series.TimeSeries;
import org.bienmau.series.TurnoverNowcast;

/** Makes the nowcasts of a series from its months of turnover and its days of trucks. */
final class NowcastMaker implements MapPartitionsFunction<Row, Row> {
  private static final long serialVersionUID = 1;

  /** The columns of the rows it makes. */
  static final StructType ROW = Nowcast.TABLE.schema();

  private final Registers registers;

  NowcastMaker(Registers registers) {
    this.registers = registers;
  }

  @Override
  public Iterator<Row> call(Iterator<Row> series) {
    KnownClosures closures = new KnownClosures(registers);
    return new Iterator<>() {
      private Iterator<Row> made = List.<Row>of().iterator();

      @Override
      public boolean hasNext() {
        while (!made.hasNext() && series.hasNext()) {
          made = nowcasts(series.next(), closures).iterator();
        }
        return made.hasNext();
      }

      @Override
      public Row next() {
        hasNext();
        return made.next();
      }
    };
  }

  private static List<Row> nowcasts(Row row, KnownClosures closures) {
    int given = Nowcast.GIVEN.size();
    Map<YearMonth, BigDecimal> turnover = turnover(row.getList(given));
    DailyCounts trucks = trucks(row.getList(given + 1), row.getDate(given + 2));
    if (trucks == null) {
      return List.of();
    }
    TurnoverNowcast nowcast = new TurnoverNowcast(trucks, series(turnover), closures.of(row));
    Object[] key = new Object[given];
    Arrays.setAll(key, row::get);
    return NowcastHistory.of(nowcast).stream()
        .map(
            entry ->
                RowFactory.create(
                    Stream.concat(Arrays.stream(key), found(entry, trucks, turnover)).toArray()))
        .toList();
  }

  private static Stream<Object> found(
      NowcastHistory.Entry entry, DailyCounts trucks, Map<YearMonth, BigDecimal> turnover) {
    YearMonth month = entry.month();
    LocalDate last = month.atDay(Math.min(entry.day(), month.lengthOfMonth()));
    double soFar = trucks.sum(month.atDay(1), last);
    BigDecimal actual = turnover.get(month);
    BigDecimal yearBefore = turnover.get(month.minusYears(1));
    Stream<Object> what =
        Stream.of(
            PartRows.date(month),
            entry.day(),
            entry.monthsBack(),
            Double.isNaN(soFar) ? null : (long) soFar);
    Stream<Object> made =
        entry.outcome() instanceof TurnoverNowcast.Made one
            ? made(one, entry)
            : Stream.generate(() -> (Object) null).limit(8);
    Double value =
        entry.outcome() instanceof TurnoverNowcast.Made one ? Double.valueOf(one.value()) : null;
    Stream<Object> met =
        Stream.of(
            entry.errors(),
            actual,
            error(value, actual),
            yearBefore,
            error(yearBefore == null ? null : yearBefore.doubleValue(), actual));
    Stream<Object> why =
        entry.outcome() instanceof TurnoverNowcast.NotMade none
            ? Stream.of(none.reason().name().toLowerCase(Locale.ROOT), none.detail())
            : Stream.of(null, null);
    return Stream.of(what, made, met, why).flatMap(part -> part);
  }

  private static Stream<Object> made(TurnoverNowcast.Made made, NowcastHistory.Entry entry) {
    return Stream.of(
        Rounding.percent(made.share()),
        Rounding.quantity(made.trucks()),
        Rounding.quantity(made.perTruck()),
        Rounding.quantity(made.value()),
        Rounding.quantity(made.value() * Math.exp(-entry.reach80())),
        Rounding.quantity(made.value() * Math.exp(entry.reach80())),
        Rounding.quantity(made.value() * Math.exp(-entry.reach95())),
        Rounding.quantity(made.value() * Math.exp(entry.reach95())));
  }

  private static BigDecimal error(Double guess, BigDecimal actual) {
    return guess == null || actual == null || actual.signum() == 0
        ? null
        : Rounding.percent(guess / actual.doubleValue() - 1);
  }

  private static Map<YearMonth, BigDecimal> turnover(List<Row> months) {
    Map<YearMonth, BigDecimal> turnover = new HashMap<>();
    months.forEach(month -> turnover.put(YearMonth.from(day(month)), month.getDecimal(1)));
    return turnover;
  }

  private static TimeSeries series(Map<YearMonth, BigDecimal> turnover) {
    TimeSeries frame =
        TimeSeries.monthly(turnover.keySet().stream().min(YearMonth::compareTo).orElseThrow());
    YearMonth last = turnover.keySet().stream().max(YearMonth::compareTo).orElseThrow();
    double[] values = new double[frame.indexOf(last) + 1];
    Arrays.fill(values, Double.NaN);
    turnover.forEach((month, value) -> values[frame.indexOf(month)] = value.doubleValue());
    return frame.with(values);
  }

  /**
   * The days from the first to the last that is known; null without any.
   *
   * @param days with trucks and the number of gates that report; only those of as many gates as the
   *     newest are like it
   * @param reportedTo the last day of visits, before which a day without a row had none; null for
   *     counts
   */
  private static DailyCounts trucks(List<Row> days, Date reportedTo) {
    List<Row> known =
        days.stream()
            .filter(day -> !day.isNullAt(1))
            .sorted(Comparator.comparing(NowcastMaker::day))
            .toList();
    if (known.isEmpty()) {
      return null;
    }
    Row newest = known.get(known.size() - 1);
    LocalDate first = day(known.get(0));
    LocalDate last = reportedTo == null ? day(newest) : reportedTo.toLocalDate();
    double[] values = new double[(int) first.until(last, ChronoUnit.DAYS) + 1];
    Arrays.fill(values, reportedTo == null ? Double.NaN : 0);
    for (Row day : known) {
      if (day.getLong(2) == newest.getLong(2)) {
        values[(int) first.until(day(day), ChronoUnit.DAYS)] = day.getLong(1);
      }
    }
    return new DailyCounts(first, values);
  }

  private static LocalDate day(Row row) {
    return row.getDate(0).toLocalDate();
  }
}
