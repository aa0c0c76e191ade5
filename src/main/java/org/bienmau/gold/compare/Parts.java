package org.bienmau.gold.compare;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bienmau.gold.compare.Perimeter.Days;
import org.bienmau.reference.Area;
import org.bienmau.reference.Direction;
import org.bienmau.reference.Registers;
import org.bienmau.reference.ScopeType;

/**
 * Finds the totals in a block and takes them apart.
 *
 * <p>A part lies directly under its whole among what is known: where a source prints shrimp and all
 * goods but nothing between, shrimp is a part of all goods. So no two parts of a whole hold the
 * same trade. A part without a value is unknown, not zero, unless its whole was added up from
 * records.
 *
 * @param borders ids of the areas that their sections make up completely
 */
record Parts(GoodsTree goods, Perimeter gates, Set<String> borders) implements Serializable {

  /** The place that all others in the block lie in. */
  private static final String PLACE = "";

  static Parts of(Registers registers) {
    return new Parts(
        GoodsTree.of(registers.goods()),
        Perimeter.of(registers.gateStatuses()),
        registers.areas().stream()
            .filter(area -> area.kind().equals("border"))
            .map(Area::id)
            .collect(Collectors.toSet()));
  }

  /** Export and import of the total; the block holds the directions of one cell. */
  List<Whole> byDirection(Block block) {
    String total = Direction.TOTAL.id();
    Nesting nesting =
        Nesting.still(Known::direction, (id, known) -> id.equals(total) ? null : total);
    return nesting.wholes(block);
  }

  /** The goods of each group; the block holds the goods of one cell. */
  List<Whole> byGoods(Block block) {
    return Nesting.still(Known::goodsId, goods::above).wholes(block);
  }

  /** The sections of each border; the block holds sections and areas. */
  List<Whole> bySection(Block block) {
    return borders.stream()
        .sorted()
        .flatMap(border -> Nesting.still(sectionsOf(border), Parts::inPlace).wholes(block).stream())
        .toList();
  }

  /**
   * The gates of the section and the lanes of gates; the block holds a section and its gates. A
   * lane is a part of its gate or, where that is not known, of the section. A gate that changed its
   * unit within the period is a part of nothing: no unit holds all of it.
   */
  List<Whole> byGate(Block block) {
    Days now = new Days(block.start(), block.end());
    Days before = new Days(block.start().minusYears(1), block.end().minusYears(1));
    Nesting nesting =
        new Nesting(
            cell -> cell.scopeType().equals(ScopeType.SECTION.id()) ? PLACE : cell.scopeId(),
            (gate, known) -> unitOf(gate, now, known),
            (gate, known) -> unitOf(gate, before, known),
            gates.moves(now, before));
    return nesting.wholes(block);
  }

  private static Function<Known, String> sectionsOf(String border) {
    return cell -> {
      if (cell.scopeType().equals(ScopeType.SECTION.id())) {
        return cell.scopeId();
      }
      return cell.scopeId().equals(border) ? PLACE : null;
    };
  }

  private static String inPlace(String id, Set<String> known) {
    return id.equals(PLACE) || !known.contains(PLACE) ? null : PLACE;
  }

  private String unitOf(String gate, Days days, Set<String> known) {
    Optional<String> unit = gates.unit(gate, days);
    if (gate.equals(PLACE) || unit.isEmpty()) {
      return null;
    }
    boolean isLane = !unit.get().equals(gate) && known.contains(unit.get());
    return isLane ? unit.get() : inPlace(gate, known);
  }
}
