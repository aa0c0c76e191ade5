package org.bienmau.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BenchPageTest {
  @Test
  void ratios_are_of_what_one_run_has_measured() {
    Stream<Step> small =
        Stream.of(
            step(1_000, "floor", 10),
            step(1_000, BenchPage.WHOLE, 14),
            step(1_000, BenchPage.DAY, 0.7),
            step(1_000, "DuckDB", 4),
            step(1_000, "naive Spark", 28),
            step(1_000, BenchPage.OTHERS, 21));
    Stream<Step> large = Stream.of(step(10_000, "floor", 100), step(10_000, BenchPage.WHOLE, 119));

    assertThat(ratios(Stream.concat(small, large).toList()))
        .containsExactly(
            "| 1,000 | whole history to the floor | 1.400 |",
            "| 1,000 | whole history to DuckDB | 3.500 |",
            "| 1,000 | whole history to naive Spark | 0.500 |",
            "| 1,000 | one more day to the whole history | 0.050 |",
            "| 1,000 | all other tables to the whole history | 1.500 |",
            "| 10,000 | whole history to the floor | 1.190 |",
            "| 10,000 | time of 10.0 times the rows | 8.500 |");
  }

  private static Step step(long lines, String name, double seconds) {
    return new Step(name, lines, lines, seconds, 0, 0, Map.of());
  }

  private static List<String> ratios(List<Step> steps) {
    return new BenchPage(Map.of(), steps, List.of())
        .markdown()
        .lines()
        .dropWhile(line -> !line.startsWith("| lines | ratio"))
        .skip(2)
        .takeWhile(line -> line.startsWith("|"))
        .toList();
  }
}
