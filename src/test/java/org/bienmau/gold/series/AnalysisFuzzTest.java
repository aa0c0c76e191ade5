package org.bienmau.gold.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.apache.spark.sql.Row;
import org.bienmau.series.Adjusted;
import org.bienmau.series.Analysed;
import org.bienmau.series.Analysis;
import org.bienmau.series.Closure;
import org.bienmau.series.Components;
import org.bienmau.series.Forecast;
import org.bienmau.series.Refusal;
import org.bienmau.series.Refused;
import org.bienmau.series.TimeSeries;
import org.bienmau.table.TableColumn;
import org.bienmau.table.Types;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Series such as no statistician would hand in: each ends in an adjusted result whose parts make up
 * the whole, or in a refusal with its name, and never in an exception.
 */
final class AnalysisFuzzTest {
  private static final YearMonth START = YearMonth.of(2016, 1);

  /** Closures that overlap each other, touch the first month, and reach past the last. */
  private static final List<Closure> CLOSURES =
      List.of(
          new Closure("first", LocalDate.of(2015, 12, 20), LocalDate.of(2016, 1, 2)),
          new Closure("long", LocalDate.of(2018, 2, 10), LocalDate.of(2018, 6, 20)),
          new Closure("within", LocalDate.of(2018, 4, 1), LocalDate.of(2018, 4, 5)),
          new Closure("a day", LocalDate.of(2019, 8, 8), LocalDate.of(2019, 8, 8)),
          new Closure("open", LocalDate.of(2021, 11, 3), LocalDate.of(2030, 1, 1)));

  /** A kind of series, and the refusal that it must end in; null where either end is right. */
  enum Kind {
    THIRTY_MONTHS(30, Refusal.TOO_SHORT),
    ONE_MONTH(1, Refusal.TOO_SHORT),
    ALL_UNKNOWN(60, Refusal.TOO_SHORT),
    ONE_ZERO(72, Refusal.ZERO_VALUES),
    ALL_ZERO(72, Refusal.ZERO_VALUES),
    CONSTANT(72, Refusal.CONSTANT),
    NEGATIVE(72, Refusal.NEGATIVE_VALUES),
    FORTY_PER_CENT_UNKNOWN(72, Refusal.TOO_MANY_GAPS),
    NO_NOISE(72, Refusal.TOO_REGULAR),
    THREE_YEARS(36, null),
    TEN_PER_CENT_UNKNOWN(84, null),
    UNKNOWN_ENDS(84, null),
    NEXT_TO_NOTHING(72, null),
    HUGE(72, null),
    WILD(72, null),
    NOISE_ALONE(84, null),
    HANDFUL(72, null),
    TO_AND_FRO(60, null),
    BREAK_AT_THE_END(84, null),
    ONE_MONTH_A_THOUSANDFOLD(84, null),
    EXPLOSION(48, null),
    DYING(84, null),
    SHUT_FOR_A_YEAR(84, null);

    private final int months;
    private final Refusal refusal;

    Kind(int months, Refusal refusal) {
      this.months = months;
      this.refusal = refusal;
    }

    double[] values(Random random) {
      double[] usual = new double[months];
      double level = 6;
      for (int i = 0; i < months; i++) {
        level += 0.02 * random.nextGaussian();
        usual[i] = Math.exp(level + 0.2 * Math.sin(i * Math.PI / 6) + 0.05 * random.nextGaussian());
      }
      IntToDoubleFunction value =
          switch (this) {
            case THIRTY_MONTHS, ONE_MONTH, THREE_YEARS -> i -> usual[i];
            case ALL_UNKNOWN -> i -> i == 0 ? 1 : Double.NaN;
            case ONE_ZERO -> i -> i == 40 ? 0 : usual[i];
            case ALL_ZERO -> i -> 0;
            case CONSTANT -> i -> 7.5;
            case NEGATIVE -> i -> i == 11 ? -usual[i] : usual[i];
            case FORTY_PER_CENT_UNKNOWN -> i -> i % 5 == 1 || i % 5 == 3 ? Double.NaN : usual[i];
            case NO_NOISE -> i -> (1 << i % 12) * Math.pow(2, i / 12);
            case TEN_PER_CENT_UNKNOWN -> i -> random.nextInt(10) == 0 ? Double.NaN : usual[i];
            case UNKNOWN_ENDS -> i -> i < 7 || i > 70 ? Double.NaN : usual[i];
            case NEXT_TO_NOTHING -> i -> usual[i] * 1e-6;
            case HUGE -> i -> usual[i] * 1e15;
            case WILD -> i -> usual[i] * Math.exp(2.5 * random.nextGaussian());
            case NOISE_ALONE -> i -> Math.exp(0.3 * random.nextGaussian());
            case HANDFUL -> i -> 1 + random.nextInt(4);
            case TO_AND_FRO -> i -> i % 2 == 0 ? 1 + random.nextDouble() : 1000;
            case BREAK_AT_THE_END -> i -> i == months - 1 ? usual[i] / 50 : usual[i];
            case ONE_MONTH_A_THOUSANDFOLD -> i -> i == 50 ? usual[i] * 1000 : usual[i];
            case EXPLOSION -> i -> usual[i] * Math.pow(1.6, i);
            case DYING -> i -> usual[i] * Math.pow(0.85, i);
            case SHUT_FOR_A_YEAR -> i -> i >= 36 && i < 48 ? Double.NaN : usual[i];
          };
      double[] values = new double[months];
      Arrays.setAll(values, value);
      return values;
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_series_is_adjusted_or_refused_by_name(Kind kind) {
    Random random = new Random(kind.ordinal() * 31L + 5);
    BigDecimal[] values =
        Arrays.stream(kind.values(random))
            .mapToObj(
                value ->
                    Double.isNaN(value)
                        ? null
                        : new BigDecimal(value)
                            .setScale(Types.QUANTITY.scale(), RoundingMode.HALF_EVEN))
            .toArray(BigDecimal[]::new);
    TimeSeries raw =
        TimeSeries.monthly(
            START,
            Arrays.stream(values)
                .mapToDouble(value -> value == null ? Double.NaN : value.doubleValue())
                .toArray());
    List<Closure> closures = kind.ordinal() % 3 == 0 ? CLOSURES : List.of();

    Analysis analysis = Analysis.of(raw, closures);

    if (analysis instanceof Analysed analysed) {
      assertThat(kind.refusal).isNull();
      assertWhole(raw, analysed.adjusted());
    } else {
      Refused refused = (Refused) analysis;
      assertThat(refused.raw()).isEqualTo(raw);
      assertThat(refused.detail()).isNotBlank();
      if (kind.refusal != null) {
        assertThat(refused.reason()).as(refused.detail()).isEqualTo(kind.refusal);
      }
    }
    assertPublishable(SeriesAnalyst.found(analysis, values).toArray());
  }

  private static void assertWhole(TimeSeries raw, Adjusted adjusted) {
    Components parts = adjusted.components();
    for (int i = 0; i < raw.size(); i++) {
      if (!Double.isNaN(raw.value(i)) && raw.value(i) > 0) {
        double whole =
            parts.adjusted()[i] * parts.seasonal()[i] * parts.tet()[i] * parts.springFestival()[i];
        assertThat(whole / raw.value(i)).as("%s", raw.period(i)).isCloseTo(1, within(1e-6));
        assertThat(parts.trend()[i] * parts.irregular()[i] / parts.adjusted()[i])
            .isCloseTo(1, within(1e-6));
      }
    }
    assertThat(adjusted.forecasts()).hasSize(12);
    for (Forecast forecast : adjusted.forecasts()) {
      assertThat(forecast.low95()).isBetween(0.0, forecast.low80());
      assertThat(forecast.median()).isBetween(forecast.low80(), forecast.high80());
      assertThat(forecast.high95()).isGreaterThanOrEqualTo(forecast.high80());
    }
  }

  /** Every column is there that has to be, and fits into its type. */
  private static void assertPublishable(Object[] found) {
    List<TableColumn> scalars = SeriesAnalysis.SCALARS.subList(4, SeriesAnalysis.SCALARS.size());
    List<List<TableColumn>> arrays =
        List.of(
            Parts.MONTHS,
            Parts.EFFECTS,
            Parts.FORECASTS,
            Parts.SCORES,
            Parts.ANOMALIES,
            Parts.CHANGES);
    assertThat(found).hasSize(scalars.size() + arrays.size());
    assertThat(found[0] == null).as("a refusal or a verdict").isNotEqualTo(found[2] == null);
    for (int i = 0; i < arrays.size(); i++) {
      for (Row row : (Row[]) found[scalars.size() + i]) {
        assertThat(row.size()).isEqualTo(arrays.get(i).size());
        for (int c = 0; c < row.size(); c++) {
          TableColumn column = arrays.get(i).get(c);
          assertThat(row.get(c) == null && !column.nullable()).as(column.name()).isFalse();
          assertFits(row.get(c), column);
        }
      }
    }
    for (int i = 0; i < scalars.size(); i++) {
      assertFits(found[i], scalars.get(i));
    }
    for (Row forecast : (Row[]) found[scalars.size() + arrays.indexOf(Parts.FORECASTS)]) {
      assertInOrder(forecast, Parts.FORECASTS, Parts.LOW_95, Parts.LOW_80, Parts.MEDIAN);
      assertInOrder(forecast, Parts.FORECASTS, Parts.MEDIAN, Parts.HIGH_80, Parts.HIGH_95);
    }
    for (Row change : (Row[]) found[scalars.size() + arrays.indexOf(Parts.CHANGES)]) {
      assertInOrder(change, Parts.CHANGES, Parts.LOW, Parts.EXPECTED, Parts.HIGH);
    }
  }

  private static void assertInOrder(Row row, List<TableColumn> columns, TableColumn... rising) {
    assertThat(Arrays.stream(rising).map(column -> row.getDecimal(columns.indexOf(column))))
        .isSorted();
  }

  private static void assertFits(Object value, TableColumn column) {
    if (value instanceof BigDecimal decimal) {
      var type = (org.apache.spark.sql.types.DecimalType) column.type();
      assertThat(decimal.scale()).as(column.name()).isLessThanOrEqualTo(type.scale());
      assertThat(decimal.precision() - decimal.scale())
          .as(column.name())
          .isLessThanOrEqualTo(type.precision() - type.scale());
    }
  }
}
