package org.bienmau.gold.series;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.bienmau.gold.DimHoliday;
import org.bienmau.gold.facts.DimOperatingDay;
import org.bienmau.gold.facts.GateDay;
import org.bienmau.reference.ScopeType;
import org.bienmau.series.Festival;
import org.bienmau.table.TableColumn;

/**
 * Every day around every Tết at every place, with its trucks or with why nobody knows them.
 *
 * <p>A gate that no longer reports would else look like a gate without trucks, and its section like
 * one that lost them.
 */
final class TetDays {
  private TetDays() {}

  static final String GATES_SILENT = "gates_silent";

  private static final String COUNTRY = "VN";
  private static final String ALL_CARGO = "all";
  private static final String VISITS = "visits";
  private static final String TET = "tet";
  private static final String FROM = "first_day_reported";
  private static final String TO = "last_day_reported";
  private static final String IN_BASE = "days_in_base";
  private static final String DAY_NAME = TetProfile.DAY.name();
  private static final Column DAY = TetProfile.DAY.col();
  private static final Column CLEARED = TetProfile.CLEARED.col();

  private static final List<TableColumn> SOURCE =
      List.of(TetProfile.SOURCE_ID, TetProfile.IS_SIMULATED, TetProfile.ORIGIN);
  private static final List<TableColumn> GATE =
      Stream.concat(
              SOURCE.stream(), Stream.of(GateDay.SECTION_ID, GateDay.GATE_ID, GateDay.DIRECTION))
          .toList();

  /**
   * @param days see {@link GateDay}
   * @param operating see {@link DimOperatingDay}
   */
  static Dataset<Row> of(Dataset<Row> days, Dataset<Row> operating, Dataset<Row> holidays) {
    Dataset<Row> told = told(days);
    Dataset<Row> rested =
        operating
            .filter(DimOperatingDay.STATE.col().isin("closed", "idle"))
            .select(
                DimOperatingDay.IS_SIMULATED.col(),
                DimOperatingDay.GATE_ID.col(),
                DimOperatingDay.DAY.col(),
                lit(0L).as("rested"));
    Dataset<Row> calendar =
        expected(told, tet(holidays))
            .join(told, names(GATE, DAY_NAME), "left")
            .join(
                rested,
                new String[] {GateDay.IS_SIMULATED.name(), GateDay.GATE_ID.name(), DAY_NAME},
                "left")
            .withColumn(
                TetProfile.CLEARED.name(),
                coalesce(CLEARED, when(isVisits(), lit(0L)), col("rested")));
    return placed(calendar, ScopeType.GATE, GateDay.GATE_ID)
        .unionByName(placed(calendar, ScopeType.SECTION, GateDay.SECTION_ID));
  }

  private static Column isVisits() {
    return TetProfile.ORIGIN.col().equalTo(VISITS);
  }

  /** Trucks of a day; where a source gives all kinds of cargo together it adds no more. */
  private static Dataset<Row> told(Dataset<Row> days) {
    Column kind = GateDay.CARGO_KIND.col();
    Column cleared = GateDay.CLEARED.col();
    return days.filter(cleared.isNotNull())
        .groupBy(columns(GATE, DAY))
        .agg(
            coalesce(
                    max(when(kind.equalTo(ALL_CARGO), cleared)),
                    sum(when(kind.notEqual(ALL_CARGO), cleared)))
                .as(TetProfile.CLEARED.name()));
  }

  private static Dataset<Row> tet(Dataset<Row> holidays) {
    return holidays
        .filter(DimHoliday.COUNTRY.col().equalTo(COUNTRY))
        .select(
            DimHoliday.CALENDAR_YEAR.col().as(TetProfile.TET_YEAR.name()),
            DimHoliday.FIRST_DAY.col().as(TET));
  }

  /**
   * The days on which a gate should report, as long as its source reports anything: those around a
   * Tết before which it did. Visits are all there, so any visit around Tết will do; where no gate
   * of the section told anything in the weeks before, every gate that tells something afterwards.
   */
  private static Dataset<Row> expected(Dataset<Row> told, Dataset<Row> tet) {
    Dataset<Row> reach = told.groupBy(columns(SOURCE)).agg(min(DAY).as(FROM), max(DAY).as(TO));
    Column offset = datediff(DAY, col(TET));
    Column isBase = offset.between(Festival.BASE_FROM, Festival.BASE_TO);
    Dataset<Row> gates =
        told.join(tet, offset.between(-TetProfile.REACH, TetProfile.REACH))
            .groupBy(columns(GATE, TetProfile.TET_YEAR.col(), col(TET)))
            .agg(count(when(isBase, lit(1))).as(IN_BASE));
    Column section =
        max(col(IN_BASE))
            .over(
                Window.partitionBy(
                    columns(
                        SOURCE,
                        GateDay.SECTION_ID.col(),
                        GateDay.DIRECTION.col(),
                        TetProfile.TET_YEAR.col())));
    Column first = greatest(col(FROM), date_add(col(TET), -TetProfile.REACH));
    Column last = least(col(TO), date_add(col(TET), TetProfile.REACH));
    return gates
        .withColumn("in_base_of_section", section)
        .filter(isVisits().or(col(IN_BASE).gt(0)).or(col("in_base_of_section").equalTo(0)))
        .join(reach, names(SOURCE))
        .withColumn(DAY_NAME, explode(sequence(first, last)))
        .withColumn(TetProfile.DAY_OFFSET.name(), offset)
        .select(columns(GATE, DAY, TetProfile.TET_YEAR.col(), TetProfile.DAY_OFFSET.col()));
  }

  private static Dataset<Row> placed(Dataset<Row> gates, ScopeType type, TableColumn place) {
    Column all = count(lit(1));
    Column isTold = count(CLEARED).equalTo(all);
    return gates
        .withColumn(TetProfile.SCOPE_TYPE.name(), lit(type.id()))
        .withColumn(TetProfile.SCOPE_ID.name(), place.col())
        .groupBy(
            columns(
                TetProfile.PROFILE, TetProfile.TET_YEAR.col(), TetProfile.DAY_OFFSET.col(), DAY))
        .agg(
            when(isTold, sum(CLEARED)).as(TetProfile.CLEARED.name()),
            all.as(TetProfile.GATES.name()),
            when(isTold.equalTo(false), GATES_SILENT).as(TetProfile.MISSING_REASON.name()));
  }

  private static Column[] columns(List<TableColumn> these, Column... more) {
    return Stream.concat(these.stream().map(TableColumn::col), Stream.of(more))
        .toArray(Column[]::new);
  }

  private static String[] names(List<TableColumn> these, String... more) {
    return Stream.concat(these.stream().map(TableColumn::name), Stream.of(more))
        .toArray(String[]::new);
  }
}
