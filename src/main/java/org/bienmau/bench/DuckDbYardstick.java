package org.bienmau.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bienmau.gold.facts.DwellTime;
import org.bienmau.gold.facts.GateDay;
import org.bienmau.gold.facts.TradeMonth;
import org.bienmau.gold.facts.VehicleDay;
import org.bienmau.reference.Registers;
import org.bienmau.table.Table;

/**
 * The same tables of the same files by another engine, written down a second time in its SQL.
 *
 * <p>It shares the registers with Bienmau and nothing else. It knows the rules that simulated
 * histories break; where a cell is written in a way that only one of the two would read, they may
 * differ.
 */
public final class DuckDbYardstick {
  /** What it computes, in this order; a script of the same name stands for each. */
  public static final List<Table> TABLES =
      List.of(TradeMonth.TABLE, VehicleDay.TABLE, GateDay.TABLE, DwellTime.TABLE);

  private static final String LOAD = "load";
  private static final List<String> DATASETS =
      List.of("trade_declarations", "vehicle_crossings", "vehicle_counts", "fx_rates");

  private final Map<String, List<Path>> files;
  private final Registers registers;
  private final Path work;

  /**
   * @param files of each dataset, see {@link RecordFiles}; of all of them there must be some
   * @param work an empty folder for its database and its tables
   */
  public DuckDbYardstick(Map<String, List<Path>> files, Registers registers, Path work) {
    this.files = Map.copyOf(files);
    this.registers = registers;
    this.work = work;
  }

  /** The Parquet file of a table. */
  public Path of(Table table) {
    return work.resolve(table.name() + ".parquet");
  }

  /**
   * Loads the files and computes the tables.
   *
   * @param threads how many it may use
   * @param memory for example {@code 6GB}; what does not fit goes to disk
   * @throws SQLException if DuckDB is not on the class path, or refuses a statement
   */
  public void run(int threads, String memory) throws IOException, SQLException {
    Files.createDirectories(work);
    Path extract = work.resolve("registers");
    new RegisterExtract(registers, extract).write();
    String database = work.resolve("yardstick.duckdb").toString();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + database);
        Statement sql = connection.createStatement()) {
      sql.execute("SET threads = " + threads);
      sql.execute("SET memory_limit = '%s'".formatted(memory));
      sql.execute("SET preserve_insertion_order = false");
      sql.execute(filled(LOAD, extract));
      for (Table table : TABLES) {
        sql.execute(
            "COPY (%s) TO '%s' (FORMAT parquet, COMPRESSION zstd)"
                .formatted(filled(table.name(), extract), of(table)));
      }
    }
  }

  private String filled(String name, Path extract) throws IOException {
    String filled =
        script(name)
            .replace("${registers}", extract.toString())
            .replace("${tables}", work.toString());
    for (String dataset : DATASETS) {
      filled =
          filled.replace("${%s}".formatted(dataset), list(files.getOrDefault(dataset, List.of())));
    }
    return filled;
  }

  private static String list(List<Path> paths) {
    return paths.stream()
        .map(path -> "'" + path.toAbsolutePath().toString().replace("'", "''") + "'")
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static String script(String name) throws IOException {
    String resource = "bench/" + name + ".sql";
    try (InputStream in = DuckDbYardstick.class.getClassLoader().getResourceAsStream(resource)) {
      if (in == null) {
        throw new NoSuchFileException(resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
