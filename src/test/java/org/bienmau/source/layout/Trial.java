package org.bienmau.source.layout;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bienmau.source.Contract;
import org.bienmau.source.ContractFiles;
import org.bienmau.source.ContractSet;
import org.bienmau.source.SourceRow;

/** Reads a small file through a small layout, and shows some columns of what comes out. */
final class Trial {
  static final ContractSet CONTRACTS = contracts();

  /** All that a layout of statistics must say, but for what a test is about. */
  static final String STATISTICS =
      """
      layout: trial
      version: 1.0.0
      description: A trial.
      descriptionVi: Thử.
      contract: trade_statistics
      files: {names: "*"}
      """;

  /** Constants that a test of statistics is not about, to stand under columns. */
  static final String CONSTANTS =
      """
        publisher: GSO
        scope_type: gate
        metric: trade_value
        commodity: all
        regime: unknown
      """;

  private Trial() {}

  static Layout layout(String yaml) {
    try {
      return Layouts.load(
          "trial.yaml", new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), CONTRACTS);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  static List<SourceRow> rows(Layout layout, String file, byte[] bytes) {
    Contract contract = CONTRACTS.ofDataset(layout.dataset());
    List<SourceRow> rows = new ArrayList<>();
    try (LaidOutFile laidOut =
        LaidOutFile.open(file, FileContent.of(bytes), layout, contract, Map.of())) {
      laidOut.forEach(rows::add);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return rows;
  }

  static List<SourceRow> rows(String layout, String file, byte[] bytes) {
    return rows(layout(layout), file, bytes);
  }

  static List<SourceRow> rows(String layout, String text) {
    return rows(layout, "trial.csv", text.getBytes(StandardCharsets.UTF_8));
  }

  /** Rows as lines of a table; {@code origin} and {@code faults} may be asked for like columns. */
  static String table(List<SourceRow> rows, String... columns) {
    return rows.stream()
        .map(
            row ->
                Arrays.stream(columns)
                    .map(column -> cell(row, column))
                    .collect(Collectors.joining(" | "))
                    .stripTrailing())
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String cell(SourceRow row, String column) {
    return switch (column) {
      case "origin" -> row.origin();
      case "line" -> String.valueOf(row.line());
      case "faults" ->
          row.faults().stream()
              .map(fault -> fault.code() + " " + fault.message())
              .collect(Collectors.joining(" "));
      default -> row.cells().getOrDefault(column, "-");
    };
  }

  private static ContractSet contracts() {
    Path home = Path.of(System.getProperty("bienmau.basedir", "."));
    try {
      return ContractSet.load(ContractFiles.in(home.resolve("conf/contracts")));
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
