package org.bienmau.simulate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Says beside the tables of truth what they are; it is written last, when everything is there. */
final class TruthReadme {
  private static final String FILE = "README.md";
  private static final String TEXT =
      """
      # SIMULATED: what was planted

      None of this happened. Không có gì ở đây là thật: dữ liệu mô phỏng.

      `bienmau simulate --from %d --to %d --lines %d --crossings %d --seed %d`

      Sums are of the state when all files have arrived. Values are in the currency of their row, sizes are natural
      logarithms of factors, shares are parts of 1. The page simulation.md tells what each table means.

      | table | columns |
      | --- | --- |
      """;

  private TruthReadme() {}

  static void write(SimulationRequest request, Path folder) {
    StringBuilder text =
        new StringBuilder(
            TEXT.formatted(
                request.firstYear(),
                request.lastYear(),
                request.lines(),
                request.crossings(),
                request.seed()));
    for (Truth table : Truth.values()) {
      text.append("| ")
          .append(table.fileName())
          .append(" | ")
          .append(table.header().replace(",", ", "))
          .append(" |\n");
    }
    try {
      Files.writeString(folder.resolve(FILE), text, StandardOpenOption.CREATE_NEW);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot write %s: %s.".formatted(folder.resolve(FILE), e.getMessage()), e);
    }
  }
}
