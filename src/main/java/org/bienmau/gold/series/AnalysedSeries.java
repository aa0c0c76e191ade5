package org.bienmau.gold.series;

import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.bienmau.gold.Observation;
import org.bienmau.reference.Direction;
import org.bienmau.reference.Goods;
import org.bienmau.reference.PeriodKind;
import org.bienmau.reference.Registers;
import org.bienmau.reference.ScopeType;

/**
 * Which months of the cube make up the series that are analysed: turnover and trucks of every place
 * and, of sections and areas, the turnover of each group of goods by direction.
 *
 * <p>A series costs a third of a second; the cube of a long history holds ten thousands of them,
 * most of single goods that hardly anybody will ever ask about.
 */
final class AnalysedSeries {
  private AnalysedSeries() {}

  static final String TURNOVER = "trade_value";
  private static final Set<String> MEASURES = Set.of(TURNOVER, "vehicles_cleared");

  /** True for turnover or trucks of all goods together. */
  static Column ofAllGoods(Registers registers) {
    return Observation.MEASURE_ID
        .col()
        .isin(MEASURES.toArray())
        .and(Observation.GOODS_ID.col().isin(roots(registers).toArray()));
  }

  static Column isTurnover() {
    return Observation.MEASURE_ID.col().equalTo(TURNOVER);
  }

  /** True for one value of a month; a range of values is none. */
  static Column isMonth() {
    return Observation.PERIOD_KIND
        .col()
        .equalTo(PeriodKind.MONTH.id())
        .and(Observation.VALUE_HIGH.col().isNull());
  }

  private static List<String> roots(Registers registers) {
    return registers.goods().stream()
        .filter(goods -> goods.parentId() == null)
        .map(Goods::id)
        .toList();
  }

  /** True for observations of a series that is analysed. */
  static Column isPart(Registers registers) {
    List<String> roots = roots(registers);
    Object[] groups =
        registers.goods().stream()
            .filter(goods -> roots.contains(goods.parentId()) && !goods.overlaps())
            .map(Goods::id)
            .toArray();
    Column ofAGroup =
        isTurnover()
            .and(Observation.GOODS_ID.col().isin(groups))
            .and(Observation.SCOPE_TYPE.col().notEqual(ScopeType.GATE.id()))
            .and(Observation.DIRECTION.col().notEqual(Direction.TOTAL.id()));
    return isMonth().and(ofAllGoods(registers).or(ofAGroup));
  }
}
