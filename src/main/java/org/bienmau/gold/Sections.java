package org.bienmau.gold;

import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.bienmau.reference.Registers;
import org.bienmau.table.Inputs;
import org.bienmau.table.TableColumn;
import org.bienmau.table.Types;

/** The border sections as a small table that comparisons are completed with. */
final class Sections {
  private Sections() {}

  static final TableColumn SECTION =
      TableColumn.required("section", StringType, "", "The section.");
  static final TableColumn WEST_TO_EAST = RegionalComparison.WEST_TO_EAST;
  static final TableColumn BORDER_KM =
      TableColumn.required("border_km", Types.QUANTITY, "km", "Length of its border with China.");

  static final StructType SCHEMA =
      new StructType(new StructField[] {SECTION.field(), WEST_TO_EAST.field(), BORDER_KM.field()});

  static Dataset<Row> of(Inputs inputs) {
    List<Row> rows =
        inputs.given(Registers.class).sections().stream()
            .map(
                section ->
                    RowFactory.create(
                        section.id(),
                        section.order(),
                        section.borderKm().setScale(Types.QUANTITY.scale())))
            .toList();
    return inputs.local(rows, SCHEMA);
  }
}
