package org.bienmau.gold.series;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.bienmau.check.Check.blocks;
import static org.bienmau.table.TableColumn.optional;
import static org.bienmau.table.TableColumn.required;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Row;
import org.bienmau.gold.DimEvent;
import org.bienmau.gold.Observation;
import org.bienmau.reference.Registers;
import org.bienmau.reference.ScopeType;
import org.bienmau.table.Layer;
import org.bienmau.table.Table;
import org.bienmau.table.TableColumn;
import org.bienmau.table.Types;

/** What registered events did to the gates where they were, and to the gates beside them. */
public final class EventEffect {
  private EventEffect() {}

  public static final TableColumn SERIES_ID = SeriesKey.SERIES_ID;
  public static final TableColumn EVENT_ID = DimEvent.EVENT_ID;
  public static final TableColumn ROLE =
      required(
          "role",
          StringType,
          "",
          "concerned: the event was at the gate; neighbour: it was at another gate of the section, which may have lost or won trade to it.");
  public static final TableColumn REASON =
      optional(
          "not_identified",
          StringType,
          "",
          "Why no effect can be told, a code of the page on event effects; empty when one can.");
  public static final TableColumn DETAIL =
      optional(
          "detail", StringType, "", "The figures behind the reason; empty when there is none.");
  public static final TableColumn EFFECT_PCT =
      share("effect_pct", "Change against what the other gates make likely");
  public static final TableColumn LOW_PCT = share("low_pct", "Lower end of its 95 % interval");
  public static final TableColumn HIGH_PCT = share("high_pct", "Upper end of its 95 % interval");
  public static final TableColumn P_VALUE = number("p_value", "Probability of as much by chance");
  public static final TableColumn TREND_P_VALUE =
      number("trend_p_value", "Probability of trends as different before by chance");
  public static final TableColumn PLACEBO_P_VALUE =
      number("placebo_p_value", "Share of all gates with an effect as large beside its error");
  public static final TableColumn CONTROLS = counted("controls", "Gates that were compared with");
  public static final TableColumn MONTHS_BEFORE = counted("months_before", "Months before");
  public static final TableColumn MONTHS_AFTER =
      counted("months_after", "Months from the event on");
  public static final TableColumn CONTROLS_LEFT_OUT =
      optional(
          "controls_left_out",
          StringType,
          "",
          "Gates that were not compared with because other registered events were at them meanwhile and not here, each with these events: gate: event event; gate: event; empty when there are none.");

  /** What is said of a series and an event, after the columns that name the series. */
  static final List<TableColumn> FOUND =
      List.of(
          EVENT_ID,
          ROLE,
          REASON,
          DETAIL,
          EFFECT_PCT,
          LOW_PCT,
          HIGH_PCT,
          P_VALUE,
          TREND_P_VALUE,
          PLACEBO_P_VALUE,
          CONTROLS,
          MONTHS_BEFORE,
          MONTHS_AFTER,
          CONTROLS_LEFT_OUT);

  private static final String GATES = "gates";

  /** What gates must share to be compared. */
  private static final List<TableColumn> GROUP =
      List.of(
          Observation.MEASURE_ID,
          Observation.DIRECTION,
          Observation.GOODS_ID,
          Observation.REGIME,
          Observation.IS_SIMULATED);

  public static final Table TABLE =
      Table.named(Layer.GOLD, "event_effect")
          .purpose(
              "Whether a closure, opening or rule changed a gate's trade, and that of its neighbours, against the other gates; or why nobody can tell.")
          .columns(SeriesKey.and(FOUND))
          .oneRowPer(SERIES_ID, EVENT_ID)
          .from(SeriesAnalysis.TABLE)
          .check(
              blocks(
                  "Every role is concerned or neighbour.",
                  not(ROLE.col().isin("concerned", "neighbour"))))
          .check(
              blocks(
                  "Every effect is there or has a reason why not.",
                  EFFECT_PCT.col().isNull().equalTo(REASON.col().isNull())))
          .computedBy(
              inputs ->
                  compute(
                      inputs.read(SeriesAnalysis.TABLE),
                      new EventStudy(inputs.given(Registers.class)),
                      inputs.encoder(EventStudy.ROW)));

  /** Pure: every event at every adjusted gate that it may have touched. */
  static Dataset<Row> compute(Dataset<Row> analyses, EventStudy study, Encoder<Row> encoder) {
    Column[] gate =
        Stream.concat(Stream.of(SeriesKey.cols()), Stream.of(SeriesAnalysis.BY_MONTH.col()))
            .toArray(Column[]::new);
    return analyses
        .filter(Observation.SCOPE_TYPE.col().equalTo(ScopeType.GATE.id()))
        .filter(SeriesAnalysis.VERDICT.col().isNotNull())
        .groupBy(GROUP.stream().map(TableColumn::col).toArray(Column[]::new))
        .agg(sort_array(collect_list(struct(gate))).as(GATES))
        .select(col(GATES))
        .mapPartitions(study, encoder)
        .select(TABLE.cols());
  }

  private static TableColumn share(String name, String description) {
    return optional(name, Types.PERCENT, "%", description + "; empty when it is not identified.");
  }

  private static TableColumn number(String name, String description) {
    return optional(name, Types.INDEX, "", description + "; empty when it is not identified.");
  }

  private static TableColumn counted(String name, String description) {
    return optional(name, IntegerType, "count", description + "; empty when it is not identified.");
  }
}
