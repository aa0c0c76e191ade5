package org.bienmau.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.bienmau.bronze.Delivery;
import org.bienmau.bronze.RecordDataset;
import org.bienmau.bronze.RecordDatasets;
import org.bienmau.bronze.RecordRow;
import org.bienmau.reference.RegisterFiles;
import org.bienmau.reference.Registers;
import org.bienmau.silver.Superseded;
import org.bienmau.simulate.SimulatedHistory;
import org.bienmau.simulate.SimulationRequest;
import org.bienmau.source.ContractFiles;
import org.bienmau.source.ContractSet;
import org.bienmau.source.record.Inspection;
import org.bienmau.source.record.PersonalKey;
import org.bienmau.source.record.RecordFile;
import org.bienmau.source.record.RecordReading;
import org.bienmau.table.AsOf;
import org.bienmau.table.Inputs;
import org.bienmau.table.Table;
import org.bienmau.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two engines and two ways of writing the same definitions down: what Bienmau makes of a simulated
 * history, with its amendments, repeated and spoilt rows, is what DuckDB makes of it.
 */
@ExtendWith(SparkExtension.class)
final class OtherEngineTest {
  private static final Path CONF = Path.of(System.getProperty("bienmau.basedir"), "conf");
  private static final Timestamp RECEIVED = Timestamp.valueOf("2024-01-01 00:00:00");

  @TempDir private static Path folder;

  private final SparkSession spark;
  private final Registers registers = Registers.load(RegisterFiles.in(CONF.resolve("reference")));
  private final Map<Table, Dataset<Row>> stored = new HashMap<>();

  OtherEngineTest(SparkSession spark) {
    this.spark = spark;
  }

  @Test
  void another_engine_fills_every_cell_alike() throws Exception {
    Path files = folder.resolve("files");
    SimulatedHistory.write(files, new SimulationRequest(2022, 2022, 4_000, 2_000, 11, 2));
    ContractSet contracts = ContractSet.load(ContractFiles.in(CONF.resolve("contracts")));
    Map<String, List<Path>> byDataset = RecordFiles.in(files, contracts);
    read(byDataset, contracts);

    DuckDbYardstick other =
        new DuckDbYardstick(byDataset, registers, folder.resolve("other engine"));
    other.run(2, "1GB");

    for (Table table : DuckDbYardstick.TABLES) {
      CellComparison comparison =
          CellComparison.of(table, kept(table), spark.read().parquet(other.of(table).toString()));
      assertThat(comparison.examples()).as(table.id()).isEmpty();
      assertThat(comparison.agrees()).isTrue();
      assertThat(comparison.cells()).isPositive();
    }
  }

  private void read(Map<String, List<Path>> byDataset, ContractSet contracts) throws IOException {
    PersonalKey key = PersonalKey.of("a key for tests only".getBytes(StandardCharsets.UTF_8));
    List<Row> deliveries = new ArrayList<>();
    Dataset<Row> superseded = spark.createDataFrame(List.of(), Superseded.TABLE.schema());
    for (RecordDataset records : RecordDatasets.ALL) {
      List<RecordFile> files = new ArrayList<>();
      for (Path file : byDataset.get(records.name())) {
        String name = file.getFileName().toString();
        try (InputStream bytes = Files.newInputStream(file)) {
          Inspection found = Inspection.of(name, bytes, contracts, Inspection.USUAL_CHUNK_BYTES);
          files.add(new RecordFile(file.toUri().toString(), name, found));
          deliveries.add(delivery(records, name, deliveries.size() + 1L));
        }
      }
      Dataset<Row> rows =
          RecordReading.of(contracts.ofDataset(records.name()), registers, key)
              .rows(spark.read(), spark.sparkContext().hadoopConfiguration(), files)
              .filter(RecordRow.ROW_OUTCOME.col().equalTo("accepted"))
              .cache();
      stored.put(records.table(), rows);
      superseded =
          superseded.unionByName(
              Superseded.among(records, rows, spark.createDataFrame(deliveries, LEDGER)));
    }
    stored.put(Superseded.TABLE, superseded.cache());
    Dataset<Row> ledger = spark.createDataFrame(deliveries, LEDGER);
    stored.put(Delivery.TABLE, ledger);
  }

  private static final StructType LEDGER =
      new StructType()
          .add(Delivery.FILE_ID.field())
          .add(Delivery.DATASET.field())
          .add(Delivery.FILE_NAME.field())
          .add(Delivery.ARRIVAL_NO.field())
          .add(Delivery.RECEIVED_AT.field());

  private static Row delivery(RecordDataset records, String name, long arrival) {
    return RowFactory.create(name, records.name(), name, arrival, RECEIVED);
  }

  /** The rows of a table, computed once, since other tables read them too. */
  private Dataset<Row> kept(Table table) {
    if (!stored.containsKey(table)) {
      Dataset<Row> rows = computed(table).cache();
      // At once: a broadcast of it must not have to wait until all before it is computed.
      rows.count();
      stored.put(table, rows);
    }
    return stored.get(table);
  }

  /** The rows of a table, its inputs computed on the way. */
  private Dataset<Row> computed(Table table) {
    Inputs.Source source =
        new Inputs.Source() {
          @Override
          public Dataset<Row> read(Table input) {
            return kept(input);
          }

          @Override
          public Dataset<Row> local(List<Row> rows, StructType schema) {
            return spark.createDataFrame(rows, schema);
          }
        };
    return table
        .compute()
        .apply(
            new Inputs(
                table, source, Map.of(Registers.class, registers, AsOf.class, AsOf.latest())));
  }
}
