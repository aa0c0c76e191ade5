package org.bienmau.silver;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.bienmau.check.Check.blocks;
import static org.bienmau.table.TableColumn.required;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.bienmau.bronze.TradeDeclarations;
import org.bienmau.reference.Registers;
import org.bienmau.table.Layer;
import org.bienmau.table.Table;
import org.bienmau.table.TableColumn;

/** The register of publishers, by which rows learn whether their source made them up. */
public final class Publisher {
  private Publisher() {}

  public static final TableColumn SOURCE_ID = TradeDeclarations.SOURCE_ID;
  public static final TableColumn NAME = required("name", StringType, "", "Name for readers.");
  public static final TableColumn TIER =
      required(
          "tier",
          IntegerType,
          "",
          "1 authorities, 2 agencies and the trade, customs and party press, 3 other press, 4 copies and unknown.");
  public static final TableColumn KIND =
      required("kind", StringType, "", "authority, agency, press, mirror and so on.");
  public static final TableColumn IS_SIMULATED =
      required(
          "is_simulated",
          BooleanType,
          "",
          "Whether the data were made up by a program, for trying out; never mixed with real ones.");

  public static final Table TABLE =
      Table.named(Layer.SILVER, "publisher")
          .purpose("For knowing who delivers, how near to the authority, and whether it is real.")
          .columns(SOURCE_ID, NAME, TIER, KIND, IS_SIMULATED)
          .oneRowPer(SOURCE_ID)
          .check(
              blocks("Every tier lies between 1 and 4.", TIER.col().between(1, 4).equalTo(false)))
          .computedBy(inputs -> inputs.rows(Publisher.TABLE, rows(inputs.given(Registers.class))));

  private static List<Row> rows(Registers registers) {
    return registers.publishers().stream()
        .map(
            publisher ->
                RowFactory.create(
                    publisher.pattern(),
                    publisher.name(),
                    publisher.tier(),
                    publisher.kind(),
                    publisher.simulated()))
        .toList();
  }
}
