package org.bienmau.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code jobs/bienmau simulate} says and what it never does. */
final class SimulateCommandTest {
  @TempDir private Path folder;

  @Test
  void it_says_what_it_wrote_and_overwrites_nothing_unasked() throws IOException {
    CommandRun first = simulate("--output", "json");
    assertThat(first.exitCode()).as(first.err()).isZero();
    assertThat(first.out())
        .contains("{\"what\":\"dataset\",\"name\":\"trade_declarations\",\"files\":14,\"rows\":")
        .contains("{\"what\":\"planted\",\"name\":\"amendments\",");

    Path march = folder.resolve("out/simulated_trade_declarations_2024-03.csv");
    byte[] bytes = Files.readAllBytes(march);
    CommandRun second = simulate();
    assertThat(second.exitCode()).isEqualTo(2);
    assertThat(second.err())
        .startsWith("Cannot simulate into %s: it holds ".formatted(folder.resolve("out")))
        .contains(" files of an earlier simulation, for example _truth/README.md,")
        .endsWith("Name another folder, or add --force to delete them first.\n");

    CommandRun third = simulate("--force");
    assertThat(third.exitCode()).as(third.err()).isZero();
    assertThat(march).hasBinaryContent(bytes);
  }

  @Test
  void a_folder_with_files_of_somebody_is_refused_even_with_force() throws IOException {
    Path own = Files.createDirectories(folder.resolve("out")).resolve("thesis.csv");
    Files.writeString(own, "all my work\n");

    CommandRun run = simulate("--force");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            "Cannot simulate into %s: it holds files that no simulation wrote: thesis.csv. Name an empty or a new folder with --out.\n"
                .formatted(folder.resolve("out")));
    assertThat(own).hasContent("all my work\n");
  }

  @Test
  void years_without_a_history_are_refused() {
    CommandRun run = command("simulate", "--from", "2020", "--to", "2019", "--out", "out");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            "Cannot simulate this history: the years 2020 to 2019 are not a stretch within 2012 to 2034."
                + " Ask for another.\n");
  }

  private CommandRun simulate(String... more) {
    String[] words = {
      "simulate",
      "--from",
      "2024",
      "--to",
      "2024",
      "--lines",
      "3000",
      "--crossings",
      "1500",
      "--out",
      "out",
      "--set",
      "progress=none"
    };
    String[] all = Arrays.copyOf(words, words.length + more.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    return command(all);
  }

  private CommandRun command(String... words) {
    return CommandRun.of(
        folder, Map.of("BIENMAU_HOME", System.getProperty("bienmau.basedir")), words);
  }
}
