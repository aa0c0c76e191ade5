package org.bienmau.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ScoreCommandTest {
  @TempDir private Path directory;

  /** Of two series' intervals all or too few hold, so that some aim is missed for sure. */
  @Test
  void a_missed_aim_is_told_and_ends_the_process_only_where_that_is_asked_for() {
    CommandRun told = score("--series", "2", "--groups", "0", "--output", "csv");

    assertThat(told.exitCode()).as(told.err()).isZero();
    assertThat(told.out())
        .startsWith("scored,table,what,n,reached,aim,state\n")
        .contains("planted,seasonal_effect,rest over Tết within two standard errors,2,")
        .contains("\nplanted,series_analysis,series refused,2,0.00,,\n")
        .containsPattern("\nplanted,series_analysis,series a second on one core,2,[0-9.]+,,\n")
        .contains(",missed\n");

    CommandRun strict = score("--series", "2", "--groups", "0", "--strict", "--output", "csv");
    assertThat(strict.exitCode()).isEqualTo(5);
    assertThat(strict.out().lines().filter(line -> line.endsWith("missed")))
        .isEqualTo(told.out().lines().filter(line -> line.endsWith("missed")).toList());
  }

  @Test
  void numbers_below_nothing_are_refused() {
    CommandRun run = score("--series", "-1");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .startsWith("Cannot score -1 series and 40 groups on ")
        .endsWith(" threads: the least are 0, 0 and 1. Ask for others.\n");
  }

  @Test
  void a_folder_without_truth_is_refused_before_a_lake_is_opened() {
    CommandRun run = score("--truth", "elsewhere");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            "Cannot score against %s: there is no expected_month.csv. Name the folder _truth of a simulation with --truth.\n"
                .formatted(directory.resolve("elsewhere")));
  }

  private CommandRun score(String... words) {
    String[] all =
        Stream.of(new String[] {"score", "--set", "progress=none"}, words)
            .flatMap(Arrays::stream)
            .toArray(String[]::new);
    return CommandRun.of(
        directory, Map.of("BIENMAU_HOME", System.getProperty("bienmau.basedir")), all);
  }
}
