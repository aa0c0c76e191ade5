package org.bienmau.gold;

import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.bienmau.check.Check.blocks;
import static org.bienmau.table.TableColumn.optional;
import static org.bienmau.table.TableColumn.required;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.bienmau.reference.Registers;
import org.bienmau.silver.Figure;
import org.bienmau.table.Layer;
import org.bienmau.table.Table;
import org.bienmau.table.TableColumn;
import org.bienmau.table.Types;

/** The targets that the registers know, each with its source. */
public final class DimPlan {
  private DimPlan() {}

  public static final TableColumn PLAN_ID = required("plan_id", StringType, "", "The target.");
  public static final TableColumn SCOPE_TYPE = Figure.SCOPE_TYPE;
  public static final TableColumn SCOPE_ID = Figure.SCOPE_ID;
  public static final TableColumn MEASURE_ID =
      required("measure_id", StringType, "", "The measure that the target is set in.");
  public static final TableColumn DIRECTION = Figure.DIRECTION;
  public static final TableColumn REGIME = Figure.REGIME;
  public static final TableColumn PERIOD_ID = Figure.PERIOD_ID;
  public static final TableColumn PERIOD_KIND = Figure.PERIOD_KIND;
  public static final TableColumn PERIOD_START = Figure.PERIOD_START;
  public static final TableColumn PERIOD_END = Figure.PERIOD_END;
  public static final TableColumn VALUE =
      required(
          "value", Types.QUANTITY, "", "The target in the base unit; the lower end of a range.");
  public static final TableColumn VALUE_HIGH =
      required(
          "value_high",
          Types.QUANTITY,
          "",
          "Upper end of the target; equal to value when one number was printed.");
  public static final TableColumn UNIT =
      required("unit", StringType, "", "The base unit of the target.");
  public static final TableColumn QUALIFIER = Figure.QUALIFIER;
  public static final TableColumn PUBLISHED_ON =
      optional(
          "published_on",
          StringType,
          "",
          "Day, month or year it was printed; empty when not known.");
  public static final TableColumn SOURCE =
      required("source", StringType, "", "Page or document that says so.");
  public static final TableColumn NOTE =
      optional("note", StringType, "", "Doubts and remarks; empty when there are none.");

  public static final Table TABLE =
      Table.named(Layer.GOLD, "dim_plan")
          .purpose("Registered targets for trade and revenue, to set beside what was reached.")
          .columns(
              PLAN_ID,
              SCOPE_TYPE,
              SCOPE_ID,
              MEASURE_ID,
              DIRECTION,
              REGIME,
              PERIOD_ID,
              PERIOD_KIND,
              PERIOD_START,
              PERIOD_END,
              VALUE,
              VALUE_HIGH,
              UNIT,
              QUALIFIER,
              PUBLISHED_ON,
              SOURCE,
              NOTE)
          .oneRowPer(PLAN_ID)
          .check(blocks("No value_high lies below its value.", VALUE_HIGH.col().lt(VALUE.col())))
          .computedBy(inputs -> inputs.rows(DimPlan.TABLE, rows(inputs.given(Registers.class))));

  static List<Row> rows(Registers registers) {
    return registers.plans().stream()
        .map(
            plan ->
                RowFactory.create(
                    plan.id(),
                    plan.scopeType().id(),
                    plan.scopeId(),
                    plan.measureId(),
                    plan.direction().id(),
                    plan.regime().id(),
                    plan.period().id(),
                    plan.period().kind().id(),
                    plan.period().start(),
                    plan.period().end(),
                    plan.low(),
                    plan.high(),
                    plan.unit(),
                    plan.qualifier().id(),
                    RegisterText.orEmpty(plan.publishedOn()),
                    plan.source(),
                    RegisterText.orEmpty(plan.note())))
        .toList();
  }
}
