package org.bienmau.table;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * What one computation may see: the tables that it declared as its inputs, and what it is given.
 */
public final class Inputs {
  private final Table reader;
  private final Source source;
  private final Map<Class<?>, Object> given;

  /** Where the rows of tables come from; the only way from a computation to a session. */
  public interface Source {
    /** The rows of a table that is stored somewhere. */
    Dataset<Row> read(Table table);

    /** A small table made of rows held in memory. */
    Dataset<Row> local(List<Row> rows, StructType schema);
  }

  /**
   * @param reader the table that is computed
   * @param source where its inputs come from
   * @param given what is not a table, by type: registers, contracts, the as-of date
   */
  public Inputs(Table reader, Source source, Map<Class<?>, Object> given) {
    this.reader = reader;
    this.source = source;
    this.given = Map.copyOf(given);
  }

  /**
   * The rows of a declared input; those of a virtual table are computed here and now.
   *
   * @throws IllegalStateException if the reader did not declare the table
   */
  public Dataset<Row> read(Table table) {
    if (!reader.inputs().contains(table)) {
      throw new IllegalStateException(
          "Cannot read %s while computing %s: it is not among its declared inputs %s. Add it to from(...) in %s."
              .formatted(
                  table.id(),
                  reader.id(),
                  reader.inputs().stream().map(Table::id).toList(),
                  reader.id()));
    }
    return table.isVirtual()
        ? Schemas.conform(table.compute().apply(new Inputs(table, source, given)), table)
        : source.read(table);
  }

  /**
   * Something that is not a table, by its type, for example the registers.
   *
   * @throws IllegalStateException if this build was given nothing of the type
   */
  public <T> T given(Class<T> type) {
    Object found = given.get(type);
    if (found == null) {
      throw new IllegalStateException(
          "Cannot compute %s: the build was not given a %s."
              .formatted(reader.id(), type.getSimpleName()));
    }
    return type.cast(found);
  }

  /** A small table of rows held in memory, with the columns of a declared table. */
  public Dataset<Row> rows(Table table, List<Row> rows) {
    return local(rows, table.schema());
  }

  /** A small table of rows held in memory, with these columns. */
  public Dataset<Row> local(List<Row> rows, StructType schema) {
    return source.local(rows, schema);
  }

  /** How rows of these columns travel, for a computation that maps rows in Java. */
  public Encoder<Row> encoder(StructType schema) {
    return source.local(List.of(), schema).encoder();
  }
}
