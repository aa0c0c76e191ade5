package org.bienmau.source.record;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.bienmau.reference.Registers;
import org.bienmau.source.Contract;
import org.bienmau.source.ContractColumn;
import org.bienmau.source.ContractRule;

/** How the files of one dataset of records are read: by which contract, registers and key. */
public final class RecordReading implements Serializable {
  private final Contract contract;
  private final Registers registers;
  private final PersonalKey personalKey;
  private final boolean areHashed;

  private RecordReading(
      Contract contract, Registers registers, PersonalKey personalKey, boolean areHashed) {
    this.contract = contract;
    this.registers = registers;
    this.personalKey = personalKey;
    this.areHashed = areHashed;
  }

  /**
   * A reading by a contract.
   *
   * @param contract one of records
   * @throws MissingPersonalKeyException if the contract has personal columns, and the key neither
   *     hashes nor drops them
   */
  public static RecordReading of(Contract contract, Registers registers, PersonalKey personalKey) {
    contract.records();
    personalKey.holdTo(contract);
    return new RecordReading(contract, registers, personalKey, false);
  }

  /** The same for files in which {@link PersonalText} has replaced the personal cells. */
  public RecordReading ofHashedCells() {
    return new RecordReading(contract, registers, personalKey, true);
  }

  /** The contract that rows are held to. */
  public Contract contract() {
    return contract;
  }

  /**
   * What {@link #rows} gives: the contract's columns, typed, and those of {@link RecordColumns}.
   */
  public StructType schema() {
    return RecordColumns.schema(contract);
  }

  /**
   * All rows of files, the refused ones included, as a table that is read when it is used.
   *
   * @param spark a reader of the session, without format or options
   * @param hadoop the settings by which executors open the files
   * @param files inspected files of this contract
   */
  public Dataset<Row> rows(DataFrameReader spark, Configuration hadoop, List<RecordFile> files) {
    return RecordSource.load(spark, new RecordTable(this, hadoop, files));
  }

  Registers registers() {
    return registers;
  }

  /** The rules about several cells, in the contract's order. */
  List<ContractRule> rowRules() {
    return Stream.concat(
            contract.rules().stream(),
            contract.columns().stream().flatMap(column -> column.rules().stream()))
        .filter(rule -> rule.ofRows().isPresent())
        .toList();
  }

  /** Readers of all columns, in the contract's order. */
  CellColumn[] columns() {
    CellColumn[] columns = new CellColumn[contract.columns().size()];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = column(contract.columns().get(i), i);
    }
    return columns;
  }

  private CellColumn column(ContractColumn column, int place) {
    return switch (column.logicalType()) {
      case "integer" -> new IntegerCells(column, place);
      case "number" -> new DecimalCells(column, place);
      case "date" -> new DateCells(column, place);
      case "timestamp" -> new TimestampCells(column, place);
      case "boolean" -> new FlagCells(column, place);
      default -> text(column, place);
    };
  }

  private CellColumn text(ContractColumn column, int place) {
    if (column.isPersonal()) {
      return new PersonalCells(column, place, personalKey, areHashed);
    }
    boolean ofWords = !column.allowed().isEmpty() || !column.register().isEmpty();
    return ofWords
        ? new WordCells(column, place, Vocabularies.of(column, registers))
        : new TextCells(column, place);
  }
}
