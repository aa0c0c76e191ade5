package org.bienmau.simulate;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.bienmau.reference.RegisterFiles;

/** Reads the files of conf/simulation and collects what is wrong with them. */
final class ModelFiles {
  private final RegisterFiles files;
  private final List<String> problems;

  ModelFiles(RegisterFiles files, List<String> problems) {
    this.files = files;
    this.problems = problems;
  }

  /** The rows of one file; a file that cannot be read is a problem and has none. */
  <T> List<T> rows(String name, Function<ModelRow, T> mapping) {
    try (Reader reader = files.open(name);
        CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(reader)) {
      List<T> rows = new ArrayList<>();
      for (NamedCsvRecord line : csv) {
        rows.add(
            mapping.apply(
                new ModelRow(name, line.getStartingLineNumber(), line.getFieldsAsMap(), problems)));
      }
      if (rows.isEmpty()) {
        problems.add(name + " has no rows.");
      }
      return rows;
    } catch (IOException unreadable) {
      problems.add("%s cannot be read (%s).".formatted(name, unreadable));
    } catch (CsvParseException malformed) {
      problems.add("%s is not a table (%s).".formatted(name, malformed.getMessage()));
    }
    return List.of();
  }
}
