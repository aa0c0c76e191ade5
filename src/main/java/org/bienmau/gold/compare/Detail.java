package org.bienmau.gold.compare;

import static org.apache.spark.sql.functions.not;

import org.apache.spark.sql.Column;
import org.bienmau.gold.Observation;
import org.bienmau.reference.PeriodKind;
import org.bienmau.reference.Registers;
import org.bienmau.reference.ScopeType;

/**
 * How far into detail what was added up from records is compared.
 *
 * <p>Records give every goods of every section a value in every month: most cells of the cube, and
 * each of a few lines. Comparing them with one another would make tables of millions of rows that
 * say little; the growth of each of them stands in the trend. What was only printed is always
 * compared.
 *
 * @param allGoods the goods that hold all others
 */
record Detail(String allGoods) {

  static Detail of(Registers registers) {
    return new Detail(GoodsTree.of(registers.goods()).root());
  }

  /** Whether a cell is one goods of a section or a gate in a single month. */
  Column ofMonth() {
    return isOneGoods()
        .and(Observation.SCOPE_TYPE.col().notEqual(ScopeType.AREA.id()))
        .and(Observation.PERIOD_KIND.col().equalTo(PeriodKind.MONTH.id()));
  }

  /** Whether a cell is one goods in less than a year. */
  Column ofLessThanYear() {
    return isOneGoods().and(Observation.PERIOD_KIND.col().notEqual(PeriodKind.YEAR.id()));
  }

  /** Whether a cell is one goods: exports against imports of them are a matter of the balance. */
  Column isOneGoods() {
    return Observation.ORIGIN
        .col()
        .equalTo(Known.COMPUTED)
        .and(not(Observation.GOODS_ID.col().equalTo(allGoods)));
  }
}
