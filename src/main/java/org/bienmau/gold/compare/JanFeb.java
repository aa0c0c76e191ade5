package org.bienmau.gold.compare;

import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.bienmau.check.Check.blocks;
import static org.bienmau.table.TableColumn.optional;
import static org.bienmau.table.TableColumn.required;

import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Row;
import org.bienmau.gold.Additivity;
import org.bienmau.gold.Cell;
import org.bienmau.gold.DimGate;
import org.bienmau.gold.Observation;
import org.bienmau.gold.facts.DimOperatingDay;
import org.bienmau.reference.PeriodKind;
import org.bienmau.reference.Registers;
import org.bienmau.table.Layer;
import org.bienmau.table.Table;
import org.bienmau.table.TableColumn;
import org.bienmau.table.Types;

/** January and February as one figure, by day and by day of work: the only way to compare them. */
public final class JanFeb {
  private JanFeb() {}

  public static final TableColumn OBSERVATION_ID = Observation.OBSERVATION_ID;
  public static final TableColumn MEASURE_ID = Observation.MEASURE_ID;
  public static final TableColumn SCOPE_TYPE = Observation.SCOPE_TYPE;
  public static final TableColumn SCOPE_ID = Observation.SCOPE_ID;
  public static final TableColumn SECTION_ID = Observation.SECTION_ID;
  public static final TableColumn DIRECTION = Observation.DIRECTION;
  public static final TableColumn GOODS_ID = Observation.GOODS_ID;
  public static final TableColumn REGIME = Observation.REGIME;
  public static final TableColumn IS_SIMULATED = Observation.IS_SIMULATED;
  public static final TableColumn UNIT = Observation.UNIT;
  public static final TableColumn CALENDAR_YEAR =
      required("calendar_year", IntegerType, "", "The year.");
  public static final TableColumn TET_DAY =
      optional(
          "tet_day",
          DateType,
          "",
          "First day of the lunar year in Vietnam; empty outside the years it is computed for.");
  public static final TableColumn TET_DAY_YEAR_AGO =
      optional(
          "tet_day_year_ago",
          DateType,
          "",
          "The same a year earlier; empty outside the years it is computed for.");
  public static final TableColumn REACHES_MARCH =
      optional(
          "reaches_march",
          BooleanType,
          "",
          "Whether Tết of either year falls on 15 February or later, so that its effect reaches into March: compare first quarters then; empty where a tet_day is.");
  public static final TableColumn VALUE =
      required("value", Types.QUANTITY, "", "January and February together.");
  public static final TableColumn VALUE_YEAR_AGO =
      optional(
          "value_year_ago",
          Types.QUANTITY,
          "",
          "The same a year earlier; empty when it is not known or may not be compared.");
  public static final TableColumn GROWTH_PCT =
      optional(
          "growth_pct",
          Types.PERCENT,
          "%",
          "Change on the year before; empty without a comparable base, see growth_reason.");
  public static final TableColumn GROWTH_REASON =
      optional(
          "growth_reason",
          StringType,
          "",
          "base_missing, base_zero, base_negligible or regime_unknown; empty when there is a growth.");
  public static final TableColumn DAYS =
      required("days", IntegerType, "days", "59, or 60 in a leap year.");
  public static final TableColumn PER_DAY =
      required("per_day", Types.QUANTITY, "", "Value ÷ days.");
  public static final TableColumn GROWTH_PER_DAY_PCT =
      optional(
          "growth_per_day_pct",
          Types.PERCENT,
          "%",
          "Change of per_day on the year before, free of the leap day; empty where growth_pct is.");
  public static final TableColumn OPERATING_DAYS =
      optional(
          "operating_days",
          IntegerType,
          "days",
          "Days on which the gate, or any gate of the section or the border, worked; empty where its calendar does not hold every day of the two months.");
  public static final TableColumn PER_OPERATING_DAY =
      optional(
          "per_operating_day",
          Types.QUANTITY,
          "",
          "Value ÷ operating_days; empty where these are, or none.");
  public static final TableColumn GROWTH_PER_OPERATING_DAY_PCT =
      optional(
          "growth_per_operating_day_pct",
          Types.PERCENT,
          "%",
          "Change of per_operating_day on the year before, free of closures and of the length of the holidays; empty where growth_pct or one of the two is.");

  public static final Table TABLE =
      Table.named(Layer.GOLD, "jan_feb")
          .purpose(
              "January and February as one figure, by calendar day and by day of work, with the days of Tết beside it: each of the two months alone compares weeks with Tết to weeks without.")
          .columns(
              OBSERVATION_ID,
              MEASURE_ID,
              SCOPE_TYPE,
              SCOPE_ID,
              SECTION_ID,
              DIRECTION,
              GOODS_ID,
              REGIME,
              IS_SIMULATED,
              UNIT,
              CALENDAR_YEAR,
              TET_DAY,
              TET_DAY_YEAR_AGO,
              REACHES_MARCH,
              VALUE,
              VALUE_YEAR_AGO,
              GROWTH_PCT,
              GROWTH_REASON,
              DAYS,
              PER_DAY,
              GROWTH_PER_DAY_PCT,
              OPERATING_DAYS,
              PER_OPERATING_DAY,
              GROWTH_PER_OPERATING_DAY_PCT)
          .oneRowPer(OBSERVATION_ID)
          .from(Observation.TABLE, DimOperatingDay.TABLE, DimGate.TABLE)
          .check(
              blocks(
                  "Every growth_pct is there or has a growth_reason, never both.",
                  GROWTH_PCT.col().isNull().equalTo(GROWTH_REASON.col().isNull())))
          .check(
              blocks(
                  "No two months have more days of work than days.",
                  OPERATING_DAYS.col().gt(DAYS.col())))
          .check(
              blocks(
                  "Every growth_per_day_pct is growth_pct unless one of the years is a leap year.",
                  not(GROWTH_PER_DAY_PCT.col().equalTo(GROWTH_PCT.col()))
                      .and(CALENDAR_YEAR.col().mod(4).isin(2, 3))))
          .computedBy(
              inputs -> {
                Registers registers = inputs.given(Registers.class);
                return compute(
                    inputs.read(Observation.TABLE),
                    WorkDays.of(
                        inputs.read(DimOperatingDay.TABLE),
                        inputs.read(DimGate.TABLE),
                        Parts.of(registers).borders()),
                    Additivity.of(registers),
                    FirstMonths.of(registers),
                    inputs.encoder(FirstMonths.SCHEMA));
              });

  /**
   * Pure: a row for each cell of January and February of a measure that adds up over time.
   *
   * @param workDays how many days each place worked in each year, see {@link WorkDays}
   */
  static Dataset<Row> compute(
      Dataset<Row> observations,
      Dataset<Row> workDays,
      Additivity additivity,
      FirstMonths months,
      Encoder<Row> rows) {
    Dataset<Row> cells =
        observations
            .filter(Observation.PERIOD_KIND.col().equalTo(PeriodKind.JAN_FEB.id()))
            .filter(MEASURE_ID.col().isin(additivity.overTime().toArray()));
    return Blocks.of(cells, Stream.concat(Cell.SERIES.stream(), Stream.of(UNIT)).toList())
        .flatMap(months, rows)
        .transform(found -> WorkDays.joined(found, workDays))
        .select(TABLE.cols());
  }
}
