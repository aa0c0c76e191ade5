package org.bienmau.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bienmau.reference.RegisterFiles;
import org.bienmau.reference.Registers;
import org.bienmau.simulate.SimulatedHistory;
import org.bienmau.simulate.SimulationRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Simulated statistics and plans through the reader and judge of printed figures. */
final class SimulatedStatementsTest {
  @TempDir private Path folder;

  @Test
  void every_statement_is_accepted_and_known_as_simulated() throws IOException {
    // 2025: the year in which a province passed to another and its section did not.
    SimulatedHistory history =
        SimulatedHistory.write(folder, new SimulationRequest(2025, 2025, 3_000, 2_000, 3, 2));
    Contract contract = RealFiles.contract();
    Registers registers = Registers.load(RegisterFiles.in(RealFiles.path("conf/reference")));
    FigureJudge judge = new FigureJudge(contract, registers, LocalDate.of(2026, 6, 30));
    List<FigureStatement> accepted = new ArrayList<>();
    List<String> refused = new ArrayList<>();
    for (Path file : history.files("published_figures")) {
      try (DelimitedFile rows =
          DelimitedFile.open(file.toString(), Files.newInputStream(file), contract)) {
        for (SourceRow row : rows) {
          Judgement judgement = judge.judge(row);
          if (judgement instanceof Judgement.Accepted one) {
            accepted.add(one.figure());
          } else {
            refused.add(row + ": " + judgement);
          }
        }
      }
    }

    assertThat(refused).isEmpty();
    assertThat(accepted).hasSizeGreaterThan(1_000).allMatch(FigureStatement::simulated);
    Set<String> sections =
        accepted.stream().map(FigureStatement::sectionId).collect(Collectors.toSet());
    assertThat(sections).hasSize(7);
    assertThat(accepted.stream().filter(figure -> figure.measureId().equals("plan_value")))
        .hasSize(7);
  }
}
