package org.bienmau.job;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.bienmau.bench.CellComparison;
import org.bienmau.bench.DuckDbYardstick;
import org.bienmau.bench.FloorCopy;
import org.bienmau.bench.NaiveLake;
import org.bienmau.bench.ProcessFigures;
import org.bienmau.bench.RecordFiles;
import org.bienmau.config.Settings;
import org.bienmau.reference.Registers;
import org.bienmau.source.ContractSet;
import org.bienmau.table.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One yardstick in a process of its own; {@code bench} starts it. */
@Command(
    name = "bench-step",
    description = "Run one yardstick of bench: floor, naive, duckdb or compare.",
    footerHeading = "%nExamples:%n",
    footer = "  jobs/bienmau bench-step floor --files simulated --out copied")
final class BenchStepCommand implements Callable<Integer> {
  private final Surroundings around;

  /** The yardsticks. */
  enum Yardstick {
    FLOOR,
    NAIVE,
    DUCKDB,
    COMPARE
  }

  @Parameters(paramLabel = "YARDSTICK", description = "${COMPLETION-CANDIDATES}")
  private Yardstick yardstick;

  @Option(names = "--files", paramLabel = "FOLDER", required = true, description = "The files.")
  private Path files;

  @Option(names = "--out", paramLabel = "FOLDER", required = true, description = "Where to write.")
  private Path out;

  @Option(
      names = "--memory",
      paramLabel = "SIZE",
      defaultValue = "6GB",
      description = "What DuckDB may use (default: ${DEFAULT-VALUE}).")
  private String memory;

  @Option(
      names = "--figures",
      paramLabel = "FILE",
      description = "Where to write what a yardstick without Spark has used.")
  private Path figures;

  @Mixin private CommonOptions common;
  @Mixin private OutputOption output;

  BenchStepCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() throws IOException, SQLException {
    Settings settings = common.settings(around).settings();
    Registers registers = Folders.registers(settings.referenceDir());
    ContractSet contracts = Folders.contracts(settings.contractsDir());
    Map<String, List<Path>> byDataset = RecordFiles.in(files, contracts);
    DuckDbYardstick duckDb = new DuckDbYardstick(byDataset, registers, out);
    if (yardstick == Yardstick.DUCKDB) {
      ProcessFigures process = new ProcessFigures();
      duckDb.run(Runtime.getRuntime().availableProcessors(), memory);
      process.write(figures);
      return ExitCode.DONE.number();
    }
    try (SparkSession spark = LakeSession.start("bench", settings.spark())) {
      FloorCopy floor = new FloorCopy(spark, contracts);
      switch (yardstick) {
        case FLOOR -> floor.run(byDataset, out);
        case NAIVE -> new NaiveLake(spark, floor, out).run(byDataset);
        default -> output.print(compared(spark, duckDb, settings.lakeRoot()), around);
      }
    }
    return ExitCode.DONE.number();
  }

  private static ResultTable compared(SparkSession spark, DuckDbYardstick duckDb, String lake) {
    ResultTable answer =
        ResultTable.of(
            "table", "rows", "only_ours", "only_theirs", "cells", "different", "examples");
    for (Table table : DuckDbYardstick.TABLES) {
      String ours = "%s/%s/%s".formatted(lake, table.layer().id(), table.name());
      CellComparison one =
          CellComparison.of(
              table,
              spark.read().format("delta").load(ours),
              spark.read().parquet(duckDb.of(table).toString()));
      answer =
          answer.with(
              one.table(),
              one.rows(),
              one.onlyOurs(),
              one.onlyTheirs(),
              one.cells(),
              one.different(),
              one.examples());
    }
    return answer;
  }
}
