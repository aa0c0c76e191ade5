package org.bienmau.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class CommandTreeTest {
  @TempDir private Path directory;

  @Test
  void a_mistyped_command_is_answered_with_the_nearest() {
    CommandRun run = run("verson");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .isEqualTo(
            """
            Cannot run 'verson': jobs/bienmau knows no such word. Did you mean version?
            See jobs/bienmau --help.
            """);
  }

  @Test
  void a_mistyped_option_is_answered_with_the_nearest() {
    assertThat(run("config", "show", "--profil", "x").err())
        .isEqualTo(
            """
            Cannot read '--profil': jobs/bienmau config show has no such option. Did you mean --profile?
            See jobs/bienmau config show --help.
            """);
  }

  @Test
  void without_a_command_the_exit_code_is_that_of_wrong_usage() {
    assertThat(run().exitCode()).isEqualTo(2);
    assertThat(run("config").err())
        .isEqualTo("Cannot run: no command is given.\nSee jobs/bienmau config --help.\n");
  }

  @Test
  void invalid_settings_end_with_3_and_without_a_stack_trace() {
    CommandRun run = run("config", "show", "--set", "lake.rot=x");

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .isEqualTo(
            """
            Cannot use the settings:
              - lake.rot (--set) is not a setting; did you mean lake.root?
            See jobs/bienmau config show --help for what may be set.
            """);
    assertThat(run("config", "show", "--set", "lake.rot=x", "--verbose").err())
        .contains("at org.bienmau.config.SettingsLoader.load(");
  }

  @Test
  void settings_are_shown_with_their_origin() {
    CommandRun run =
        CommandRun.of(
            directory,
            Map.of("BIENMAU_HOME", "/p", "BIENMAU_LAKE_ROOT", "/data"),
            "config",
            "show",
            "--output",
            "json");

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .startsWith(
            "[\n{\"setting\":\"lake.root\",\"value\":\"/data\",\"from\":\"environment BIENMAU_LAKE_ROOT\"");
  }

  @Test
  void every_command_explains_itself_with_an_example_and_the_exit_codes() {
    check(CommandTree.of(surroundings()));
  }

  @Test
  void the_completion_script_knows_every_command() {
    CommandRun run = run("completion");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).startsWith("#!/usr/bin/env bash");
    CommandTree.of(surroundings())
        .getSubcommands()
        .keySet()
        .forEach(name -> assertThat(run.out()).contains(name));
  }

  @Test
  void doctor_ends_with_3_when_something_stands_in_the_way() {
    CommandRun run =
        CommandRun.of(directory, Map.of("SPARK_HOME", "/nowhere"), "doctor", "-o", "csv");

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.out())
        .contains(
            "\nFAIL,SPARK_HOME,/nowhere holds no bin/spark-submit,\"Point it to a Spark distribution,"
                + " or unset it to use the embedded Spark.\"\n");
  }

  private static void check(CommandLine line) {
    line.getSubcommands()
        .forEach(
            (name, command) -> {
              if (!name.equals("help")) {
                String help = command.getUsageMessage();
                assertThat(help).as(name).contains("Usage: jobs/bienmau", "Exit codes:", "70");
                if (command.getSubcommands().isEmpty()) {
                  assertThat(help).as(name).contains("Examples:\n");
                }
                check(command);
              }
            });
  }

  private Surroundings surroundings() {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    return new Surroundings(nowhere, nowhere, Map.of(), directory, CommandRun.NOON, false);
  }

  private CommandRun run(String... args) {
    return CommandRun.of(directory, Map.of(), args);
  }
}
