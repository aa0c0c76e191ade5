package org.bienmau.gold.facts;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.bienmau.table.TableColumn.optional;
import static org.bienmau.table.TableColumn.required;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.bienmau.reference.Registers;
import org.bienmau.table.Inputs;
import org.bienmau.table.TableColumn;
import org.bienmau.table.Types;

/** What gates can clear in a day, as the register prints it: ranges that hold for some time. */
final class Capacities {
  private Capacities() {}

  static final TableColumn GATE_ID =
      required("gate_id", StringType, "", "The gate, with the lanes it has on each day.");
  static final TableColumn DIRECTION =
      required("direction", StringType, "", "export, import, or total for both.");
  static final TableColumn FROM =
      optional("capacity_from", DateType, "", "First day; empty when always.");
  static final TableColumn TO =
      optional("capacity_to", DateType, "", "Last day; empty when for ever.");
  static final TableColumn LOW =
      required("capacity_low", Types.QUANTITY, "vehicles/day", "Lower end.");
  static final TableColumn HIGH =
      required("capacity_high", Types.QUANTITY, "vehicles/day", "Upper end.");

  /** The columns of the register's capacities. */
  static final StructType SCHEMA =
      new StructType(
          Stream.of(GATE_ID, DIRECTION, FROM, TO, LOW, HIGH)
              .map(TableColumn::field)
              .toArray(StructField[]::new));

  static Dataset<Row> of(Inputs inputs) {
    int scale = Types.QUANTITY.scale();
    List<Row> rows =
        inputs.given(Registers.class).capacities().stream()
            .map(
                capacity ->
                    RowFactory.create(
                        capacity.gateId(),
                        capacity.direction().id(),
                        capacity.validFrom(),
                        capacity.validTo(),
                        capacity.low().setScale(scale),
                        capacity.high().setScale(scale)))
            .toList();
    return inputs.local(rows, SCHEMA);
  }

  /** Whether a capacity holds on a day. */
  static Column holdsOn(Column day) {
    return coalesce(FROM.col().leq(day), lit(true)).and(coalesce(TO.col().geq(day), lit(true)));
  }
}
