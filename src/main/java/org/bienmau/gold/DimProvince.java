package org.bienmau.gold;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.bienmau.check.Check.blocks;
import static org.bienmau.table.TableColumn.optional;
import static org.bienmau.table.TableColumn.required;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.bienmau.reference.Province;
import org.bienmau.reference.Registers;
import org.bienmau.table.Layer;
import org.bienmau.table.Table;
import org.bienmau.table.TableColumn;
import org.bienmau.table.Types;

/** The provinces as they were from one day to another; a province that changed has several rows. */
public final class DimProvince {
  private DimProvince() {}

  public static final TableColumn PROVINCE_ID =
      required(
          "province_id",
          StringType,
          "",
          "The province; one that changed has a row for each state.");
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
  public static final TableColumn GSO_CODE =
      optional("gso_code", StringType, "", "Code of the statistics office; empty when not known.");
  public static final TableColumn ISO_CODE =
      optional("iso_code", StringType, "", "ISO 3166-2 code; empty when not known.");
  public static final TableColumn SECTION_IDS =
      optional(
          "section_ids",
          StringType,
          "",
          "Border sections inside it, parted by spaces; empty when it does not touch the border.");
  public static final TableColumn PREDECESSOR_IDS =
      optional(
          "predecessor_ids",
          StringType,
          "",
          "Provinces it was made of, parted by spaces; empty when of none.");
  public static final TableColumn SUCCESSOR_ID =
      optional("successor_id", StringType, "", "Province it became part of; empty when of none.");
  public static final TableColumn POPULATION =
      optional("population", IntegerType, "persons", "Inhabitants; empty when no source was read.");
  public static final TableColumn AREA_KM2 =
      optional("area_km2", Types.QUANTITY, "km²", "Area; empty when no source was read.");
  public static final TableColumn SOURCE =
      required("source", StringType, "", "Page or document that says so.");
  public static final TableColumn NOTE =
      optional("note", StringType, "", "Doubts and remarks; empty when there are none.");

  public static final Table TABLE =
      Table.named(Layer.GOLD, "dim_province")
          .purpose(
              "The provinces with the days from and to which each row holds, to name a place as it was called at a date.")
          .columns(
              PROVINCE_ID,
              STATE_NO,
              VALID_FROM,
              VALID_TO,
              IS_CURRENT,
              NAME_VI,
              NAME_EN,
              GSO_CODE,
              ISO_CODE,
              SECTION_IDS,
              PREDECESSOR_IDS,
              SUCCESSOR_ID,
              POPULATION,
              AREA_KM2,
              SOURCE,
              NOTE)
          .oneRowPer(PROVINCE_ID, STATE_NO)
          .check(
              blocks(
                  "No valid_to lies before its valid_from.", VALID_TO.col().lt(VALID_FROM.col())))
          .computedBy(
              inputs -> inputs.rows(DimProvince.TABLE, rows(inputs.given(Registers.class))));

  static List<Row> rows(Registers registers) {
    return registers.provinces().stream()
        .map(
            province ->
                RowFactory.create(
                    province.id(),
                    States.number(
                        province, registers.provinces(), Province::id, Province::validFrom),
                    province.validFrom(),
                    province.validTo(),
                    province.validTo() == null,
                    province.nameVi(),
                    province.nameEn(),
                    RegisterText.orEmpty(province.gsoCode()),
                    RegisterText.orEmpty(province.isoCode()),
                    RegisterText.list(province.sectionIds()),
                    RegisterText.list(province.predecessors()),
                    RegisterText.orEmpty(province.successor()),
                    province.population(),
                    province.areaKm2(),
                    province.source(),
                    RegisterText.orEmpty(province.note())))
        .toList();
  }
}
