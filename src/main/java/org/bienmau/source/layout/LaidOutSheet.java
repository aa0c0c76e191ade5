package org.bienmau.source.layout;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bienmau.source.Contract;
import org.bienmau.source.Reason;
import org.bienmau.source.ReasonCode;
import org.bienmau.source.RowFaults;

/** The rows of one sheet as rows of the contract. */
final class LaidOutSheet {
  private static final Set<String> NUMBERS = Set.of("number", "integer");

  private final Layout layout;
  private final Contract contract;
  private final RowCursor rows;
  private final FieldReading fields;
  private final Map<String, String> parts;
  private final Map<String, String> defaults;
  private final Map<List<String>, Binding> bindings = new HashMap<>();
  private final Map<Integer, Cell> above = new HashMap<>();
  private final Map<String, String> setAbove = new LinkedHashMap<>();
  private final Map<String, String> partsAbove = new LinkedHashMap<>();
  private final Binding binding;
  private final int width;

  /**
   * @param headings null where rows name their cells themselves
   * @param binding of the headings; null without them
   * @param parts what the names of file and sheet and the titles remember
   * @param defaults values of columns that the layout leaves open
   */
  LaidOutSheet(
      Layout layout,
      Contract contract,
      RowCursor rows,
      Headings headings,
      Binding binding,
      Map<String, String> parts,
      Map<String, String> defaults) {
    this.layout = layout;
    this.contract = contract;
    this.rows = rows;
    this.binding = binding;
    this.width = headings == null ? 0 : headings.names().size();
    this.parts = parts;
    this.defaults = defaults;
    this.fields = new FieldReading(layout.reading(), contract);
  }

  /** What the columns are used for, as far as rows have shown which there are. */
  Set<ColumnUse> uses() {
    Collection<Binding> all = binding == null ? bindings.values() : List.of(binding);
    Set<ColumnUse> uses = new LinkedHashSet<>();
    for (Binding one : all) {
      one.uses()
          .forEach(
              use ->
                  uses.add(
                      new ColumnUse(rows.sheet().name(), use.column(), use.heading(), use.as())));
    }
    return uses;
  }

  /** A row of the contract, not yet numbered; cells are null where the whole row is refused. */
  record Made(Map<String, String> cells, String raw, String origin, List<Reason> faults) {}

  /** What the next row of the sheet becomes, which may be nothing; null at the end. */
  List<Made> next(Tally tally) throws IOException {
    SheetRow row = rows.next();
    if (row == null) {
      return null;
    }
    tally.read++;
    if (!row.faults().isEmpty()) {
      return List.of(refused(row, row.faults()));
    }
    Binding bound = binding == null ? keyed(row) : binding;
    if (binding == null && !bound.problems().isEmpty()) {
      return List.of(refused(row, unknownKeys(row, bound)));
    }
    Map<String, String> set = new LinkedHashMap<>(setAbove);
    Map<String, String> told = new LinkedHashMap<>(partsAbove);
    for (Binding.Watch watch : bound.conditions()) {
      Optional<Map<String, String>> read = read(watch, row);
      if (read.isEmpty()) {
        continue;
      }
      switch (watch.condition().effect()) {
        case LEAVE_OUT -> {
          tally.leftOut++;
          return List.of();
        }
        case STOP -> {
          tally.leftOut++;
          return null;
        }
        case SET -> put(watch, read.get(), set);
        case SET_BELOW -> {
          put(watch, read.get(), setAbove);
          put(watch, read.get(), set);
        }
        case REMEMBER -> told.putAll(read.get());
        case REMEMBER_BELOW -> {
          partsAbove.putAll(read.get());
          told.putAll(read.get());
        }
      }
    }
    boolean isMiscounted =
        binding != null && !rows.sheet().isNumbered() && row.cells().size() != width;
    return isMiscounted
        ? List.of(
            refused(row, List.of(RowFaults.cellCount(row.number(), row.cells().size(), width))))
        : made(row, bound, set, told, tally);
  }

  private Binding keyed(SheetRow row) {
    return bindings.computeIfAbsent(row.keys(), keys -> Binding.of(layout, keys, true));
  }

  private static List<Reason> unknownKeys(SheetRow row, Binding bound) {
    return bound.problems().stream()
        .map(
            problem ->
                new Reason(
                    ReasonCode.UNKNOWN_KEY, "", "", "Line %d %s.".formatted(row.number(), problem)))
        .toList();
  }

  private Made refused(SheetRow row, List<Reason> faults) {
    return new Made(Map.of(), row.raw(), rows.sheet().place(row, -1), faults);
  }

  /** What the cell that a condition looks at tells; empty when the condition does not hold. */
  private static Optional<Map<String, String>> read(Binding.Watch watch, SheetRow row) {
    List<Cell> looked =
        watch.column() == Binding.NONE ? row.cells() : List.of(row.cell(watch.column()));
    return looked.stream()
        .filter(cell -> !cell.isEmpty())
        .flatMap(cell -> watch.condition().reads().stream().map(way -> way.match(cell.text())))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private void put(Binding.Watch watch, Map<String, String> read, Map<String, String> set) {
    Map<String, String> named = new LinkedHashMap<>(parts);
    named.putAll(read);
    watch
        .condition()
        .set()
        .forEach((column, text) -> text.with(named).ifPresent(value -> set.put(column, value)));
  }

  private List<Made> made(
      SheetRow row, Binding bound, Map<String, String> set, Map<String, String> told, Tally tally) {
    Map<Integer, Cell> cells = new HashMap<>();
    Stream.concat(
            bound.remembered().stream(),
            bound.plans().stream().flatMap(plan -> plan.sources().stream()))
        .filter(source -> source.column() != Binding.NONE)
        .forEach(source -> cells.computeIfAbsent(source.column(), any -> cell(row, source)));
    Map<String, Cell> known = new LinkedHashMap<>();
    told.forEach((name, text) -> known.put(name, Cell.text(text)));
    for (Binding.Source source : bound.remembered()) {
      Cell cell = cells.getOrDefault(source.column(), Cell.EMPTY);
      known.put(source.field().column(), FieldReading.worded(source.field(), cell));
    }
    List<Made> made = new ArrayList<>();
    for (Binding.Plan plan : bound.plans()) {
      if (plan.own().stream().anyMatch(column -> !cells.get(column).isEmpty())) {
        made.add(one(row, plan, cells, known, set));
      } else {
        tally.empty++;
      }
    }
    if (!made.isEmpty() && binding != null) {
      tally.countNameless(rows.sheet(), row, width, binding.nameless());
    }
    return made;
  }

  /** The cell of a field, tidied, filled from where its field says. */
  private Cell cell(SheetRow row, Binding.Source source) {
    int column = source.column();
    Cell cell = layout.reading().tidied(row.cell(column));
    MergedCells merged = rows.sheet().merged();
    switch (source.field().fill()) {
      case MERGED -> {
        return cell.isEmpty()
            ? merged.valueAt(column).map(layout.reading()::tidied).orElse(cell)
            : cell;
      }
      case DOWN -> {
        if (!cell.isEmpty()) {
          above.put(column, cell);
        }
        return above.getOrDefault(column, cell);
      }
      default -> {
        return isShared(source, merged, cell)
            ? Cell.faulty(
                cell.text(),
                ReasonCode.MERGED_CELL,
                "is merged over several rows or columns; nobody can tell which of them its figure is of, unless the layout says fill: merged")
            : cell;
      }
    }
  }

  private boolean isShared(Binding.Source source, MergedCells merged, Cell cell) {
    if (cell.isEmpty() || cell.fault() != null || source.field().kind() != null) {
      return false;
    }
    String name = source.field().column();
    boolean isNumber =
        contract.columnNames().contains(name)
            && NUMBERS.contains(contract.column(name).logicalType());
    Optional<MergedCells.Range> range = merged.at(source.column());
    boolean isShared =
        range
            .filter(one -> !one.isOneRow() || one.lastColumn() > source.column() && isRead(one))
            .isPresent();
    return isNumber && isShared;
  }

  /** Whether more than one column of a range is read. */
  private boolean isRead(MergedCells.Range range) {
    return binding.plans().stream()
            .flatMap(plan -> plan.sources().stream())
            .mapToInt(Binding.Source::column)
            .filter(range::holds)
            .distinct()
            .count()
        > 1;
  }

  private Made one(
      SheetRow row,
      Binding.Plan plan,
      Map<Integer, Cell> cells,
      Map<String, Cell> told,
      Map<String, String> set) {
    Map<String, Cell> named = new LinkedHashMap<>();
    parts.forEach((name, text) -> named.put(name, Cell.text(text)));
    named.putAll(told);
    plan.parts().forEach((name, text) -> named.put(name, Cell.text(text)));
    Map<String, String> texts = new LinkedHashMap<>();
    contract.columnNames().forEach(name -> texts.put(name, defaults.getOrDefault(name, "")));
    List<Reason> faults = new ArrayList<>();
    FieldReading.Target target = new FieldReading.Target(texts, faults);
    for (Binding.Source source : plan.sources()) {
      Field field = source.field();
      if (set.keySet().containsAll(field.columns())) {
        continue;
      }
      if (!field.isFromCells()) {
        fields.read(field, field.text().of(named), capital(place(row, plan, cells)), target);
      } else if (source.column() != Binding.NONE) {
        String place = rows.sheet().place(row, source.column());
        fields.read(field, cells.get(source.column()), capital(place), target);
      }
    }
    texts.putAll(set);
    return new Made(texts, row.raw(), place(row, plan, cells), faults);
  }

  /** Where the figure of a row stands: its own first filled cell. */
  private String place(SheetRow row, Binding.Plan plan, Map<Integer, Cell> cells) {
    boolean isWhole = plan.parts().isEmpty() && layout.rows().size() < 2;
    int column =
        plan.own().stream()
            .filter(one -> !cells.get(one).isEmpty())
            .mapToInt(Integer::intValue)
            .min()
            .orElse(-1);
    return rows.sheet().place(row, isWhole && !rows.sheet().isNumbered() ? -1 : column);
  }

  private static String capital(String place) {
    return place.startsWith("line") ? "L" + place.substring(1) : "Cell " + place;
  }
}
