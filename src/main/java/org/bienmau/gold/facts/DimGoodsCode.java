package org.bienmau.gold.facts;

import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.bienmau.check.Check.blocks;
import static org.bienmau.table.TableColumn.required;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.bienmau.gold.DimGoods;
import org.bienmau.reference.GoodsCodes;
import org.bienmau.reference.Registers;
import org.bienmau.table.Layer;
import org.bienmau.table.Table;
import org.bienmau.table.TableColumn;

/** Which goods every code of the Harmonized System belongs to, by the beginning of the code. */
public final class DimGoodsCode {
  private DimGoodsCode() {}

  public static final TableColumn CODE_BEGINNING =
      required(
          "code_beginning",
          StringType,
          "",
          "The first 2, 4, 6 or 8 digits; the longest that a code begins with decides; * for codes that begin with none.");
  public static final TableColumn GOODS_ID = DimGoods.GOODS_ID;

  public static final Table TABLE =
      Table.named(Layer.GOLD, "dim_goods_code")
          .purpose("For sorting customs lines by goods: the goods of a code, by how it begins.")
          .columns(CODE_BEGINNING, GOODS_ID)
          .oneRowPer(CODE_BEGINNING)
          .check(
              blocks(
                  "Every code_beginning is 2, 4, 6 or 8 digits or *.",
                  CODE_BEGINNING.col().rlike("^([0-9]{2}){1,4}$|^\\*$").equalTo(false)))
          .computedBy(
              inputs -> inputs.rows(DimGoodsCode.TABLE, rows(inputs.given(Registers.class))));

  static List<Row> rows(Registers registers) {
    return new GoodsCodes(registers.goods())
        .byBeginning().entrySet().stream()
            .map(one -> RowFactory.create(one.getKey(), one.getValue()))
            .toList();
  }
}
