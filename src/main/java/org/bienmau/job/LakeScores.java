package org.bienmau.job;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Date;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.bienmau.config.Settings;
import org.bienmau.score.LakeScore;
import org.bienmau.score.SimulatedTruth;
import org.bienmau.series.Effect;
import org.bienmau.series.ForecastScore;

/** Scores what the last release of a lake says of simulated gates. */
final class LakeScores {
  /** What is planted in a gate and direction is planted in each regime of its turnover. */
  private static final String SERIES =
      """
      select scope_id, direction, first_month, last_month, verdict, effects, anomalies, changes, scores
      from gold.series_analysis
      where is_simulated and scope_type = 'gate' and measure_id = 'trade_value' and verdict is not null
      order by series_id
      """;

  private static final String EVENTS =
      """
      select scope_id, direction, first_day, months_after, low_pct, high_pct
      from gold.event_effect join gold.dim_event using (event_id)
      where is_simulated and measure_id = 'trade_value'
      order by series_id, event_id
      """;

  private LakeScores() {}

  /**
   * Adds a line for each figure, apart for series that the lake itself calls bad.
   *
   * @param folder with the truth of the simulation
   */
  static void add(Settings settings, Path folder, ScoreTable table) throws IOException {
    SimulatedTruth truth = truth(folder);
    LakeScore trusted = new LakeScore(truth);
    LakeScore bad = new LakeScore(truth);
    LakeScore events = new LakeScore(truth);
    try (LakeReading lake = new LakeReading("score", settings)) {
      for (Row row : rows(SERIES, lake)) {
        (row.getString(4).equals("bad") ? bad : trusted).add(said(row));
      }
      for (Row row : rows(EVENTS, lake)) {
        events.add(saidOfEvent(row));
      }
    }
    table.add("good, uncertain", trusted.lines());
    table.add("bad", bad.lines());
    table.add("events", events.lines());
  }

  private static SimulatedTruth truth(Path folder) throws IOException {
    try {
      return SimulatedTruth.in(folder);
    } catch (NoSuchFileException e) {
      throw new RefusedException(
          ExitCode.USAGE,
          "Cannot score against %s: there is no %s. Name the folder _truth of a simulation with --truth."
              .formatted(folder, Path.of(e.getFile()).getFileName()),
          e);
    }
  }

  private static List<Row> rows(String sql, LakeReading lake) {
    lake.show(sql);
    Dataset<Row> rows = lake.spark().sql(sql);
    return rows.collectAsList();
  }

  private static LakeScore.Said said(Row row) {
    return new LakeScore.Said(
        row.getString(0),
        row.getString(1),
        month(row.getDate(2)),
        month(row.getDate(3)),
        row.<Row>getList(5).stream()
            .filter(effect -> effect.getAs("effect_kind").equals("tet"))
            .map(LakeScores::effect)
            .toList(),
        months(row.getList(6)),
        months(row.getList(7)),
        row.<Row>getList(8).stream().map(LakeScores::score).toList());
  }

  private static LakeScore.SaidEffect saidOfEvent(Row row) {
    boolean isTold = !row.isNullAt(3);
    return new LakeScore.SaidEffect(
        row.getString(0),
        row.getString(1),
        month(row.getDate(2)),
        isTold ? row.getInt(3) : 0,
        isTold ? row.getDecimal(4).doubleValue() : Double.NaN,
        isTold ? row.getDecimal(5).doubleValue() : Double.NaN);
  }

  private static Effect effect(Row effect) {
    return new Effect(
        effect.getAs("effect_name"),
        Effect.Kind.TET,
        number(effect, "coefficient"),
        number(effect, "standard_error"),
        Double.NaN);
  }

  private static ForecastScore score(Row score) {
    return new ForecastScore(
        ForecastScore.Method.valueOf(score.<String>getAs("method").toUpperCase(Locale.ROOT)),
        score.<Integer>getAs("horizon"),
        score.<Integer>getAs("forecasts"),
        number(score, "mase"),
        number(score, "coverage_80_pct") / 100,
        number(score, "coverage_95_pct") / 100);
  }

  private static double number(Row row, String column) {
    return row.<BigDecimal>getAs(column).doubleValue();
  }

  private static List<YearMonth> months(List<Row> elements) {
    return elements.stream().map(element -> month(element.<Date>getAs("period_start"))).toList();
  }

  private static YearMonth month(Date day) {
    return YearMonth.from(day.toLocalDate());
  }
}
