package org.bienmau.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bienmau.reference.GoodsCodes;
import org.bienmau.reference.HsHeading;
import org.bienmau.reference.HsVintage;
import org.bienmau.reference.Registers;

/** The few columns of the registers that another engine needs, as CSV files of plain words. */
final class RegisterExtract {
  private static final String DOLLAR = "USD";

  private final Registers registers;
  private final Path folder;

  RegisterExtract(Registers registers, Path folder) {
    this.registers = registers;
    this.folder = folder;
  }

  void write() throws IOException {
    Files.createDirectories(folder);
    write(
        "publisher",
        "source_id,tier,is_simulated",
        registers.publishers(),
        one -> List.of(one.pattern(), one.tier(), one.simulated()));
    write(
        "gate", "gate_id,section_id", registers.gates(), one -> List.of(one.id(), one.sectionId()));
    write(
        "goods_code",
        "code_beginning,goods_id",
        new GoodsCodes(registers.goods()).byBeginning().entrySet(),
        one -> List.of(one.getKey(), one.getValue()));
    write("country", "country", Arrays.asList(Locale.getISOCountries()), List::of);
    write("chapter", "chapter", registers.hsChapters(), one -> List.of(one.code()));
    write("heading", "heading,first_day,last_day", registers.hsHeadings(), this::inForce);
    write(
        "rate",
        "currency,day_from,day_to,per_usd",
        registers.fxRates().stream().filter(one -> one.base().equals(DOLLAR)).toList(),
        one -> List.of(one.quote(), one.start(), one.end(), one.rate().toPlainString()));
  }

  private List<Object> inForce(HsHeading heading) {
    List<HsVintage> editions = registers.hsCodes().vintages();
    Map<String, Integer> places =
        editions.stream().collect(Collectors.toMap(HsVintage::id, editions::indexOf));
    Integer first = places.get(heading.firstVintage());
    Integer last = places.get(heading.lastVintage());
    LocalDate firstDay = first == null ? null : editions.get(first).validFrom();
    LocalDate lastDay =
        last == null || last + 1 == editions.size()
            ? null
            : editions.get(last + 1).validFrom().minusDays(1);
    return Arrays.asList(heading.code(), firstDay, lastDay);
  }

  private <T> void write(
      String name, String header, Iterable<T> rows, Function<T, List<Object>> cells)
      throws IOException {
    List<String> lines = new ArrayList<>(List.of(header));
    for (T row : rows) {
      lines.add(
          cells.apply(row).stream().map(RegisterExtract::cell).collect(Collectors.joining(",")));
    }
    Files.write(folder.resolve(name + ".csv"), lines);
  }

  private static String cell(Object value) {
    return value == null ? "" : '"' + value.toString().replace("\"", "\"\"") + '"';
  }
}
