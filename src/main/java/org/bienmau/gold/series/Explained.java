package org.bienmau.gold.series;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.add_months;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createStructField;
import static org.bienmau.table.TableColumn.optional;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.bienmau.gold.Observation;
import org.bienmau.reference.Event;
import org.bienmau.reference.EventPlaces;
import org.bienmau.reference.Registers;
import org.bienmau.table.TableColumn;

/** Sets the registered event beside a month in which something happened. */
final class Explained {
  private Explained() {}

  static final TableColumn EVENT_ID =
      optional(
          "event_id",
          StringType,
          "",
          "The registered event at the place that lay in the month, or began in the month before, the nearest of several; see dim_event; empty when there is none.");

  private static final String AT_TYPE = "event_scope_type";
  private static final String AT_ID = "event_scope_id";
  private static final String FIRST = "event_first_day";
  private static final String LAST = "event_last_day";
  private static final String RANK = "rank_of_event";

  /** An event at a place. */
  static final StructType PLACES =
      new StructType(
          new StructField[] {
            createStructField(EVENT_ID.name(), StringType, false),
            createStructField(AT_TYPE, StringType, false),
            createStructField(AT_ID, StringType, false),
            createStructField(FIRST, DateType, false),
            createStructField(LAST, DateType, false)
          });

  /** All events at all places whose figures they may have moved. */
  static List<Row> places(Registers registers) {
    EventPlaces places = new EventPlaces(registers);
    return registers.events().stream()
        .flatMap(event -> places.touchedBy(event).stream().map(place -> row(event, place)))
        .toList();
  }

  /** The rows, each with the nearest event of its month and place. */
  static Dataset<Row> by(Dataset<Row> rows, Dataset<Row> places, List<TableColumn> key) {
    Column month = Parts.PERIOD_START.col();
    Column at =
        Observation.SCOPE_TYPE
            .col()
            .equalTo(col(AT_TYPE))
            .and(Observation.SCOPE_ID.col().equalTo(col(AT_ID)));
    Column lies =
        col(FIRST)
            .lt(add_months(month, 1))
            .and(col(LAST).geq(month).or(col(FIRST).geq(add_months(month, -1))));
    Column[] grain = key.stream().map(TableColumn::col).toArray(Column[]::new);
    WindowSpec nearest =
        Window.partitionBy(grain).orderBy(abs(datediff(col(FIRST), month)), EVENT_ID.col());
    return rows.join(places, at.and(lies), "left")
        .withColumn(RANK, row_number().over(nearest))
        .filter(col(RANK).equalTo(1));
  }

  private static Row row(Event event, EventPlaces.Place place) {
    LocalDate last = event.end() == null ? event.start() : event.end();
    return RowFactory.create(
        event.id(), place.type().id(), place.id(), Date.valueOf(event.start()), Date.valueOf(last));
  }
}
