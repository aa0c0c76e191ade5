package org.bienmau.simulate;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bienmau.reference.RegisterFiles;
import org.bienmau.reference.Registers;

/** A small simulated history in a folder, for tests that read what was written. */
public final class SimulatedHistory {
  private static final Path CONF = Path.of(System.getProperty("bienmau.basedir"), "conf");

  private final Path folder;

  private SimulatedHistory(Path folder) {
    this.folder = folder;
  }

  /** Writes a history of three years that has everything in it. */
  public static SimulatedHistory write(Path folder) {
    return write(folder, new SimulationRequest(2021, 2023, 30_000, 12_000, 7, 2));
  }

  /** Writes a history. */
  public static SimulatedHistory write(Path folder, SimulationRequest request) {
    Registers registers = registers();
    Simulation.write(request, model(registers), registers, folder, (done, of) -> {});
    return new SimulatedHistory(folder);
  }

  static Registers registers() {
    return Registers.load(RegisterFiles.in(CONF.resolve("reference")));
  }

  static SimulationModel model(Registers registers) {
    return SimulationModel.load(RegisterFiles.in(CONF.resolve("simulation")), registers);
  }

  /** The files of a dataset, in their order. */
  public List<Path> files(String dataset) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> name(file).startsWith("simulated_" + dataset))
          .filter(file -> name(file).endsWith(".csv"))
          .sorted()
          .toList();
    }
  }

  /** The rows of a table of truth. */
  public List<NamedCsvRecord> truth(String table) throws IOException {
    return rows(folder.resolve(Simulation.TRUTH).resolve(table + ".csv"));
  }

  /** The rows of a file in which no row is spoilt, or of which spoilt ones may be left out. */
  static List<NamedCsvRecord> rows(Path file) throws IOException {
    try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
      List<NamedCsvRecord> rows = new ArrayList<>();
      csv.forEach(rows::add);
      return rows;
    }
  }

  /** Every file by its path inside the folder. */
  TreeMap<String, byte[]> bytes() throws IOException {
    TreeMap<String, byte[]> bytes = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        bytes.put(folder.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return bytes;
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }
}
