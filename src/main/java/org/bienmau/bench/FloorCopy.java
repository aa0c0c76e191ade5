package org.bienmau.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.bienmau.source.Contract;
import org.bienmau.source.ContractColumn;
import org.bienmau.source.ContractSet;
import org.bienmau.source.DecimalType;

/**
 * The floor: Spark reads the files with a declared schema and writes them as Parquet, as they are.
 *
 * <p>It checks nothing, counts nothing and forgets what it cannot read; no ingest of Spark's own
 * means can cost less.
 */
public final class FloorCopy {
  private final SparkSession spark;
  private final ContractSet contracts;

  public FloorCopy(SparkSession spark, ContractSet contracts) {
    this.spark = spark;
    this.contracts = contracts;
  }

  /**
   * Copies every dataset to a folder of its own.
   *
   * @param files see {@link RecordFiles}
   */
  public void run(Map<String, List<Path>> files, Path out) {
    files.forEach(
        (dataset, paths) ->
            read(dataset, paths)
                .write()
                .mode(SaveMode.Overwrite)
                .parquet(out.resolve(dataset).toString()));
  }

  /** The typed rows of files as Spark reads them. */
  Dataset<Row> read(String dataset, List<Path> paths) {
    return spark
        .read()
        .schema(schema(contracts.ofDataset(dataset)))
        .option("header", "true")
        .option("timestampFormat", "yyyy-MM-dd'T'HH:mm:ssXXX")
        .csv(paths.stream().map(Path::toString).toArray(String[]::new));
  }

  private static StructType schema(Contract contract) {
    StructType schema = new StructType();
    for (ContractColumn column : contract.columns()) {
      schema = schema.add(column.name(), type(column));
    }
    return schema;
  }

  private static DataType type(ContractColumn column) {
    return switch (column.logicalType()) {
      case "integer" -> DataTypes.LongType;
      case "number" -> {
        DecimalType type = DecimalType.of(column).orElseThrow();
        yield DataTypes.createDecimalType(type.precision(), type.scale());
      }
      case "date" -> DataTypes.DateType;
      case "timestamp" -> DataTypes.TimestampType;
      case "boolean" -> DataTypes.BooleanType;
      default -> DataTypes.StringType;
    };
  }
}
