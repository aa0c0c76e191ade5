package org.bienmau.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bienmau.source.Contract;
import org.bienmau.source.ContractSet;

/** The files of records in a folder, by the dataset whose contract has their header. */
public final class RecordFiles {
  private static final String ENDING = ".csv";

  private RecordFiles() {}

  /** The CSV files of a folder, not of folders in it; what no record contract knows is left out. */
  public static Map<String, List<Path>> in(Path folder, ContractSet contracts) throws IOException {
    Map<String, String> datasets = new TreeMap<>();
    contracts.all().stream()
        .filter(Contract::isOfRecords)
        .forEach(one -> datasets.put(String.join(",", one.columnNames()), one.dataset()));
    Map<String, List<Path>> found = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(ENDING)).sorted().toList()) {
        String dataset = datasets.get(header(file));
        if (dataset != null) {
          found.computeIfAbsent(dataset, name -> new ArrayList<>()).add(file);
        }
      }
    }
    return found;
  }

  private static String header(Path file) throws IOException {
    // Not Files.newBufferedReader: it fails where a later row is no UTF-8.
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
      String line = reader.readLine();
      return line == null ? "" : line;
    }
  }
}
