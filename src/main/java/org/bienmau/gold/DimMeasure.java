package org.bienmau.gold;

import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
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

/** What is measured, in which unit, and whether its values may be added. */
public final class DimMeasure {
  private DimMeasure() {}

  public static final TableColumn MEASURE_ID =
      required("measure_id", StringType, "", "What is measured.");
  public static final TableColumn NAME_VI =
      required("name_vi", StringType, "", "Vietnamese name with its marks.");
  public static final TableColumn NAME_EN = required("name_en", StringType, "", "English name.");
  public static final TableColumn UNIT =
      required("unit", StringType, "", "The base unit of its values.");
  public static final TableColumn KIND =
      required("kind", StringType, "", "flow, stock, rate, limit or plan: how it behaves in time.");
  public static final TableColumn IS_TRADE =
      required("is_trade", BooleanType, "", "Whether it counts goods and so has a regime.");
  public static final TableColumn ADDS_OVER_DIRECTIONS =
      required("adds_over_directions", BooleanType, "", "Whether export and import may be added.");
  public static final TableColumn ADDS_OVER_TIME =
      required("adds_over_time", BooleanType, "", "Whether periods may be added.");
  public static final TableColumn ADDS_OVER_PLACES =
      required("adds_over_places", BooleanType, "", "Whether sections may be added.");
  public static final TableColumn DECIMALS =
      required(
          "decimals", IntegerType, "", "Digits after the decimal point that are worth showing.");
  public static final TableColumn DEFINITION =
      required("definition", StringType, "", "What exactly is counted.");
  public static final TableColumn SOURCE =
      required("source", StringType, "", "Page or document that says so.");
  public static final TableColumn NOTE =
      optional("note", StringType, "", "Doubts and remarks; empty when there are none.");

  public static final Table TABLE =
      Table.named(Layer.GOLD, "dim_measure")
          .purpose("The measures with their units and what may be added, to join to measure_id.")
          .columns(
              MEASURE_ID,
              NAME_VI,
              NAME_EN,
              UNIT,
              KIND,
              IS_TRADE,
              ADDS_OVER_DIRECTIONS,
              ADDS_OVER_TIME,
              ADDS_OVER_PLACES,
              DECIMALS,
              DEFINITION,
              SOURCE,
              NOTE)
          .oneRowPer(MEASURE_ID)
          .check(
              blocks(
                  "Every kind is flow, stock, rate, limit or plan.",
                  not(KIND.col().isin("flow", "stock", "rate", "limit", "plan"))))
          .computedBy(inputs -> inputs.rows(DimMeasure.TABLE, rows(inputs.given(Registers.class))));

  static List<Row> rows(Registers registers) {
    return registers.measures().stream()
        .map(
            measure ->
                RowFactory.create(
                    measure.id(),
                    measure.nameVi(),
                    measure.nameEn(),
                    measure.unit(),
                    measure.kind().id(),
                    measure.trade(),
                    measure.addsOverDirections(),
                    measure.addsOverTime(),
                    measure.addsOverScopes(),
                    measure.decimals(),
                    measure.definition(),
                    measure.source(),
                    RegisterText.orEmpty(measure.note())))
        .toList();
  }
}
