package org.bienmau.gold.compare;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.bienmau.index.ShiftShare;
import org.bienmau.index.ShiftShare.Pair;
import org.bienmau.table.TableColumn;
import org.bienmau.table.TableRow;

/** The rows of {@link Shifts} for one measure, direction, regime and period. */
final class ShiftRows {
  private static final List<TableColumn> OF_BLOCK =
      List.of(
          Shifts.MEASURE_ID,
          Shifts.PERIOD_ID,
          Shifts.PERIOD_KIND,
          Shifts.PERIOD_START,
          Shifts.PERIOD_END,
          Shifts.DIRECTION,
          Shifts.REGIME,
          Shifts.IS_SIMULATED,
          Shifts.UNIT);

  private final Block block;
  private final Region now;
  private final Region before;
  private final Set<String> goods;

  private ShiftRows(Block block, Parts parts) {
    this.block = block;
    this.now = Region.of(block.now(), parts.goods(), parts.borders());
    this.before = Region.of(block.before(), parts.goods(), parts.borders());
    this.goods = new TreeSet<>(now.pieces(parts.goods()));
    this.goods.addAll(before.pieces(parts.goods()));
  }

  static List<Row> of(Block block, Parts parts) {
    ShiftRows rows = new ShiftRows(block, parts);
    if (rows.now.whole() == null) {
      return List.of();
    }
    Set<String> sections = new TreeSet<>(rows.now.sections().keySet());
    sections.addAll(rows.before.sections().keySet());
    return sections.stream().flatMap(section -> rows.of(section).stream()).toList();
  }

  private List<Row> of(String section) {
    BigDecimal value = all(now, section);
    BigDecimal base = all(before, section);
    TableRow row = TableRow.of(Shifts.TABLE);
    OF_BLOCK.forEach(column -> row.with(column, block.shared(column)));
    row.with(Shifts.SECTION_ID, section);
    String reason = whyNotCompared(section, value, base);
    Map<String, Pair> place = null;
    Map<String, Pair> region = null;
    if (reason == null) {
      place = pairs(now.cells(section), before.cells(section), new Pair(value, base), section);
      region = pairs(now.border(), before.border(), whole(), null);
      reason = place == null || region == null ? "parts_missing" : null;
    }
    TableRow total =
        row.copy()
            .with(Shifts.GOODS_ID, now.root())
            .with(Shifts.IS_TOTAL, true)
            .with(Shifts.VALUE, value)
            .with(Shifts.VALUE_YEAR_AGO, base);
    return reason == null
        ? effects(row.with(Shifts.IS_TOTAL, false), total, place, region)
        : List.of(total.with(Shifts.REASON, reason).row());
  }

  private List<Row> effects(
      TableRow row, TableRow total, Map<String, Pair> place, Map<String, Pair> region) {
    List<Row> rows = new ArrayList<>();
    List<ShiftShare> all = new ArrayList<>();
    for (Map.Entry<String, Pair> one : place.entrySet()) {
      ShiftShare effects = ShiftShare.of(one.getValue(), region.get(one.getKey()), whole());
      all.add(effects);
      if (isNothing(one)) {
        continue;
      }
      TableRow ofGoods =
          row.copy()
              .with(Shifts.GOODS_ID, one.getKey())
              .with(Shifts.VALUE, one.getValue().now())
              .with(Shifts.VALUE_YEAR_AGO, one.getValue().before());
      rows.add(with(ofGoods, effects).row());
    }
    rows.add(with(total, sum(all)).row());
    return rows;
  }

  /** A residual of nothing is no row. */
  private static boolean isNothing(Map.Entry<String, Pair> goods) {
    return goods.getKey().equals(GrowthContribution.RESIDUAL)
        && goods.getValue().now().signum() == 0
        && goods.getValue().before().signum() == 0;
  }

  private static TableRow with(TableRow row, ShiftShare effects) {
    BigDecimal change = effects.regional().add(effects.mix()).add(effects.competitive());
    return row.with(Shifts.CHANGE, change)
        .with(Shifts.REGIONAL_EFFECT, effects.regional())
        .with(Shifts.MIX_EFFECT, effects.mix())
        .with(Shifts.COMPETITIVE_EFFECT, effects.competitive());
  }

  private static ShiftShare sum(List<ShiftShare> effects) {
    ShiftShare sum = new ShiftShare(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
    for (ShiftShare one : effects) {
      sum =
          new ShiftShare(
              sum.regional().add(one.regional()),
              sum.mix().add(one.mix()),
              sum.competitive().add(one.competitive()));
    }
    return sum;
  }

  private Pair whole() {
    return new Pair(now.whole().value(), before.whole().value());
  }

  /** All goods of a section; zero where the border was added up from records without it. */
  private static BigDecimal all(Region region, String section) {
    if (region.whole(section) != null) {
      return region.whole(section).value();
    }
    return region.whole() != null && region.whole().isComputed() ? BigDecimal.ZERO : null;
  }

  private String whyNotCompared(String section, BigDecimal value, BigDecimal base) {
    String ofBorder = block.whyNotCompared(now.whole(), before.whole());
    if (ofBorder != null) {
      return ofBorder;
    }
    if (before.whole().value().signum() <= 0) {
      return "base_zero";
    }
    if (value == null) {
      return "value_missing";
    }
    if (base == null) {
      return "base_missing";
    }
    Known cell = now.whole(section);
    Known cellBefore = before.whole(section);
    return cell == null || cellBefore == null ? null : block.whyNotCompared(cell, cellBefore);
  }

  /** The goods of a place in both years, with what they leave of it; null when one is missing. */
  private Map<String, Pair> pairs(
      Map<String, Known> cells, Map<String, Known> cellsBefore, Pair all, String section) {
    Map<String, Pair> pairs = new TreeMap<>();
    BigDecimal rest = all.now();
    BigDecimal restBefore = all.before();
    for (String id : goods) {
      BigDecimal value = isZero(now, section) ? BigDecimal.ZERO : now.value(cells, id);
      BigDecimal base = isZero(before, section) ? BigDecimal.ZERO : before.value(cellsBefore, id);
      if (value == null || base == null) {
        return null;
      }
      pairs.put(id, new Pair(value, base));
      rest = rest.subtract(value);
      restBefore = restBefore.subtract(base);
    }
    boolean below = rest.signum() < 0 || restBefore.signum() < 0;
    pairs.put(GrowthContribution.RESIDUAL, new Pair(rest, restBefore));
    return below ? null : pairs;
  }

  /** Whether a section is known to have had nothing, because the border was added up without it. */
  private static boolean isZero(Region region, String section) {
    return section != null && region.whole(section) == null;
  }
}
