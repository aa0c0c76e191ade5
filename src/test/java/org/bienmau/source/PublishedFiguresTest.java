package org.bienmau.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bienmau.reference.RegisterFiles;
import org.bienmau.reference.Registers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The real figures, all of them, through reader and judge. */
class PublishedFiguresTest {
  private static final List<FigureStatement> FIGURES = new ArrayList<>();
  private static final List<String> REFUSED = new ArrayList<>();
  private static FigureJudge judge;

  @BeforeAll
  static void judgeAllRows() throws IOException {
    Contract contract = RealFiles.contract();
    Registers registers = Registers.load(RegisterFiles.in(RealFiles.path("conf/reference")));
    judge = new FigureJudge(contract, registers, RealFiles.provenance().accessed());
    try (DelimitedFile file =
        DelimitedFile.open(RealFiles.FIGURES, RealFiles.stream(RealFiles.FIGURES), contract)) {
      for (SourceRow row : file) {
        Judgement judgement = judge.judge(row);
        if (judgement instanceof Judgement.Accepted accepted) {
          FIGURES.add(accepted.figure());
        } else if (judgement instanceof Judgement.Rejected rejected) {
          REFUSED.add(row.line() + ": " + rejected.reasons());
        }
      }
    }
  }

  @Test
  void every_row_is_accepted() {
    assertThat(REFUSED).isEmpty();
    assertThat(FIGURES).hasSize(1518);
  }

  @Test
  void every_measure_has_its_figures() {
    assertThat(counts(FIGURES.stream().map(FigureStatement::measureId).toList()))
        .isEqualTo(
            new TreeMap<>(
                Map.ofEntries(
                    Map.entry("trade_value", 514L),
                    Map.entry("trade_weight", 260L),
                    Map.entry("vehicles_cleared", 290L),
                    Map.entry("vehicles_per_day", 141L),
                    Map.entry("vehicles_per_day_peak", 15L),
                    Map.entry("vehicles_waiting", 127L),
                    Map.entry("capacity", 10L),
                    Map.entry("plan_value", 8L),
                    Map.entry("revenue_plan", 5L),
                    Map.entry("declarations", 29L),
                    Map.entry("enterprises", 39L),
                    Map.entry("co_value", 2L),
                    Map.entry("co_weight", 2L),
                    Map.entry("revenue_collected", 49L),
                    Map.entry("people_crossing", 27L))));
  }

  @Test
  void what_is_odd_is_marked_as_often_as_it_occurs() {
    assertThat(counts(FIGURES.stream().flatMap(figure -> figure.remarks().stream()).toList()))
        .isEqualTo(
            new TreeMap<>(
                Map.of(
                    RemarkCode.DATE_INFERRED, 97L,
                    RemarkCode.CUMULATIVE_START_UNKNOWN, 15L,
                    RemarkCode.REPORTING_MONTH, 7L,
                    RemarkCode.EARLY_ESTIMATE, 11L,
                    RemarkCode.CONVERTED_CURRENCY, 14L,
                    RemarkCode.REGIME_READ_FROM_SCALE, 10L,
                    RemarkCode.MACHINE_TRANSLATION, 2L,
                    RemarkCode.MIRROR, 88L)));
  }

  @Test
  void every_id_is_the_hash_of_its_row_and_stands_once() {
    assertThat(FIGURES).extracting(FigureStatement::figureId).doesNotHaveDuplicates();
    assertThat(FIGURES).noneMatch(figure -> figure.remarks().contains(RemarkCode.FIGURE_ID_STALE));
  }

  @Test
  void a_statement_key_stands_once_but_where_a_page_prints_two_values_or_was_read_twice() {
    Map<String, List<String>> shared =
        FIGURES.stream()
            .collect(
                Collectors.groupingBy(
                    FigureStatement::statementKey,
                    Collectors.mapping(FigureStatement::printedValue, Collectors.toList())));
    shared.values().removeIf(values -> values.size() == 1);

    assertThat(shared.values())
        .containsExactlyInAnyOrder(
            List.of("500", "400"),
            List.of("110", "100"),
            List.of("48000000", "150000000"),
            List.of("9600000000000", "15500000000000"),
            List.of("1057", "1057"),
            List.of("750", "750"),
            List.of("400", "400"),
            List.of("800", "800"),
            List.of("228000000000", "228000000000"),
            List.of("33600", "33600"),
            List.of("115000", "115000"),
            List.of("149000", "149000"));
  }

  @Test
  void judge_and_figures_survive_the_way_to_an_executor() throws Exception {
    FigureJudge copy = (FigureJudge) copyOf(judge);

    assertThat(copyOf(FIGURES.get(0))).isEqualTo(FIGURES.get(0));
    try (DelimitedFile file =
        DelimitedFile.open(
            RealFiles.FIGURES, RealFiles.stream(RealFiles.FIGURES), RealFiles.contract())) {
      SourceRow first = (SourceRow) copyOf(file.iterator().next());
      assertThat(copy.judge(first)).isEqualTo(judge.judge(first));
    }
  }

  private static <T> TreeMap<T, Long> counts(List<T> values) {
    return values.stream()
        .collect(Collectors.groupingBy(value -> value, TreeMap::new, Collectors.counting()));
  }

  private static Object copyOf(Object original) throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(original);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return in.readObject();
    }
  }
}
