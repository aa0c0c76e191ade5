package org.bienmau.gold.series;

import java.math.BigDecimal;
import java.sql.Date;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.bienmau.gold.Observation;
import org.bienmau.reference.Event;
import org.bienmau.reference.EventPlaces;
import org.bienmau.reference.Registers;
import org.bienmau.reference.ScopeType;
import org.bienmau.series.DifferenceInDifferences;
import org.bienmau.series.EventEffect;
import org.bienmau.series.TimeSeries;

/**
 * Sets each event beside the gates of a group: those that it was at, their neighbours, the rest.
 */
final class EventStudy implements MapPartitionsFunction<Row, Row> {
  private static final long serialVersionUID = 1;

  /** The columns of the rows it makes. */
  static final StructType ROW = org.bienmau.gold.series.EventEffect.TABLE.schema();

  private static final String CONCERNED = "concerned";
  private static final String NEIGHBOUR = "neighbour";

  private final Registers registers;

  EventStudy(Registers registers) {
    this.registers = registers;
  }

  /** A gate's series, adjusted, over the months that all gates of the group share a frame of. */
  private record GateSeries(Object[] key, String gate, String section, TimeSeries adjusted) {}

  @Override
  public Iterator<Row> call(Iterator<Row> groups) {
    EventPlaces places = new EventPlaces(registers);
    EventControls controls = new EventControls(registers, places);
    List<Event> events =
        registers.events().stream()
            .filter(event -> event.scopeType() != ScopeType.AREA)
            .filter(event -> !event.isKnownByYearOnly())
            .toList();
    List<Row> found = new ArrayList<>();
    while (groups.hasNext()) {
      List<GateSeries> gates = inOneFrame(groups.next().getList(0));
      events.forEach(event -> found.addAll(effects(event, gates, places, controls)));
    }
    return found.iterator();
  }

  private static List<Row> effects(
      Event event, List<GateSeries> gates, EventPlaces places, EventControls usable) {
    Set<String> touched = usable.gatesTouchedBy(event);
    Set<String> sections =
        gates.stream()
            .filter(gate -> touched.contains(gate.gate()))
            .map(GateSeries::section)
            .collect(Collectors.toSet());
    Map<String, TimeSeries> controls =
        gates.stream()
            .filter(gate -> !sections.contains(gate.section()))
            .collect(
                Collectors.toMap(
                    GateSeries::gate, GateSeries::adjusted, (one, other) -> one, TreeMap::new));
    Set<String> concerned =
        touched.stream()
            .filter(gate -> places.covers(event, ScopeType.GATE, gate))
            .collect(Collectors.toSet());
    return gates.stream()
        .filter(gate -> sections.contains(gate.section()))
        // A gate that holds a lane where the event was is neither at it nor beside it.
        .filter(gate -> concerned.contains(gate.gate()) || !touched.contains(gate.gate()))
        .filter(gate -> isKnownAt(gate.adjusted(), event))
        .map(
            gate -> {
              Map<String, List<String>> hit = usable.hit(event, gate.gate(), controls.keySet());
              List<TimeSeries> left =
                  controls.entrySet().stream()
                      .filter(control -> !hit.containsKey(control.getKey()))
                      .map(Map.Entry::getValue)
                      .toList();
              return row(
                  gate,
                  event,
                  concerned.contains(gate.gate()) ? CONCERNED : NEIGHBOUR,
                  EventControls.named(hit),
                  effect(gate.adjusted(), left, event));
            })
        .toList();
  }

  private static EventEffect effect(TimeSeries series, List<TimeSeries> controls, Event event) {
    return DifferenceInDifferences.of(series, controls, event.start(), event.end());
  }

  /** Whether the month of the event, and one before, have values. */
  private static boolean isKnownAt(TimeSeries series, Event event) {
    int first = series.indexOf(YearMonth.from(event.start()));
    return first > 0
        && first < series.size()
        && series.value(first) > 0
        && series.value(first - 1) > 0;
  }

  /** The adjusted series of all gates, from the first month of any to the last of any. */
  private static List<GateSeries> inOneFrame(List<Row> gates) {
    int keys = SeriesKey.COLUMNS.size();
    List<YearMonth> starts = new ArrayList<>();
    List<YearMonth> ends = new ArrayList<>();
    for (Row gate : gates) {
      List<Row> months = gate.getList(keys);
      starts.add(month(months.get(0)));
      ends.add(month(months.get(months.size() - 1)));
    }
    YearMonth start = starts.stream().min(YearMonth::compareTo).orElseThrow();
    YearMonth end = ends.stream().max(YearMonth::compareTo).orElseThrow();
    TimeSeries frame = TimeSeries.monthly(start);
    int size = frame.indexOf(end) + 1;
    return gates.stream().map(gate -> gateSeries(gate, frame, size)).toList();
  }

  private static GateSeries gateSeries(Row gate, TimeSeries frame, int size) {
    int keys = SeriesKey.COLUMNS.size();
    int adjusted = Parts.MONTHS.indexOf(Parts.ADJUSTED);
    double[] values = new double[size];
    Arrays.fill(values, Double.NaN);
    for (Row month : gate.<Row>getList(keys)) {
      BigDecimal value = month.getDecimal(adjusted);
      values[frame.indexOf(month(month))] = value == null ? Double.NaN : value.doubleValue();
    }
    Object[] key = new Object[keys];
    Arrays.setAll(key, gate::get);
    return new GateSeries(
        key,
        gate.getAs(Observation.SCOPE_ID.name()),
        gate.getAs(Observation.SECTION_ID.name()),
        frame.with(values));
  }

  private static YearMonth month(Row element) {
    return YearMonth.from(((Date) element.get(0)).toLocalDate());
  }

  private static Row row(
      GateSeries gate, Event event, String role, String leftOut, EventEffect effect) {
    Stream<Object> found =
        effect instanceof EventEffect.Estimated estimated
            ? Stream.of(
                null,
                null,
                Rounding.percent(estimated.effectPct() / 100),
                Rounding.percent(estimated.lowPct() / 100),
                Rounding.percent(estimated.highPct() / 100),
                Rounding.index(estimated.pValue()),
                Rounding.index(estimated.trendPValue()),
                Rounding.index(estimated.placeboPValue()),
                estimated.controls(),
                estimated.before(),
                estimated.after())
            : none((EventEffect.NotIdentified) effect);
    return RowFactory.create(
        Stream.of(
                Arrays.stream(gate.key()),
                Stream.of((Object) event.id(), role),
                found,
                Stream.of(leftOut))
            .flatMap(part -> part)
            .toArray());
  }

  private static Stream<Object> none(EventEffect.NotIdentified none) {
    return Stream.of(
        none.reason().name(), none.detail(), null, null, null, null, null, null, null, null, null);
  }
}
