package org.bienmau.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bienmau.series.Adjusted;
import org.bienmau.series.Analysed;
import org.bienmau.series.Analysis;
import org.bienmau.series.Effect;
import org.bienmau.series.LevelBreaks;
import org.bienmau.testing.MethodPage;
import org.junit.jupiter.api.Test;

/** How marks are given; how good the methods are is for {@code jobs/bienmau score} to say. */
final class ScoreTest {

  @Test
  void the_figures_depend_on_the_seed_and_not_on_the_threads() {
    List<ScoreLine> alone = lines(1);

    assertThat(lines(3)).isEqualTo(alone);
    assertThat(alone)
        .extracting(ScoreLine::criterion)
        .contains(
            Criterion.TET_STOP,
            Criterion.MASE,
            Criterion.ROLLED_MASE,
            Criterion.EVENT_TOLD,
            Criterion.TRENDS_DIFFER);
  }

  /** The same analysis, made wrong on purpose, loses its marks. */
  @Test
  void a_method_that_errs_is_found_out() {
    PlantedSeries planted = PlantedSeries.of(7, 0);
    Analysed said = (Analysed) Analysis.of(planted.known(), planted.registered());
    Adjusted adjusted = said.adjusted();
    Analysed wrong =
        new Analysed(
            new Adjusted(
                adjusted.raw(),
                adjusted.components(),
                adjusted.effects().stream()
                    .map(
                        effect ->
                            new Effect(
                                effect.name(),
                                effect.kind(),
                                effect.coefficient() + 10 * effect.standardError(),
                                effect.standardError(),
                                effect.pValue()))
                    .toList(),
                adjusted.outliers(),
                adjusted.forecasts(),
                adjusted.diagnostics(),
                adjusted.verdict(),
                adjusted.doubts()),
            new LevelBreaks(List.of(), said.breaks().passing()),
            List.of(),
            said.evaluation());
    PlantedSeries other =
        new PlantedSeries(
            planted.known(),
            Arrays.stream(planted.later()).map(value -> 3 * value).toArray(),
            planted.tet(),
            planted.closures(),
            java.util.Map.of(YearMonth.of(2020, 5), 0.5),
            java.util.Map.of(YearMonth.of(2019, 5), 0.5));

    ScoreSheet sheet = SeriesScore.of(other, wrong);
    assertThat(reached(sheet, Criterion.TET_STOP)).isZero();
    assertThat(reached(sheet, Criterion.TET_BUILD_UP)).isZero();
    assertThat(reached(sheet, Criterion.ANOMALY_FOUND)).isZero();
    assertThat(reached(sheet, Criterion.SHIFT_FOUND)).isZero();
    assertThat(reached(sheet, Criterion.COVERED)).isZero();
    assertThat(reached(sheet, Criterion.MASE)).isGreaterThan(5);
    assertThat(sheet.lines())
        .filteredOn(line -> line.criterion() == Criterion.MASE)
        .allMatch(ScoreLine::isMissed);
  }

  @Test
  void an_aim_is_met_at_its_ends_and_not_by_what_could_not_be_computed() {
    assertThat(Aim.atLeast(90).isMetBy(90)).isTrue();
    assertThat(Aim.atLeast(90).isMetBy(89.99)).isFalse();
    assertThat(Aim.between(90, 99).isMetBy(99)).isTrue();
    assertThat(Aim.between(90, 99).isMetBy(100)).isFalse();
    assertThat(Aim.below(1).isMetBy(1)).isFalse();
    assertThat(Aim.below(1).isMetBy(Double.NaN)).isFalse();
    assertThat(Aim.NONE.isGiven()).isFalse();
  }

  @Test
  void two_changes_near_one_planted_month_are_one_right_and_one_wrong() {
    ScoreSheet sheet = new ScoreSheet();
    new Findings(sheet)
        .shifts(
            List.of(YearMonth.of(2020, 5), YearMonth.of(2022, 1)),
            List.of(YearMonth.of(2020, 4), YearMonth.of(2020, 6), YearMonth.of(2021, 11)),
            month -> false);

    assertThat(reached(sheet, Criterion.SHIFT_FOUND)).isEqualTo(50);
    assertThat(reached(sheet, Criterion.SHIFT_RIGHT)).isEqualTo(100.0 / 3);
  }

  @Test
  void the_worked_example_of_the_page_is_right() {
    MethodPage page = MethodPage.named("score");
    ScoreSheet sheet = new ScoreSheet();
    for (List<String> row : rows(page.table(1))) {
      new Findings(sheet).anomalies(months(row.get(1)), months(row.get(2)), month -> false);
      sheet.add(Criterion.MASE, Double.parseDouble(row.get(3)));
    }

    String found =
        sheet.lines().stream()
            .map(
                line ->
                    String.format(
                        Locale.ROOT,
                        "%s|%d|%.2f|%s|%s",
                        line.criterion().text(),
                        line.count(),
                        line.reached(),
                        line.criterion().aim().text(),
                        line.isMissed() ? "missed" : "met"))
            .collect(Collectors.joining("\n"));
    assertThat(
            rows(page.table(2)).stream()
                .map(row -> String.join("|", row))
                .collect(Collectors.joining("\n")))
        .isEqualTo(found);
  }

  @Test
  void the_days_of_the_page_are_those_that_are_planted() {
    PlantedTet tet = new PlantedTet(-20, 0.3, 4, 0.1, 3);

    assertThat(rows(MethodPage.named("score").table(3)))
        .allSatisfy(
            row ->
                assertThat(row.get(1))
                    .isEqualTo(
                        String.format(
                            Locale.ROOT, "%.3f", tet.factor(Integer.parseInt(row.get(0))))));
  }

  private static List<ScoreLine> lines(int threads) {
    Bank bank = new Bank(7, threads);
    bank.scoreSeries(2, done -> {});
    bank.scoreGroups(1, done -> {});
    return bank.lines();
  }

  private static double reached(ScoreSheet sheet, Criterion criterion) {
    return sheet.lines().stream()
        .filter(line -> line.criterion() == criterion)
        .findFirst()
        .orElseThrow()
        .reached();
  }

  /** Without the header. */
  private static List<List<String>> rows(String table) {
    return table
        .lines()
        .skip(1)
        .map(line -> Stream.of(line.split("\\|", -1)).map(String::strip).toList())
        .toList();
  }

  private static List<YearMonth> months(String cell) {
    return Stream.of(cell.split(" ")).filter(one -> !one.isEmpty()).map(YearMonth::parse).toList();
  }
}
