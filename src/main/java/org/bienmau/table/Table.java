package org.bienmau.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.bienmau.check.Check;

/**
 * A table of the lakehouse: its columns, its grain, the tables it is computed from, the checks it
 * must pass and the function that computes it.
 *
 * @param inputs the only tables that {@code compute} may read
 * @param months by which months the table can be computed piece by piece; empty when only as a
 *     whole
 * @param isVirtual whether it is stored nowhere and computed whenever it is read
 */
public record Table(
    Layer layer,
    String name,
    String purpose,
    List<TableColumn> columns,
    List<TableColumn> grain,
    List<Table> inputs,
    List<Check> checks,
    Optional<Months> months,
    boolean isVirtual,
    Function<Inputs, Dataset<Row>> compute) {

  /**
   * What makes a table computable month by month.
   *
   * <p>The rows of a month must follow from those rows of the inputs alone that have to do with the
   * month, or with the given number of months before it; rows that have to do with other months may
   * be there or not.
   *
   * @param column names the month of a row, for example 2024-03
   * @param before how many months before its own a row looks back to
   */
  public record Months(TableColumn column, int before) {}

  public Table {
    columns = List.copyOf(columns);
    grain = List.copyOf(grain);
    inputs = List.copyOf(inputs);
    checks = List.copyOf(checks);
    if (!columns.containsAll(grain)) {
      throw new IllegalArgumentException(
          "Cannot declare table %s: its grain %s names a column that it does not have."
              .formatted(name, grain.stream().map(TableColumn::name).toList()));
    }
    refuseOddMonth(name, columns, months);
  }

  private static void refuseOddMonth(
      String name, List<TableColumn> columns, Optional<Months> months) {
    TableColumn month = months.map(Months::column).orElse(null);
    if (month != null && !(columns.contains(month) && month.type().equals(DataTypes.StringType))) {
      throw new IllegalArgumentException(
          "Cannot declare table %s by month: '%s' is not a column of text of it, such as 2024-03."
              .formatted(name, month.name()));
    }
  }

  /** The column that names the month of a row; empty when the table is only computed as a whole. */
  public Optional<TableColumn> month() {
    return months.map(Months::column);
  }

  /** The name under which the table is published, for example {@code gold.province_trade_trend}. */
  public String id() {
    return layer.id() + "." + name;
  }

  /** The rules that the declaration implies, then the ones that it states. */
  public List<Check> allChecks() {
    List<Check> all = new ArrayList<>();
    columns.stream()
        .filter(c -> !c.nullable())
        .forEach(
            c ->
                all.add(
                    Check.blocks("Every %s holds a value.".formatted(c.name()), c.col().isNull())));
    if (!grain.isEmpty()) {
      all.add(Check.noRepeats(grain.stream().map(TableColumn::name).toList()));
    }
    all.addAll(checks);
    return all;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Table table && table.id().equals(id());
  }

  @Override
  public int hashCode() {
    return id().hashCode();
  }

  /** References to all columns in the declared order, for a computation to end with. */
  public Column[] cols() {
    return columns.stream().map(TableColumn::col).toArray(Column[]::new);
  }

  public StructType schema() {
    return new StructType(columns.stream().map(TableColumn::field).toArray(StructField[]::new));
  }

  public static Builder named(Layer layer, String name) {
    return new Builder(layer, name);
  }

  /** Builds a {@link Table} in the order in which a reader wants to meet its parts. */
  public static final class Builder {
    private final Layer layer;
    private final String name;
    private String purpose = "";
    private List<TableColumn> columns = List.of();
    private List<TableColumn> grain = List.of();
    private List<Table> inputs = List.of();
    private final List<Check> checks = new ArrayList<>();
    private TableColumn month;
    private int monthsBefore;
    private boolean isVirtual;

    private Builder(Layer layer, String name) {
      this.layer = layer;
      this.name = name;
    }

    public Builder purpose(String sentence) {
      this.purpose = sentence.strip();
      return this;
    }

    public Builder columns(TableColumn... these) {
      this.columns = List.of(these);
      return this;
    }

    public Builder oneRowPer(TableColumn... these) {
      this.grain = List.of(these);
      return this;
    }

    public Builder from(Table... these) {
      this.inputs = List.of(these);
      return this;
    }

    public Builder check(Check check) {
      this.checks.add(check);
      return this;
    }

    /** A table that is computed, stored and published by month; see {@link Months}. */
    public Builder byMonth(TableColumn month) {
      this.month = month;
      return this;
    }

    /** How many months before its own a row of a table by month looks back to. */
    public Builder lookingBack(int months) {
      this.monthsBefore = months;
      return this;
    }

    /** A table that is stored nowhere: its rows are computed whenever it is read. */
    public Builder virtual() {
      this.isVirtual = true;
      return this;
    }

    /** A table whose rows are recorded as things happen, not computed from other tables. */
    public Table recorded() {
      return computedBy(
          nothing -> {
            throw new IllegalStateException(
                "Cannot compute %s.%s: its rows are recorded, not computed."
                    .formatted(layer.id(), name));
          });
    }

    public Table computedBy(Function<Inputs, Dataset<Row>> compute) {
      Optional<Months> months =
          Optional.ofNullable(month).map(column -> new Months(column, monthsBefore));
      return new Table(
          layer, name, purpose, columns, grain, inputs, checks, months, isVirtual, compute);
    }
  }
}
