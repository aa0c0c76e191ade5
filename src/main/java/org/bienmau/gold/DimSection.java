package org.bienmau.gold;

import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.bienmau.check.Check.blocks;
import static org.bienmau.table.TableColumn.optional;
import static org.bienmau.table.TableColumn.required;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.bienmau.reference.Registers;
import org.bienmau.table.Layer;
import org.bienmau.table.Table;
import org.bienmau.table.TableColumn;
import org.bienmau.table.Types;

/** The border sections: the constant places that every comparison is made by. */
public final class DimSection {
  private DimSection() {}

  public static final TableColumn SECTION_ID =
      required("section_id", StringType, "", "The border section.");
  public static final TableColumn WEST_TO_EAST =
      required("west_to_east", IntegerType, "", "Place along the border, 1 in the west.");
  public static final TableColumn NAME_VI =
      required("name_vi", StringType, "", "Vietnamese name with its marks.");
  public static final TableColumn NAME_EN = required("name_en", StringType, "", "English name.");
  public static final TableColumn BORDER_KM =
      required("border_km", Types.QUANTITY, "km", "Length of the border with China.");
  public static final TableColumn FACES =
      required("faces", StringType, "", "yunnan, guangxi or both: what lies opposite.");
  public static final TableColumn SOURCE =
      required("source", StringType, "", "Page or document that says so.");
  public static final TableColumn NOTE =
      optional("note", StringType, "", "Doubts and remarks; empty when there are none.");

  public static final Table TABLE =
      Table.named(Layer.GOLD, "dim_section")
          .purpose(
              "The border sections from west to east, to join names and border lengths to section_id.")
          .columns(SECTION_ID, WEST_TO_EAST, NAME_VI, NAME_EN, BORDER_KM, FACES, SOURCE, NOTE)
          .oneRowPer(SECTION_ID)
          .check(blocks("Every border_km is above zero.", BORDER_KM.col().leq(0)))
          .computedBy(inputs -> inputs.rows(DimSection.TABLE, rows(inputs.given(Registers.class))));

  static List<Row> rows(Registers registers) {
    return registers.sections().stream()
        .map(
            section ->
                RowFactory.create(
                    section.id(),
                    section.order(),
                    section.nameVi(),
                    section.nameEn(),
                    section.borderKm(),
                    section.faces(),
                    section.source(),
                    RegisterText.orEmpty(section.note())))
        .toList();
  }
}
