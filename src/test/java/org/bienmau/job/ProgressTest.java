package org.bienmau.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import org.bienmau.config.ProgressStyle;
import org.bienmau.pipeline.Progress;
import org.junit.jupiter.api.Test;

final class ProgressTest {

  @Test
  void a_log_gets_whole_lines_without_control_characters() {
    assertThat(shown(ProgressStyle.AUTO, false, Map.of("TERM", "xterm")))
        .isEqualTo(
            """
            [  0.0 s] gold.trend ...
            [  0.0 s] gold.trend done: 12 rows in 0.0 s
            [  0.0 s] publish skipped: nothing new
            [  0.0 s] One file was quarantined.
            """);
  }

  @Test
  void a_terminal_that_can_nothing_gets_what_a_log_gets() {
    assertThat(shown(ProgressStyle.AUTO, true, Map.of("TERM", "dumb"))).startsWith("[  0.0 s] ");
  }

  @Test
  void a_terminal_sees_one_line_for_each_step() {
    String shown = shown(ProgressStyle.AUTO, true, Map.of("TERM", "xterm", "NO_COLOR", "1"));

    assertThat(shown).doesNotContain("\u001b");
    assertThat(visible(shown))
        .isEqualTo(
            """
            ✓ gold.trend                       12 rows                                0.0 s
            · publish                          nothing new
            ! One file was quarantined.
            """);
  }

  @Test
  void colour_is_left_out_only_where_it_is_not_wanted() {
    assertThat(shown(ProgressStyle.FANCY, false, Map.of())).contains("\u001b[32m✓\u001b[0m");
    assertThat(shown(ProgressStyle.NONE, true, Map.of())).isEmpty();
  }

  private static String shown(
      ProgressStyle style, boolean isTerminal, Map<String, String> environment) {
    StringWriter text = new StringWriter();
    PrintWriter err = new PrintWriter(text);
    Surroundings around =
        new Surroundings(err, err, environment, Path.of("."), CommandRun.NOON, isTerminal);
    try (ProgressDisplay display = ProgressDisplay.of(style, around)) {
      Progress progress = display.progress();
      progress.step("gold.trend");
      progress.parts(1, 2);
      progress.done("gold.trend", "12 rows");
      progress.skipped("publish", "nothing new");
      progress.note("One file was quarantined.");
    }
    return text.toString();
  }

  /** What stays on the screen: of each line, the text after the last carriage return. */
  private static String visible(String written) {
    StringBuilder screen = new StringBuilder();
    for (String line : written.split("\n")) {
      screen.append(line.substring(line.lastIndexOf('\r') + 1)).append("\n");
    }
    return screen.toString();
  }
}
