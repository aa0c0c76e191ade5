package org.bienmau.gold;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.bienmau.gold.Evidence.ID;
import static org.bienmau.gold.Evidence.KIND;
import static org.bienmau.gold.Evidence.other;
import static org.bienmau.table.TableColumn.required;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.bienmau.measure.Precision;
import org.bienmau.reference.Direction;
import org.bienmau.silver.Figure;
import org.bienmau.table.TableColumn;

/**
 * Finds, for figures that differ from the chosen value, another row that explains the difference.
 *
 * <p>The rules are tried in the order of {@link #rules()}; the first that any row satisfies wins,
 * and among several rows the one nearest in value, then the one with the lowest id.
 */
final class Explanations {
  private Explanations() {}

  static final TableColumn VERDICT =
      required("found_verdict", StringType, "", "The verdict that the rule gives.");
  static final TableColumn CODE =
      required("found_code", StringType, "", "The code of the rule that applied.");

  /**
   * Publications further apart than this many per cent of the chosen value are taken for two
   * statements, not for an earlier and a later state of one.
   */
  private static final int REVISION_LIMIT_PCT = 10;

  /** Below this, two swapped digits are as likely to be two counts as one misprint. */
  private static final int SMALLEST_SWAP = 100;

  /** One rule: it holds for a figure and an explaining row, and then gives verdict and code. */
  private record Rule(String verdict, String code, Column holds) {}

  /**
   * Explains what can be explained.
   *
   * @param open figures beside the chosen value of their cell, still without a verdict
   * @param evidence see {@link Evidence}
   * @return for each explained figure its key, the verdict, the code and the explaining row
   */
  static Dataset<Row> of(Dataset<Row> open, Dataset<Row> evidence) {
    Column samePlace =
        same(Figure.MEASURE_ID)
            .and(same(Figure.SCOPE_TYPE))
            .and(same(Figure.SCOPE_ID))
            .and(same(Figure.GOODS_ID))
            .and(same(Figure.IS_SIMULATED));
    Column best =
        min(
            struct(
                col("rule"),
                abs(Figure.VALUE.col().minus(other(Figure.VALUE))).as("gap"),
                ID.as("id"),
                KIND.as("kind"),
                other(Figure.VALUE).as("value")));
    Dataset<Row> explained =
        open.join(evidence, samePlace)
            .withColumn("rule", firstRule())
            .filter(col("rule").isNotNull())
            .groupBy(Figure.STATEMENT_KEY.col())
            .agg(best.as("best"));
    Column isObservation = col("best.kind").equalTo(Evidence.OBSERVATION);
    return explained.select(
        Figure.STATEMENT_KEY.col(),
        ofRule(Rule::verdict).as(VERDICT.name()),
        ofRule(Rule::code).as(CODE.name()),
        when(not(isObservation), col("best.id"))
            .as(PublishedReconciliation.EXPLAINED_BY_FIGURE_ID.name()),
        when(isObservation, col("best.id"))
            .as(PublishedReconciliation.EXPLAINED_BY_OBSERVATION_ID.name()),
        col("best.value").as(PublishedReconciliation.EXPLAINED_BY_VALUE.name()));
  }

  /** Every rule, in the order in which they are tried. */
  private static List<Rule> rules() {
    Column observation = KIND.equalTo(Evidence.OBSERVATION);
    Column figure = KIND.equalTo(Evidence.FIGURE);
    Column samePeriod = same(Figure.PERIOD_ID);
    Column sameDirection = same(Figure.DIRECTION);
    Column sameCell = samePeriod.and(sameDirection).and(same(Figure.REGIME));
    Column agreesWithFigure = meets();
    Column agreesWithChosen =
        Precision.meet(
            other(Bounds.LOW), other(Bounds.HIGH), col("chosen_low"), col("chosen_high"));
    Column samePublisher = same(Figure.PUBLISHER);
    Column sameDay = same(Figure.KNOWN_FROM);
    Column isChosen = ID.equalTo(PublishedReconciliation.CHOSEN_FIGURE_ID.col());
    Column otherPeriod =
        observation.and(sameDirection).and(same(Figure.REGIME)).and(not(samePeriod));
    Column samePage = other(Figure.SOURCE_URL).equalTo(Figure.SOURCE_URL.col());
    Column chosenOfCell = observation.and(sameCell);
    Column repeatsChosen = figure.and(sameCell).and(agreesWithChosen).and(samePublisher);
    Column beforeEnd =
        Figure.KNOWN_FROM
            .col()
            .leq(Figure.PERIOD_END.col())
            .and(other(Figure.KNOWN_FROM).gt(Figure.PERIOD_END.col()));
    Column near = abs(PublishedReconciliation.DIFF_PCT.col()).leq(REVISION_LIMIT_PCT);

    List<Rule> rules = new ArrayList<>();
    rules.add(
        new Rule(
            "other_regime",
            "matches_other_regime",
            observation
                .and(samePeriod)
                .and(sameDirection)
                .and(not(same(Figure.REGIME)))
                .and(agreesWithFigure)));
    rules.add(
        new Rule("other_vintage", "same_publisher_other_day", repeatsChosen.and(not(sameDay))));
    rules.add(
        new Rule(
            "other_vintage",
            "printed_before_period_end",
            figure.and(isChosen).and(provenDays()).and(beforeEnd)));
    rules.add(
        new Rule(
            "other_period",
            "matches_longer_period",
            otherPeriod.and(agreesWithFigure).and(contains())));
    rules.add(
        new Rule(
            "other_period",
            "matches_period_beside",
            otherPeriod.and(agreesWithFigure).and(touches())));
    rules.add(
        new Rule(
            "parts_do_not_add_up",
            "page_parts_differ",
            KIND.equalTo(Evidence.PAGE_SUM)
                .and(sameCell)
                .and(samePage)
                .and(Figure.DIRECTION.col().equalTo(Direction.TOTAL.id()))
                .and(not(agreesWithFigure))));
    rules.add(
        new Rule(
            "source_error_suspected",
            "directions_swapped",
            KIND.equalTo(Evidence.PAGE_SWAPPED).and(sameCell).and(samePage)));
    rules.add(new Rule("source_error_suspected", "power_of_ten", chosenOfCell.and(powerOfTen())));
    rules.add(
        new Rule("source_error_suspected", "digits_swapped", chosenOfCell.and(digitsSwapped())));
    rules.add(
        new Rule(
            "source_error_suspected",
            "same_publisher_same_day",
            repeatsChosen.and(sameDay).and(not(samePage))));
    rules.add(
        new Rule(
            "other_vintage",
            "published_on_another_day",
            figure.and(isChosen).and(provenDays()).and(not(sameDay)).and(near)));
    return rules;
  }

  private static Column firstRule() {
    Column first = lit(null).cast("int");
    List<Rule> rules = rules();
    for (int i = rules.size() - 1; i >= 0; i--) {
      first = when(coalesce(rules.get(i).holds(), lit(false)), lit(i)).otherwise(first);
    }
    return first;
  }

  private static Column ofRule(Function<Rule, String> part) {
    List<Rule> rules = rules();
    Column text = lit(null).cast(StringType);
    for (int i = 0; i < rules.size(); i++) {
      text = when(col("best.rule").equalTo(i), part.apply(rules.get(i))).otherwise(text);
    }
    return text;
  }

  private static Column same(TableColumn column) {
    return column.col().equalTo(other(column));
  }

  private static Column meets() {
    return Precision.meet(
        Bounds.LOW.col(), Bounds.HIGH.col(), other(Bounds.LOW), other(Bounds.HIGH));
  }

  /** Whether the first day on which the figure was public rests on a printed date. */
  private static Column provenDays() {
    return Figure.KNOWN_FROM_BASIS.col().notEqual("accessed");
  }

  private static Column contains() {
    return other(Figure.PERIOD_START)
        .leq(Figure.PERIOD_START.col())
        .and(other(Figure.PERIOD_END).geq(Figure.PERIOD_END.col()));
  }

  /** Whether the periods share a day or follow one another without a gap. */
  private static Column touches() {
    return other(Figure.PERIOD_START)
        .leq(date_add(Figure.PERIOD_END.col(), 1))
        .and(Figure.PERIOD_START.col().leq(date_add(other(Figure.PERIOD_END), 1)));
  }

  private static Column powerOfTen() {
    Column holds = lit(false);
    for (int power = 1; power <= 3; power++) {
      Column factor = lit(BigDecimal.TEN.pow(power));
      Column tooSmall =
          Precision.meet(
              Bounds.LOW.col().multiply(factor),
              Bounds.HIGH.col().multiply(factor),
              other(Bounds.LOW),
              other(Bounds.HIGH));
      Column tooLarge =
          Precision.meet(
              Bounds.LOW.col(),
              Bounds.HIGH.col(),
              other(Bounds.LOW).multiply(factor),
              other(Bounds.HIGH).multiply(factor));
      holds = holds.or(tooSmall).or(tooLarge);
    }
    return holds.and(Figure.VALUE.col().gt(0));
  }

  /** Whether the numbers differ in two digits beside each other that changed places. */
  private static Column digitsSwapped() {
    Column ours = Precision.digits(other(Figure.VALUE));
    Column printed = Precision.digits(Figure.VALUE.col());
    Column holds = lit(false);
    for (int i = 1; i < 12; i++) {
      Column swapped =
          concat(
              substring(printed, 1, i - 1),
              substring(printed, i + 1, 1),
              substring(printed, i, 1),
              substring(printed, i + 2, 40));
      holds = holds.or(swapped.equalTo(ours).and(length(printed).gt(i)));
    }
    return holds
        .and(Figure.VALUE.col().notEqual(other(Figure.VALUE)))
        .and(Figure.VALUE.col().geq(SMALLEST_SWAP));
  }
}
