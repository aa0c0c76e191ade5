package org.bienmau.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ProvenanceTest {

  @Test
  void the_figures_that_the_project_carries_are_the_ones_their_provenance_speaks_of()
      throws IOException {
    Provenance provenance = RealFiles.provenance();

    assertThat(provenance.file()).isEqualTo("published_figures.csv");
    assertThat(provenance.accessed()).isEqualTo(LocalDate.of(2026, 11, 21));
    try (InputStream figures = RealFiles.stream(RealFiles.FIGURES)) {
      provenance.holdTo(RealFiles.FIGURES, ContentHash.of(figures));
    }
  }

  @Test
  void another_file_than_described_is_refused_with_both_checksums() {
    Provenance provenance = RealFiles.provenance();

    assertThatExceptionOfType(SourceDataException.class)
        .isThrownBy(
            () -> provenance.holdTo("in/published_figures.csv", new ContentHash("ab", 1234)))
        .withMessage(
            "Cannot ingest in/published_figures.csv: it has 1,234 bytes with the SHA-256 ab, and src/main/data/published_figures.provenance.yaml speaks of %,d bytes with %s. Restore the file, or describe the new one in src/main/data/published_figures.provenance.yaml."
                .formatted(provenance.content().bytes(), provenance.content().sha256()));
  }

  @Test
  void all_problems_of_a_provenance_are_named_at_once() {
    String broken =
        """
        dataset: published_figures
        file: a.csv
        producer: Somebody
        title: A
        titleVi: Á
        description: x
        acessed: 2026-11-21
        licence: facts
        sha256: 12
        bytes: 0
        """;

    assertThatExceptionOfType(InvalidContractException.class)
        .isThrownBy(
            () ->
                Provenance.load(
                    "a.provenance.yaml",
                    new ByteArrayInputStream(broken.getBytes(StandardCharsets.UTF_8))))
        .withMessage(
            """
            Cannot use a.provenance.yaml: 4 problems.
              - accessed is missing
              - line 9: sha256 is "12", not 64 small hexadecimal digits
              - line 10: bytes is not above zero
              - line 7: acessed is not a key known here
            Correct the file.""");
  }

  @Test
  void a_provenance_lies_beside_its_file() {
    assertThat(Provenance.fileNameFor("in/a.b/figures.2026.csv"))
        .isEqualTo("in/a.b/figures.2026.provenance.yaml");
  }
}
