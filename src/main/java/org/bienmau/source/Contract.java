package org.bienmau.source;

import java.io.Serializable;
import java.util.List;

/**
 * What a dataset's files must look like: the part of an Open Data Contract Standard 3.1 document
 * that the program acts upon.
 *
 * @param file the contract's own file, for errors
 * @param id stable id of the contract
 * @param version its semantic version
 * @param status draft, active, deprecated or retired
 * @param dataset name of the dataset, for example {@code published_figures}
 * @param description one English sentence on what a row is
 * @param descriptionVi the same in Vietnamese
 * @param numberLocale how numbers are written in the files
 * @param delimiter what stands between cells
 * @param shape whether rows are statements or records, and what tells them apart
 * @param columns all columns, each of which a file must have
 * @param rules rules that hold for whole rows
 */
public record Contract(
    String file,
    String id,
    String version,
    String status,
    String dataset,
    String description,
    String descriptionVi,
    NumberLocale numberLocale,
    char delimiter,
    Shape shape,
    List<ContractColumn> columns,
    List<ContractRule> rules)
    implements Serializable {
  public Contract {
    columns = List.copyOf(columns);
    rules = List.copyOf(rules);
  }

  /** The names of all columns, in the contract's order. */
  public List<String> columnNames() {
    return columns.stream().map(ContractColumn::name).toList();
  }

  /** Whether its rows are records rather than statements. */
  public boolean isOfRecords() {
    return shape instanceof Shape.Records;
  }

  /**
   * What tells its records apart.
   *
   * @throws IllegalStateException if its rows are statements
   */
  public Shape.Records records() {
    if (shape instanceof Shape.Records records) {
      return records;
    }
    throw new IllegalStateException(
        "Cannot read the records of %s: %s says that its rows are statements."
            .formatted(dataset, file));
  }

  /**
   * Columns that say what a row speaks of; a correction keeps them.
   *
   * @throws IllegalStateException if its rows are records
   */
  public List<String> statementKey() {
    if (shape instanceof Shape.Statements statements) {
      return statements.key();
    }
    throw new IllegalStateException(
        "Cannot read the statements of %s: %s says that its rows are records."
            .formatted(dataset, file));
  }

  /**
   * The column of a name.
   *
   * @throws IllegalStateException if the contract has none
   */
  public ContractColumn column(String name) {
    return columns.stream()
        .filter(column -> column.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "Cannot judge by %s: it has no column %s.".formatted(file, name)));
  }
}
