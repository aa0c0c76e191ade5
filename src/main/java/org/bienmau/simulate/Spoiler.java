package org.bienmau.simulate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bienmau.simulate.Shapes.Fault;

/**
 * Writes rows that a reader has to refuse, each beside a good one and under a key of its own, and
 * keeps the books on them.
 */
final class Spoiler {
  private final List<Fault> faults;
  private final List<Planting> plantings = new ArrayList<>();
  private final List<String> columns;
  private final LocalDate monthStart;
  private final Books books;
  private final Map<String, Long> rowsByCode = new TreeMap<>();
  private long refused;

  /** Before this row nothing is due. */
  private long nextRow;

  /**
   * @param rows good rows of the whole history
   * @param firstRow the first of this month
   */
  Spoiler(
      SimulationModel model,
      String dataset,
      String header,
      LocalDate monthStart,
      long seed,
      long rows,
      long firstRow,
      Books books) {
    this.columns = Arrays.asList(header.split(","));
    this.monthStart = monthStart;
    this.books = books;
    faults = model.faults.stream().filter(fault -> fault.dataset().equals(dataset)).toList();
    boolean eachAtLeastOnce = rows >= model.parameter("faults_from_rows");
    for (int f = 0; f < faults.size(); f++) {
      long count =
          eachAtLeastOnce
              ? Planting.count(faults.get(f).perMillion(), rows)
              : (long) (rows * faults.get(f).perMillion() / 1e6);
      long kind = Arrays.hashCode((dataset + faults.get(f).fault()).toCharArray());
      plantings.add(new Planting(seed, kind, count, rows, firstRow));
    }
  }

  long refused() {
    return refused;
  }

  /** The faults that are due at a good row. */
  List<Fault> due(long row) {
    if (row < nextRow) {
      return List.of();
    }
    List<Fault> due = new ArrayList<>();
    nextRow = Long.MAX_VALUE;
    for (int f = 0; f < plantings.size(); f++) {
      if (plantings.get(f).takes(row)) {
        due.add(faults.get(f));
      }
      nextRow = Math.min(nextRow, plantings.get(f).nextRow());
    }
    return due;
  }

  /**
   * Writes a spoilt row.
   *
   * @param good the row as it would be without the fault, without its line end
   */
  void write(Fault fault, CsvBytes good, DeliveryFile file) {
    String text = new String(good.bytes(), 0, good.size(), StandardCharsets.UTF_8);
    List<byte[]> cells = new ArrayList<>();
    for (String cell : text.split(",", -1)) {
      cells.add(CsvBytes.utf8(cell));
    }
    spoil(fault, cells);
    books
        .truth(Truth.REFUSED_ROW)
        .cell(file.name())
        .comma()
        .number(file.nextLine())
        .comma()
        .cell(fault.fault())
        .comma()
        .cell(String.join(" ", fault.codes()))
        .line();
    new TreeSet<>(fault.codes()).forEach(code -> rowsByCode.merge(code, 1L, Long::sum));
    refused++;
    CsvBytes out = file.row();
    for (int i = 0; i < cells.size(); i++) {
      (i == 0 ? out : out.comma()).raw(cells.get(i));
    }
    file.endRow();
  }

  /** Writes how many rows were refused for what. */
  void close(DeliveryFile file) {
    CsvBytes out = books.truth(Truth.REFUSED_REASON);
    rowsByCode.forEach(
        (code, rows) -> out.cell(file.name()).comma().cell(code).comma().number(rows).line());
  }

  private void spoil(Fault fault, List<byte[]> cells) {
    String[] names = fault.column().split("\\|", -1);
    String[] texts = fault.text().split("\\|", -1);
    int first = columns.indexOf(names[0]);
    switch (fault.effect()) {
      case "set" -> {
        for (int i = 0; i < names.length; i++) {
          cells.set(columns.indexOf(names[i]), CsvBytes.utf8(texts[i]));
        }
      }
      case "by_day" -> cells.set(first, CsvBytes.utf8(byDay(fault.text())));
      case "half" -> cells.set(first, half(cells.get(columns.indexOf(fault.text()))));
      case "drop" -> cells.remove(first);
      case "add" -> cells.add(CsvBytes.utf8(fault.text()));
      case "bytes" -> cells.set(first, HexFormat.ofDelimiter(" ").parseHex(fault.text()));
      default ->
          throw new InvalidModelException(
              List.of(
                  "faults.csv gives '%s' the effect '%s'; known are set, by_day, half, drop, add and bytes."
                      .formatted(fault.fault(), fault.effect())));
    }
  }

  /** {@code a<2022-12-01<b}: a before that day, b from it on. */
  private String byDay(String text) {
    String[] parts = text.split("<");
    return monthStart.isBefore(LocalDate.parse(parts[1])) ? parts[0] : parts[2];
  }

  private static byte[] half(byte[] decimal) {
    BigDecimal number = new BigDecimal(new String(decimal, StandardCharsets.UTF_8));
    return CsvBytes.utf8(number.divide(BigDecimal.valueOf(2), 3, RoundingMode.UP).toPlainString());
  }
}
