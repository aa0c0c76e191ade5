package org.bienmau.gold;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.math.BigDecimal;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.bienmau.measure.Growth;
import org.bienmau.measure.Precision;
import org.bienmau.reference.Direction;
import org.bienmau.reference.PeriodKind;
import org.bienmau.reference.Regime;
import org.bienmau.silver.Figure;
import org.bienmau.table.TableColumn;

/**
 * Sets an implied base beside the observations of its period and says what the gap is.
 *
 * <p>Every observation that could be the base gets a class; the class that comes first in {@link
 * #classified()} decides, then the observation of the better source.
 */
final class BaseMatch {
  private BaseMatch() {}

  /** A base further off than this many per cent is another base, not a revised one. */
  private static final int REVISION_LIMIT_PCT = 10;

  /** Growth printed below this may be meant as so many times, not as per cent. */
  private static final int LARGEST_MULTIPLE = 10;

  private static final Column SAME_REGIME = Figure.REGIME.col().equalTo(col("known_regime"));

  static Dataset<Row> of(Dataset<Row> implied, Dataset<Row> observations) {
    Dataset<Row> known = Bounds.ofObservations(observations).transform(BaseMatch::withPartsBounds);
    Column[] key = {ImpliedBase.STATEMENT_KEY.col(), ImpliedBase.IMPLIED_BY.col()};
    Dataset<Row> matched =
        implied
            .join(candidates(known), isBase(), "left")
            .withColumn("class", classified())
            .groupBy(key)
            .agg(
                min(struct(
                        col("class.rank"),
                        col("known_kind").notEqual(Figure.PERIOD_KIND.col()).as("other_kind"),
                        col("known_tier"),
                        col("known_observation_id"),
                        col("known_value"),
                        col("known_regime"),
                        col("class.name"),
                        col("class.code")))
                    .as("best"));
    // A base in another regime is shown only where it explains: regimes are not compared.
    Column shown = not(col("best.name").equalTo("base_missing"));
    Dataset<Row> best =
        matched.select(
            key[0],
            key[1],
            when(shown, col("best.known_value")).as(ImpliedBase.KNOWN_VALUE.name()),
            when(shown, col("best.known_regime")).as(ImpliedBase.KNOWN_REGIME.name()),
            when(shown, col("best.known_observation_id"))
                .as(ImpliedBase.KNOWN_OBSERVATION_ID.name()),
            col("best.name").as(ImpliedBase.CLASS.name()),
            col("best.code").as(ImpliedBase.EXPLANATION.name()));
    return implied.join(
        best, new String[] {ImpliedBase.STATEMENT_KEY.name(), ImpliedBase.IMPLIED_BY.name()});
  }

  /** A total whose export and import add up to it is as exact as they are. */
  private static Dataset<Row> withPartsBounds(Dataset<Row> observations) {
    WindowSpec cell = Window.partitionBy(Cell.columns(Cell.BOTH_DIRECTIONS));
    Column isPart = Figure.DIRECTION.col().notEqual(Direction.TOTAL.id());
    Column addsUp =
        not(isPart)
            .and(count(when(isPart, 1)).over(cell).equalTo(2))
            .and(sum(when(isPart, Figure.VALUE.col())).over(cell).equalTo(Figure.VALUE.col()));
    return observations
        .withColumn("parts_low", sum(when(isPart, Bounds.LOW.col())).over(cell))
        .withColumn("parts_high", sum(when(isPart, Bounds.HIGH.col())).over(cell))
        .withColumn("adds_up", addsUp)
        .withColumn(
            "known_low",
            when(col("adds_up"), greatest(Bounds.LOW.col(), col("parts_low")))
                .otherwise(Bounds.LOW.col()))
        .withColumn(
            "known_high",
            when(col("adds_up"), least(Bounds.HIGH.col(), col("parts_high")))
                .otherwise(Bounds.HIGH.col()));
  }

  private static Dataset<Row> candidates(Dataset<Row> known) {
    return known.select(
        Figure.MEASURE_ID.col().as("known_measure"),
        Figure.SCOPE_TYPE.col().as("known_scope_type"),
        Figure.SCOPE_ID.col().as("known_scope"),
        Figure.DIRECTION.col().as("known_direction"),
        Figure.GOODS_ID.col().as("known_goods"),
        Figure.IS_SIMULATED.col().as("known_simulated"),
        Figure.PERIOD_START.col().as("known_start"),
        Figure.PERIOD_END.col().as("known_end"),
        Figure.PERIOD_KIND.col().as("known_kind"),
        Figure.REGIME.col().as("known_regime"),
        Figure.VALUE.col().as("known_value"),
        Figure.PUBLISHER.col().as("known_publisher"),
        Figure.SOURCE_TIER.col().as("known_tier"),
        Observation.OBSERVATION_ID.col().as("known_observation_id"),
        col("known_low"),
        col("known_high"));
  }

  /** By dates, so that January to June is found whether it was printed as a half or to date. */
  private static Column isBase() {
    Column openRange =
        Figure.PERIOD_KIND
            .col()
            .equalTo(PeriodKind.RANGE.id())
            .and(Figure.PERIOD_START.col().equalTo(Figure.PERIOD_END.col()));
    Column knownIsRange = col("known_kind").equalTo(PeriodKind.RANGE.id());
    return is("known_measure", ImpliedBase.BASE_MEASURE_ID)
        .and(is("known_scope_type", Figure.SCOPE_TYPE))
        .and(is("known_scope", Figure.SCOPE_ID))
        .and(is("known_direction", Figure.DIRECTION))
        .and(is("known_goods", Figure.GOODS_ID))
        .and(is("known_simulated", Figure.IS_SIMULATED))
        .and(is("known_start", ImpliedBase.BASE_START))
        .and(is("known_end", ImpliedBase.BASE_END))
        .and(not(openRange).or(knownIsRange));
  }

  private static Column is(String known, TableColumn column) {
    return col(known).equalTo(column.col());
  }

  /** The first class that fits, with its rank. */
  private static Column classified() {
    Column none = col("known_observation_id").isNull();
    Column low = ImpliedBase.IMPLIED_LOW.col();
    Column high = ImpliedBase.IMPLIED_HIGH.col();
    Column inside = col("known_value").between(low, high);
    Column meets = meets(low, high);
    Column unknownElsewhere =
        Figure.REGIME
            .col()
            .equalTo(Regime.UNKNOWN.id())
            .and(not(Figure.PUBLISHER.col().eqNullSafe(col("known_publisher"))));
    Column gap = Growth.percentChange(ImpliedBase.IMPLIED_VALUE.col(), col("known_value"));
    Column near = coalesce(abs(gap).leq(REVISION_LIMIT_PCT), lit(false));
    return when(none, found(14, "base_missing", "no_figure"))
        .when(ImpliedBase.IMPLIED_VALUE.col().isNull(), found(13, "unexplained", "none_implied"))
        .when(SAME_REGIME.and(inside), found(1, "agrees", "within_digits"))
        .when(SAME_REGIME.and(meets), found(2, "rounding", "base_digits"))
        .when(SAME_REGIME.and(asRatio()), found(3, "ratio_printed_as_growth", "read_as_ratio"))
        .when(SAME_REGIME.and(asTimes()), found(4, "ratio_printed_as_growth", "read_as_times"))
        .when(not(SAME_REGIME).and(meets), found(5, "other_regime", "matches_other_regime"))
        .when(asRatio(), found(6, "ratio_printed_as_growth", "read_as_ratio_other_regime"))
        .when(asTimes(), found(7, "ratio_printed_as_growth", "read_as_times_other_regime"))
        .when(SAME_REGIME.and(asFall()), found(8, "source_error_suspected", "sign_lost"))
        .when(SAME_REGIME.and(powerOfTen()), found(8, "source_error_suspected", "power_of_ten"))
        .when(SAME_REGIME.and(unknownElsewhere), found(11, "unexplained", "regime_unknown"))
        .when(
            SAME_REGIME.and(near).and(ImpliedBase.PUBLISHERS_IMPLYING.col().gt(1)),
            found(9, "base_revised", "several_publishers"))
        .when(SAME_REGIME.and(near), found(10, "base_revised", "one_publisher"))
        .when(SAME_REGIME, found(11, "unexplained", "another_base"))
        .otherwise(found(12, "base_missing", "other_regime_only"));
  }

  private static Column found(int rank, String name, String code) {
    return struct(lit(rank).as("rank"), lit(name).as("name"), lit(code).as("code"));
  }

  private static Column meets(Column low, Column high) {
    return Precision.meet(low, high, col("known_low"), col("known_high"));
  }

  private static Column isGrowth() {
    return ImpliedBase.IMPLIED_BY.col().notEqual(PrintedChange.PLAN_SHARE);
  }

  /** 186.24 printed as growth, but meant as 186.24 per cent of the base. */
  private static Column asRatio() {
    Column percent = ImpliedBase.PRINTED_PCT.col();
    Column half = Precision.percentHalfUnit(percent);
    Column low = Growth.impliedWhole(Bounds.LOW.col(), percent.plus(half));
    Column high = Growth.impliedWhole(Bounds.HIGH.col(), percent.minus(half));
    return isGrowth().and(meets(low, high));
  }

  /** 1.1 printed as per cent, but meant as 1.1 times more. */
  private static Column asTimes() {
    Column percent = ImpliedBase.PRINTED_PCT.col();
    Column half = Precision.percentHalfUnit(percent);
    Column low = Growth.impliedBase(Bounds.LOW.col(), percent.plus(half).multiply(lit(100)));
    Column high = Growth.impliedBase(Bounds.HIGH.col(), percent.minus(half).multiply(lit(100)));
    return isGrowth().and(percent.between(1, LARGEST_MULTIPLE)).and(meets(low, high));
  }

  /** A fall printed without its minus. */
  private static Column asFall() {
    Column percent = ImpliedBase.PRINTED_PCT.col().multiply(lit(-1));
    Column half = Precision.percentHalfUnit(percent);
    Column low = Growth.impliedBase(Bounds.LOW.col(), percent.plus(half));
    Column high = Growth.impliedBase(Bounds.HIGH.col(), percent.minus(half));
    return isGrowth().and(meets(low, high));
  }

  private static Column powerOfTen() {
    Column holds = lit(false);
    for (int power = 1; power <= 3; power++) {
      Column factor = lit(BigDecimal.TEN.pow(power));
      Column low = ImpliedBase.IMPLIED_LOW.col();
      Column high = ImpliedBase.IMPLIED_HIGH.col();
      Column tooSmall = meets(low.multiply(factor), high.multiply(factor));
      Column tooLarge =
          Precision.meet(
              low, high, col("known_low").multiply(factor), col("known_high").multiply(factor));
      holds = holds.or(tooSmall).or(tooLarge);
    }
    return holds;
  }
}
