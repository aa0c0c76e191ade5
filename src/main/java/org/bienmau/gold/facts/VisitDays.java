package org.bienmau.gold.facts;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_union;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.bienmau.measure.Calendar;
import org.bienmau.silver.Crossing;
import org.bienmau.table.TableColumn;
import org.bienmau.table.Types;

/** The days that a visit has to do with: a row for each, saying what happened on it. */
final class VisitDays {
  private VisitDays() {}

  private static final String DECLARED_ON = Crossing.EVENT_ON.name();
  private static final String ARRIVED_ON = "arrived_on";
  private static final String LEFT_ON = "left_on";
  private static final String WAITED_TO = "waited_to";

  private static final Column IS_CLEARED = Crossing.OUTCOME.col().equalTo("cleared");
  private static final Column IS_WAITING = Crossing.OUTCOME.col().equalTo("waiting");
  private static final Column DAY = VehicleDay.DAY.col();
  private static final Column DECLARES = DAY.equalTo(col(DECLARED_ON));
  private static final Column ARRIVES = DAY.equalTo(col(ARRIVED_ON));
  private static final Column LEAVES = DAY.equalTo(col(LEFT_ON));
  private static final Column CLEARS = LEAVES.and(IS_CLEARED);
  private static final Column IS_EMPTY = Crossing.CARGO_KIND.col().equalTo("empty");

  /** What makes a visit count in a column on one of its days. */
  private static final Map<String, Column> HAPPENS =
      Map.ofEntries(
          Map.entry(VehicleDay.DECLARED.name(), DECLARES),
          Map.entry(
              VehicleDay.DECLARED_ONLINE.name(), DECLARES.and(Crossing.DECLARED_ONLINE.col())),
          Map.entry(VehicleDay.ARRIVED.name(), ARRIVES),
          Map.entry(VehicleDay.CLEARED.name(), CLEARS),
          Map.entry(
              VehicleDay.TURNED_BACK.name(),
              LEAVES.and(Crossing.OUTCOME.col().equalTo("turned_back"))),
          Map.entry(
              VehicleDay.TRANSFERRED.name(),
              LEAVES.and(Crossing.OUTCOME.col().equalTo("transferred"))),
          Map.entry(VehicleDay.LOADED.name(), CLEARS.and(not(IS_EMPTY))),
          Map.entry(VehicleDay.EMPTY.name(), CLEARS.and(IS_EMPTY)),
          Map.entry(VehicleDay.WEIGHED.name(), CLEARS.and(Crossing.NET_TONNES.col().isNotNull())),
          Map.entry(VehicleDay.WAITING.name(), DAY.between(col(ARRIVED_ON), col(WAITED_TO))),
          Map.entry(VehicleDay.OUT_OF_ORDER.name(), DECLARES.and(runsBackwards())),
          Map.entry(
              VehicleDay.UNDATED.name(), DECLARES.and(IS_CLEARED).and(col(LEFT_ON).isNull())));

  /** One row for each day of each visit on which it counts anywhere. */
  static Dataset<Row> of(Dataset<Row> visits) {
    Column left =
        when(IS_CLEARED, coalesce(Crossing.CLEARED_AT.col(), Crossing.DEPARTED_AT.col()))
            .when(not(IS_WAITING), coalesce(Crossing.DEPARTED_AT.col(), latestStage()));
    // Who left did not wait at the end of that day; who did not was seen waiting when last
    // recorded.
    Column waitedTo =
        when(IS_WAITING, Calendar.localDay(Crossing.REVISED_AT.col()))
            .otherwise(date_sub(col(LEFT_ON), 1));
    return visits
        .withColumn(ARRIVED_ON, Calendar.localDay(Crossing.ARRIVED_AT.col()))
        .withColumn(LEFT_ON, Calendar.localDay(left))
        .withColumn(WAITED_TO, waitedTo)
        .withColumn(VehicleDay.DAY.name(), explode(days()))
        .filter(DAY.isNotNull());
  }

  /** The sum or the number of visits for a column of {@link VehicleDay}. */
  static Column counted(TableColumn column) {
    if (column.equals(VehicleDay.NET_TONNES)) {
      return coalesce(
              sum(when(CLEARS, Crossing.NET_TONNES.col())).cast(Types.QUANTITY),
              lit(0).cast(Types.QUANTITY))
          .as(column.name());
    }
    return count(when(HAPPENS.get(column.name()), 1)).as(column.name());
  }

  static Column knownFrom() {
    return max(Crossing.KNOWN_FROM.col()).as(VehicleDay.KNOWN_FROM.name());
  }

  /** The days of its stages and those at whose end it waited, each once. */
  private static Column days() {
    Column stages = array(col(DECLARED_ON), col(ARRIVED_ON), col(LEFT_ON));
    Column waits =
        when(col(WAITED_TO).geq(col(ARRIVED_ON)), sequence(col(ARRIVED_ON), col(WAITED_TO)))
            .otherwise(array().cast("array<date>"));
    return array_union(stages, waits);
  }

  private static Column latestStage() {
    return greatest(
        Crossing.DECLARED_AT.col(),
        Crossing.ARRIVED_AT.col(),
        Crossing.INSPECTED_AT.col(),
        Crossing.CLEARED_AT.col());
  }

  /** Whether a stage that is known lies before one that comes before it. */
  private static Column runsBackwards() {
    Column latest = Crossing.DECLARED_AT.col();
    Column backwards = lit(false);
    for (Column stage :
        new Column[] {
          Crossing.ARRIVED_AT.col(),
          Crossing.INSPECTED_AT.col(),
          Crossing.CLEARED_AT.col(),
          Crossing.DEPARTED_AT.col()
        }) {
      backwards = backwards.or(coalesce(stage.lt(latest), lit(false)));
      latest = greatest(latest, stage);
    }
    return backwards;
  }
}
