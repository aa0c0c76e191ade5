package org.bienmau.gold;

import static org.apache.spark.sql.types.DataTypes.DateType;
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

/** Dated events that may have changed flows: closures, openings, rules, storms. */
public final class DimEvent {
  private DimEvent() {}

  public static final TableColumn EVENT_ID = required("event_id", StringType, "", "The event.");
  public static final TableColumn FIRST_DAY =
      required(
          "first_day",
          DateType,
          "",
          "First local day, or first day of the month or year it is known by.");
  public static final TableColumn LAST_DAY =
      optional("last_day", DateType, "", "Last local day; empty when open or not known.");
  public static final TableColumn PRECISION =
      required(
          "precision",
          StringType,
          "",
          "day, range, month or year: how exactly the dates are known.");
  public static final TableColumn SCOPE_TYPE = Figure.SCOPE_TYPE;
  public static final TableColumn SCOPE_IDS =
      optional(
          "scope_ids",
          StringType,
          "",
          "Sections, gates or areas it touched, parted by spaces; empty when none is named.");
  public static final TableColumn KIND =
      required("kind", StringType, "", "What it was, for example closure_pandemic.");
  public static final TableColumn EFFECT =
      required("effect", StringType, "", "What it did to the flow.");
  public static final TableColumn LABEL_VI =
      required("label_vi", StringType, "", "One Vietnamese sentence.");
  public static final TableColumn LABEL_EN =
      required("label_en", StringType, "", "One English sentence.");
  public static final TableColumn SOURCE =
      required("source", StringType, "", "Page or document that says so.");
  public static final TableColumn CONFIDENCE =
      required("confidence", StringType, "", "high, medium or low: how well it is sourced.");
  public static final TableColumn NOTE =
      optional("note", StringType, "", "Doubts and remarks; empty when there are none.");

  public static final Table TABLE =
      Table.named(Layer.GOLD, "dim_event")
          .purpose(
              "Dated events at the border with one sentence each in two languages, to mark on a chart of a series.")
          .columns(
              EVENT_ID,
              FIRST_DAY,
              LAST_DAY,
              PRECISION,
              SCOPE_TYPE,
              SCOPE_IDS,
              KIND,
              EFFECT,
              LABEL_VI,
              LABEL_EN,
              SOURCE,
              CONFIDENCE,
              NOTE)
          .oneRowPer(EVENT_ID)
          .check(
              blocks("No last_day lies before its first_day.", LAST_DAY.col().lt(FIRST_DAY.col())))
          .computedBy(inputs -> inputs.rows(DimEvent.TABLE, rows(inputs.given(Registers.class))));

  static List<Row> rows(Registers registers) {
    return registers.events().stream()
        .map(
            event ->
                RowFactory.create(
                    event.id(),
                    event.start(),
                    event.end(),
                    event.precision(),
                    event.scopeType().id(),
                    RegisterText.list(event.scopeIds()),
                    event.kind(),
                    event.effect(),
                    event.labelVi(),
                    event.labelEn(),
                    event.source(),
                    event.confidence(),
                    RegisterText.orEmpty(event.note())))
        .toList();
  }
}
