package org.bienmau.gold;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.bienmau.check.Check.blocks;
import static org.bienmau.table.TableColumn.optional;
import static org.bienmau.table.TableColumn.required;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.bienmau.reference.Area;
import org.bienmau.reference.Registers;
import org.bienmau.table.Layer;
import org.bienmau.table.Table;
import org.bienmau.table.TableColumn;

/** Groups of sections and regions for which sources print figures of their own. */
public final class DimArea {
  private DimArea() {}

  public static final TableColumn AREA_ID =
      required("area_id", StringType, "", "The area; one that changed has a row for each state.");
  public static final TableColumn STATE_NO = States.STATE_NO;
  public static final TableColumn VALID_FROM =
      optional(
          "valid_from",
          DateType,
          "",
          "First local day the row holds; empty when it held before anything recorded here.");
  public static final TableColumn VALID_TO =
      optional("valid_to", DateType, "", "Last local day the row holds; empty while it holds.");
  public static final TableColumn IS_CURRENT =
      required("is_current", BooleanType, "", "Whether the row still holds.");
  public static final TableColumn NAME_VI =
      required("name_vi", StringType, "", "Vietnamese name with its marks.");
  public static final TableColumn NAME_EN = required("name_en", StringType, "", "English name.");
  public static final TableColumn KIND =
      required("kind", StringType, "", "border, national, regime, customs_region, group or rail.");
  public static final TableColumn SECTION_IDS =
      optional(
          "section_ids",
          StringType,
          "",
          "Border sections inside it from west to east, parted by spaces; empty when it is larger than the border.");
  public static final TableColumn SOURCE =
      required("source", StringType, "", "Page or document that says so.");
  public static final TableColumn NOTE =
      optional("note", StringType, "", "Doubts and remarks; empty when there are none.");

  public static final Table TABLE =
      Table.named(Layer.GOLD, "dim_area")
          .purpose(
              "Areas of several border sections, to join names and members to scope_id where scope_type is area.")
          .columns(
              AREA_ID,
              STATE_NO,
              VALID_FROM,
              VALID_TO,
              IS_CURRENT,
              NAME_VI,
              NAME_EN,
              KIND,
              SECTION_IDS,
              SOURCE,
              NOTE)
          .oneRowPer(AREA_ID, STATE_NO)
          .check(
              blocks(
                  "No valid_to lies before its valid_from.", VALID_TO.col().lt(VALID_FROM.col())))
          .computedBy(inputs -> inputs.rows(DimArea.TABLE, rows(inputs.given(Registers.class))));

  static List<Row> rows(Registers registers) {
    return registers.areas().stream()
        .map(
            area ->
                RowFactory.create(
                    area.id(),
                    States.number(area, registers.areas(), Area::id, Area::validFrom),
                    area.validFrom(),
                    area.validTo(),
                    area.validTo() == null,
                    area.nameVi(),
                    area.nameEn(),
                    area.kind(),
                    RegisterText.list(area.members()),
                    area.source(),
                    RegisterText.orEmpty(area.note())))
        .toList();
  }
}
