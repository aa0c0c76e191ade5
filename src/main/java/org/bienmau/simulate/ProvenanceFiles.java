package org.bienmau.simulate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import org.bienmau.source.ContentHash;
import org.bienmau.source.Provenance;

/** Writes the provenance beside each file; it says first of all that nothing of it happened. */
final class ProvenanceFiles {
  private static final String TEXT =
      """
      # SIMULATED. DỮ LIỆU MÔ PHỎNG.
      dataset: %s
      file: %s
      producer: bienmau simulate, source %s
      title: Simulated %s, none of it happened
      titleVi: Dữ liệu mô phỏng %s, không có gì là thật
      description: >-
        Made by bienmau simulate --from %d --to %d --lines %d --crossings %d --seed %d from the model in
        conf/simulation. What was planted in it stands in the folder _truth.
      accessed: "%s"
      licence: Free of rights; to be shown only as simulated.
      sha256: %s
      bytes: %d
      """;

  private final History history;

  ProvenanceFiles(History history) {
    this.history = history;
  }

  /**
   * Writes {@code a.provenance.yaml} beside {@code a.csv}.
   *
   * @param delivered the day on which the file arrives in the simulated world
   */
  void write(Path file, String dataset, LocalDate delivered, ContentHash content) {
    SimulationRequest request = history.request;
    String name = file.getFileName().toString();
    String text =
        TEXT.formatted(
            dataset,
            name,
            history.model.source(dataset),
            dataset,
            dataset,
            request.firstYear(),
            request.lastYear(),
            request.lines(),
            request.crossings(),
            request.seed(),
            delivered,
            content.sha256(),
            content.bytes());
    Path path = file.resolveSibling(Provenance.fileNameFor(name));
    try {
      Files.writeString(path, text, StandardOpenOption.CREATE_NEW);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write %s: %s.".formatted(path, e.getMessage()), e);
    }
  }
}
