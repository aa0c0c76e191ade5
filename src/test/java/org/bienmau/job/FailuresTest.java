package org.bienmau.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.spark.SparkException;
import org.bienmau.reference.InvalidRegistersException;
import org.bienmau.source.SourceDataException;
import org.junit.jupiter.api.Test;

final class FailuresTest {

  @Test
  void each_kind_of_failure_has_its_exit_code() {
    assertThat(Failures.exitCode(new InvalidRegistersException(List.of("x"))))
        .isEqualTo(ExitCode.CONFIGURATION);
    assertThat(Failures.exitCode(new SourceDataException("a.csv", "it is empty", "Look.")))
        .isEqualTo(ExitCode.INPUT_REFUSED);
    assertThat(Failures.exitCode(new UncheckedIOException(new IOException("disk"))))
        .isEqualTo(ExitCode.STORAGE);
    assertThat(Failures.exitCode(new SparkException("executor lost"))).isEqualTo(ExitCode.STORAGE);
    assertThat(Failures.exitCode(new RefusedException(ExitCode.USAGE, "no")))
        .isEqualTo(ExitCode.USAGE);
    assertThat(Failures.exitCode(new IllegalStateException("never"))).isEqualTo(ExitCode.BUG);
  }

  @Test
  void a_known_cause_inside_an_unknown_failure_decides() {
    assertThat(Failures.exitCode(new RuntimeException(new IOException("disk"))))
        .isEqualTo(ExitCode.STORAGE);
  }

  @Test
  void the_message_is_for_people_and_the_trace_only_for_bugs() {
    assertThat(report(new RefusedException(ExitCode.USAGE, "Cannot do it."), false))
        .isEqualTo("Cannot do it.\n");
    assertThat(report(new RefusedException(ExitCode.USAGE, "Cannot do it."), true))
        .contains("\tat org.bienmau.job.FailuresTest");
    assertThat(report(new IllegalStateException("oh"), false))
        .startsWith(
            "Cannot go on: this is a bug in Bienmau.\njava.lang.IllegalStateException: oh\n")
        .endsWith("Please report it with the lines above and the output of jobs/bienmau doctor.\n");
  }

  private static String report(Throwable failure, boolean verbose) {
    StringWriter text = new StringWriter();
    Failures.report(failure, verbose, new PrintWriter(text));
    return text.toString();
  }
}
