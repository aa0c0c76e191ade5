package org.bienmau.gold.compare;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.bienmau.gold.compare.Geography.Place;
import org.bienmau.index.Percent;
import org.bienmau.reference.ScopeType;
import org.bienmau.table.TableColumn;
import org.bienmau.table.TableRow;

/** The rows of {@link GeographyComparison} for one measure, direction, regime and period. */
final class Territories {
  private static final List<TableColumn> OF_BLOCK =
      List.of(
          GeographyComparison.MEASURE_ID,
          GeographyComparison.PERIOD_ID,
          GeographyComparison.PERIOD_KIND,
          GeographyComparison.PERIOD_START,
          GeographyComparison.PERIOD_END,
          GeographyComparison.DIRECTION,
          GeographyComparison.REGIME,
          GeographyComparison.IS_SIMULATED,
          GeographyComparison.UNIT);

  private final Block block;
  private final Map<String, Known> now;
  private final Map<String, Known> before;
  private final boolean nowComplete;
  private final boolean beforeComplete;

  private Territories(Block block, Set<String> borders) {
    this.block = block;
    this.now = sections(block.now());
    this.before = sections(block.before());
    this.nowComplete = isComplete(block.now(), borders);
    this.beforeComplete = isComplete(block.before(), borders);
  }

  static List<Row> rows(Block block, Geography geography, Set<String> borders) {
    Territories found = new Territories(block, borders);
    if (found.now.isEmpty()) {
      return List.of();
    }
    List<Place> places = geography.places(block.start(), block.end());
    List<Place> placesBefore =
        geography.places(block.start().minusYears(1), block.end().minusYears(1));
    Map<Place, BigDecimal> values = new HashMap<>();
    places.forEach(place -> values.put(place, found.value(place)));
    List<Row> rows = new ArrayList<>();
    for (Place place : places) {
      rows.add(found.row(place, values, before(place, placesBefore)));
    }
    return rows;
  }

  private static Map<String, Known> sections(List<Known> cells) {
    Map<String, Known> sections = new HashMap<>();
    cells.stream()
        .filter(cell -> cell.scopeType().equals(ScopeType.SECTION.id()))
        .forEach(cell -> sections.put(cell.scopeId(), cell));
    return sections;
  }

  /** Whether a section without a value had none: the border was added up from records. */
  private static boolean isComplete(List<Known> cells, Set<String> borders) {
    return cells.stream().anyMatch(cell -> borders.contains(cell.scopeId()) && cell.isComputed());
  }

  /** The place of the same name and geography a year earlier; null when there was none. */
  private static Place before(Place place, List<Place> placesBefore) {
    return placesBefore.stream()
        .filter(other -> other.geography().equals(place.geography()))
        .filter(other -> other.id().equals(place.id()))
        .findFirst()
        .orElse(null);
  }

  private BigDecimal value(Place place) {
    return place.throughout() ? sum(place, now, nowComplete) : null;
  }

  private static BigDecimal sum(Place place, Map<String, Known> cells, boolean complete) {
    BigDecimal sum = BigDecimal.ZERO;
    for (String section : place.sections()) {
      Known cell = cells.get(section);
      if (cell == null && !complete) {
        return null;
      }
      sum = cell == null ? sum : sum.add(cell.value());
    }
    return sum;
  }

  private Row row(Place place, Map<Place, BigDecimal> values, Place placeBefore) {
    BigDecimal value = values.get(place);
    TableRow row = TableRow.of(GeographyComparison.TABLE);
    OF_BLOCK.forEach(column -> row.with(column, block.shared(column)));
    row.with(GeographyComparison.GEOGRAPHY, place.geography())
        .with(GeographyComparison.PLACE_ID, place.id())
        .with(GeographyComparison.SECTION_IDS, String.join(" ", place.sections()))
        .with(GeographyComparison.VALUE, value);
    if (value == null) {
      return row.with(
              GeographyComparison.MISSING_REASON,
              place.throughout() ? "section_missing" : "territory_changed")
          .with(GeographyComparison.GROWTH_REASON, "value_missing")
          .row();
    }
    BigDecimal known =
        now.values().stream().map(Known::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    if (now.size() > 1 || nowComplete) {
      row.with(GeographyComparison.SHARE_PCT, Percent.of(value, known))
          .with(GeographyComparison.RANK, rank(place, values));
    }
    String reason = whyNotCompared(place, placeBefore);
    BigDecimal base = reason == null ? sum(placeBefore, before, beforeComplete) : null;
    BigDecimal growth = Percent.change(value, base);
    if (reason == null && growth == null) {
      reason = base == null ? "base_missing" : base.signum() == 0 ? "base_zero" : "base_negligible";
    }
    return row.with(GeographyComparison.VALUE_YEAR_AGO, base)
        .with(GeographyComparison.GROWTH_PCT, growth)
        .with(GeographyComparison.GROWTH_REASON, reason)
        .row();
  }

  private static int rank(Place place, Map<Place, BigDecimal> values) {
    long larger =
        values.entrySet().stream()
            .filter(other -> other.getKey().geography().equals(place.geography()))
            .map(Map.Entry::getValue)
            .filter(Objects::nonNull)
            .filter(value -> value.compareTo(values.get(place)) > 0)
            .count();
    return Math.toIntExact(1 + larger);
  }

  private String whyNotCompared(Place place, Place placeBefore) {
    boolean same =
        placeBefore != null
            && placeBefore.throughout()
            && placeBefore.sections().equals(place.sections());
    if (!same) {
      return "territory_changed";
    }
    for (String section : place.sections()) {
      Known cell = now.get(section);
      String reason = cell == null ? null : block.whyNotCompared(cell, before.get(section));
      if (reason != null && !(reason.equals("base_missing") && beforeComplete)) {
        return reason;
      }
    }
    return null;
  }
}
