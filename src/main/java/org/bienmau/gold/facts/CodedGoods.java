package org.bienmau.gold.facts;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.types.DataTypes.StringType;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.bienmau.reference.GoodsCodes;
import org.bienmau.table.TableColumn;

/** Names the goods of rows that carry a code of the Harmonized System. */
final class CodedGoods {
  private CodedGoods() {}

  private static final int DIGITS = 8;
  private static final String OF_THE_REST = "goods_of_the_rest";

  /**
   * Adds goods_id: that of the longest beginning that the code has.
   *
   * @param goodsCodes see {@link DimGoodsCode}
   */
  static Dataset<Row> named(Dataset<Row> rows, TableColumn code, Dataset<Row> goodsCodes) {
    Column isRest = DimGoodsCode.CODE_BEGINNING.col().equalTo(GoodsCodes.REST);
    Dataset<Row> found = rows;
    Column goods = lit(null).cast(StringType);
    // Codes have an even number of digits.
    for (int digits = DIGITS; digits >= 2; digits -= 2) {
      String beginning = "code_of_" + digits;
      String named = "goods_of_" + digits;
      Dataset<Row> ofLength =
          goodsCodes
              .filter(length(DimGoodsCode.CODE_BEGINNING.col()).equalTo(digits))
              .select(
                  DimGoodsCode.CODE_BEGINNING.col().as(beginning),
                  DimGoodsCode.GOODS_ID.col().as(named));
      Column begins = substring(code.col(), 1, digits).equalTo(col(beginning));
      found = found.join(broadcast(ofLength), begins, "left");
      goods = coalesce(goods, col(named));
    }
    Dataset<Row> rest =
        goodsCodes.filter(isRest).select(DimGoodsCode.GOODS_ID.col().as(OF_THE_REST));
    return found
        .crossJoin(broadcast(rest))
        .withColumn(DimGoodsCode.GOODS_ID.name(), coalesce(goods, col(OF_THE_REST)));
  }
}
