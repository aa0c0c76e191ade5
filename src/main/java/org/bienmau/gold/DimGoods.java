package org.bienmau.gold;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
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

/** Commodities and groups of them that sources name. */
public final class DimGoods {
  private DimGoods() {}

  public static final TableColumn GOODS_ID =
      required("goods_id", StringType, "", "The commodity or group.");
  public static final TableColumn NAME_VI =
      required("name_vi", StringType, "", "Vietnamese name with its marks.");
  public static final TableColumn NAME_EN = required("name_en", StringType, "", "English name.");
  public static final TableColumn PARENT_GOODS_ID =
      optional(
          "parent_goods_id",
          StringType,
          "",
          "The group that contains it; empty for all goods together.");
  public static final TableColumn HS_CODES =
      optional(
          "hs_codes",
          StringType,
          "",
          "Codes of the Harmonized System that come closest, parted by spaces; empty when none does.");
  public static final TableColumn HS_VINTAGE =
      optional(
          "hs_vintage", StringType, "", "Edition of the Harmonized System; empty without codes.");
  public static final TableColumn IS_HOMOGENEOUS =
      required(
          "is_homogeneous",
          BooleanType,
          "",
          "Whether it is so much of one kind that a change of its value per tonne may be read as a change of price.");
  public static final TableColumn IS_OVERLAPPING =
      required(
          "is_overlapping",
          BooleanType,
          "",
          "Whether it holds goods that others beside it hold too, so that it is never added to them.");
  public static final TableColumn SOURCE =
      required("source", StringType, "", "Page or document that says so.");
  public static final TableColumn NOTE =
      optional("note", StringType, "", "Doubts and remarks; empty when there are none.");

  public static final Table TABLE =
      Table.named(Layer.GOLD, "dim_goods")
          .purpose("Goods with their groups and nearest HS codes, to join to goods_id.")
          .columns(
              GOODS_ID,
              NAME_VI,
              NAME_EN,
              PARENT_GOODS_ID,
              HS_CODES,
              HS_VINTAGE,
              IS_HOMOGENEOUS,
              IS_OVERLAPPING,
              SOURCE,
              NOTE)
          .oneRowPer(GOODS_ID)
          .check(
              blocks(
                  "No goods are their own parent_goods_id.",
                  PARENT_GOODS_ID.col().equalTo(GOODS_ID.col())))
          .computedBy(inputs -> inputs.rows(DimGoods.TABLE, rows(inputs.given(Registers.class))));

  static List<Row> rows(Registers registers) {
    return registers.goods().stream()
        .map(
            goods ->
                RowFactory.create(
                    goods.id(),
                    goods.nameVi(),
                    goods.nameEn(),
                    RegisterText.orEmpty(goods.parentId()),
                    RegisterText.list(goods.hsCodes()),
                    RegisterText.orEmpty(goods.hsVintage()),
                    goods.homogeneous(),
                    goods.overlaps(),
                    goods.source(),
                    RegisterText.orEmpty(goods.note())))
        .toList();
  }
}
