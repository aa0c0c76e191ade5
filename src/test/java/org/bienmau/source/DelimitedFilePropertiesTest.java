package org.bienmau.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.bienmau.reference.RegisterFiles;
import org.bienmau.reference.Registers;
import org.junit.jupiter.api.Test;

/** What holds for any file, tried on many. */
class DelimitedFilePropertiesTest {
  private static final Contract CONTRACT = RealFiles.contract();
  private static final String[] PIECES = {
    "a", "Hữu Nghị", ",", "\"", "\n", "\r\n", " ", "\u00A0", "đ", "\uD83D\uDE9A", "1.234", ";"
  };

  @Test
  void every_cell_survives_being_written_with_quotation_marks() throws IOException {
    Random random = new Random(8);
    for (int round = 0; round < 200; round++) {
      List<List<String>> written = new ArrayList<>();
      for (int row = 0; row < 5; row++) {
        written.add(CONTRACT.columnNames().stream().map(column -> text(random)).toList());
      }
      String end = random.nextBoolean() ? "\n" : "\r\n";
      String file =
          String.join(",", CONTRACT.columnNames())
              + end
              + written.stream().map(row -> quoted(row) + end).collect(Collectors.joining());

      List<SourceRow> read = read(file.getBytes(StandardCharsets.UTF_8));

      assertThat(read).allSatisfy(row -> assertThat(row.faults()).isEmpty());
      assertThat(read.stream().map(row -> List.copyOf(row.cells().values())).toList())
          .isEqualTo(written);
    }
  }

  @Test
  void no_damage_to_a_file_loses_a_line_or_stops_the_judge() throws IOException {
    FigureJudge judge =
        new FigureJudge(
            CONTRACT,
            Registers.load(RegisterFiles.in(RealFiles.path("conf/reference"))),
            LocalDate.of(2026, 11, 21));
    byte[] whole = Files.readAllBytes(RealFiles.path(RealFiles.FIGURES));
    byte[] start = Arrays.copyOf(whole, 12_000);
    int header = new String(start, StandardCharsets.US_ASCII).indexOf('\n') + 1;
    Random random = new Random(9);
    for (int round = 0; round < 100; round++) {
      byte[] damaged = start.clone();
      for (int hit = 0; hit < 20; hit++) {
        damaged[random.nextInt(header, damaged.length)] = damage(random);
      }

      List<SourceRow> rows = read(damaged);

      assertThat(rows).extracting(SourceRow::line).isSorted().doesNotHaveDuplicates();
      assertThat(withoutLineEnds(rows.stream().map(SourceRow::raw).collect(Collectors.joining())))
          .isEqualTo(
              withoutLineEnds(
                  StrictUtf8.shown(
                      StrictUtf8.decode(Arrays.copyOfRange(damaged, header, damaged.length)))));
      rows.forEach(row -> assertThat(judge.judge(row)).isNotNull());
    }
  }

  private static byte damage(Random random) {
    byte[] likely = {'"', ',', '\n', '\r', (byte) 0xE9, (byte) 0xFF, '0', '-', ' '};
    return likely[random.nextInt(likely.length)];
  }

  private static String withoutLineEnds(String text) {
    return text.replaceAll("[\\r\\n]", "");
  }

  private static String text(Random random) {
    return random
        .ints(random.nextInt(6), 0, PIECES.length)
        .mapToObj(piece -> PIECES[piece])
        .collect(Collectors.joining());
  }

  private static String quoted(List<String> row) {
    return row.stream()
        .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
        .collect(Collectors.joining(","));
  }

  private static List<SourceRow> read(byte[] bytes) throws IOException {
    List<SourceRow> rows = new ArrayList<>();
    try (DelimitedFile file =
        DelimitedFile.open("a.csv", new ByteArrayInputStream(bytes), CONTRACT)) {
      file.forEach(rows::add);
    }
    return rows;
  }
}
