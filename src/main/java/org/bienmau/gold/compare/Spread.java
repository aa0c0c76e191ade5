package org.bienmau.gold.compare;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.bienmau.index.Percent;
import org.bienmau.index.TheilIndex;
import org.bienmau.reference.Area;
import org.bienmau.reference.Registers;
import org.bienmau.reference.ScopeType;
import org.bienmau.reference.Section;
import org.bienmau.table.TableColumn;
import org.bienmau.table.TableRow;

/**
 * The rows of {@link Inequality} for the sections of one comparison.
 *
 * @param sections from west to east, with what they face and how long they are
 * @param borders ids of the areas that their sections make up completely
 */
record Spread(List<Section> sections, Set<String> borders) implements Serializable {
  private static final String BOTH = "both";
  private static final List<TableColumn> OF_BLOCK =
      List.of(
          Inequality.MEASURE_ID,
          Inequality.PERIOD_ID,
          Inequality.PERIOD_KIND,
          Inequality.PERIOD_START,
          Inequality.PERIOD_END,
          Inequality.DIRECTION,
          Inequality.GOODS_ID,
          Inequality.REGIME,
          Inequality.IS_SIMULATED,
          Inequality.UNIT);

  static Spread of(Registers registers) {
    return new Spread(
        registers.sections(),
        registers.areas().stream()
            .filter(area -> area.kind().equals("border"))
            .map(Area::id)
            .collect(Collectors.toSet()));
  }

  List<Row> rows(Block block) {
    Map<Section, BigDecimal> values = values(block.now());
    boolean something = values.values().stream().anyMatch(value -> value.signum() > 0);
    if (values.size() < 2 || !something) {
      return List.of();
    }
    TableRow row = TableRow.of(Inequality.TABLE);
    OF_BLOCK.forEach(column -> row.with(column, block.shared(column)));
    row.with(Inequality.IS_COMPLETE, values.size() == sections.size());
    List<Row> rows = new ArrayList<>();
    for (String weights : List.of("equal", "border_km")) {
      for (Map.Entry<String, String> grouping : groupings().entrySet()) {
        List<TheilIndex.Member> members =
            values.entrySet().stream()
                .map(
                    one ->
                        new TheilIndex.Member(
                            one.getKey().faces().equals(BOTH)
                                ? grouping.getValue()
                                : one.getKey().faces(),
                            one.getValue(),
                            weights.equals("equal") ? BigDecimal.ONE : one.getKey().borderKm()))
                .toList();
        rows.addAll(
            rows(
                row.copy()
                    .with(Inequality.WEIGHTS, weights)
                    .with(Inequality.GROUPING, grouping.getKey()),
                TheilIndex.of(members)));
      }
    }
    return rows;
  }

  /** A section without a value has none where the border was added up from records. */
  private Map<Section, BigDecimal> values(List<Known> cells) {
    boolean closed =
        cells.stream().anyMatch(cell -> borders.contains(cell.scopeId()) && cell.isComputed());
    Map<String, BigDecimal> known = new TreeMap<>();
    cells.stream()
        .filter(cell -> cell.scopeType().equals(ScopeType.SECTION.id()))
        .forEach(cell -> known.put(cell.scopeId(), cell.value()));
    Map<Section, BigDecimal> values = new LinkedHashMap<>();
    for (Section section : sections) {
      if (known.containsKey(section.id()) || closed) {
        values.put(section, known.getOrDefault(section.id(), BigDecimal.ZERO));
      }
    }
    return values;
  }

  /** Each grouping with the group that it puts sections in which face both regions. */
  private Map<String, String> groupings() {
    Map<String, String> groupings = new LinkedHashMap<>();
    groupings.put("apart", BOTH);
    sections.stream()
        .map(Section::faces)
        .filter(faces -> !faces.equals(BOTH))
        .distinct()
        .sorted()
        .forEach(faces -> groupings.put("both_with_" + faces, faces));
    return groupings;
  }

  private static List<Row> rows(TableRow row, TheilIndex index) {
    Map<String, TheilIndex.Group> groups = index.groups();
    TheilIndex.Group all =
        new TheilIndex.Group(
            groups.values().stream().mapToInt(TheilIndex.Group::members).sum(),
            sum(groups.values().stream().map(TheilIndex.Group::value)),
            sum(groups.values().stream().map(TheilIndex.Group::weight)),
            index.total(),
            index.between(),
            index.within());
    List<Row> rows = new ArrayList<>();
    rows.add(filled(row.copy().with(Inequality.GROUP_ID, Inequality.ALL), all, all));
    groups.forEach(
        (id, group) -> rows.add(filled(row.copy().with(Inequality.GROUP_ID, id), group, all)));
    return rows;
  }

  private static Row filled(TableRow row, TheilIndex.Group group, TheilIndex.Group all) {
    return row.with(Inequality.SECTIONS, group.members())
        .with(Inequality.VALUE, group.value())
        .with(Inequality.SHARE_PCT, Percent.of(group.value(), all.value()))
        .with(Inequality.WEIGHT_PCT, Percent.of(group.weight(), all.weight()))
        .with(Inequality.THEIL, group.theil())
        .with(Inequality.BETWEEN_GROUPS, group.between())
        .with(Inequality.WITHIN_GROUPS, group.within())
        .row();
  }

  private static BigDecimal sum(Stream<BigDecimal> numbers) {
    return numbers.reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
