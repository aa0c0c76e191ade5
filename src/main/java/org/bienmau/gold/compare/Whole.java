package org.bienmau.gold.compare;

import java.math.BigDecimal;
import java.util.List;
import org.bienmau.gold.Observation;
import org.bienmau.index.Percent;
import org.bienmau.table.TableColumn;
import org.bienmau.table.TableRow;

/**
 * A total and its known parts.
 *
 * @param before its value a year earlier; null when it is not known
 * @param notCompared why the two may not be compared, a base of zero left aside; null when they may
 */
record Whole(Known now, Known before, String notCompared, List<Part> parts) {

  /**
   * A part of a total.
   *
   * @param value null when it is not known
   * @param base the value a year earlier; null when it is not known
   * @param nowId the observation behind the value; null when there is none
   * @param beforeId the one behind the base; null when there is none or it is a sum of several
   * @param ofWhole whether it surely counts what its whole counts
   * @param notCompared why value and base may not be compared; null when they may
   */
  record Part(
      String id,
      BigDecimal value,
      BigDecimal base,
      String nowId,
      String beforeId,
      boolean ofWhole,
      String notCompared) {}

  private static final List<TableColumn> OF_BLOCK =
      List.of(
          Observation.MEASURE_ID,
          Observation.REGIME,
          Observation.IS_SIMULATED,
          Observation.UNIT,
          Observation.PERIOD_ID,
          Observation.PERIOD_KIND,
          Observation.PERIOD_START,
          Observation.PERIOD_END);

  /** Says in a row which cell it is about and what its value is. */
  TableRow describe(TableRow row, Block block) {
    OF_BLOCK.forEach(column -> row.with(column, block.shared(column)));
    return row.with(Observation.OBSERVATION_ID, now.observationId())
        .with(Observation.SCOPE_TYPE, now.scopeType())
        .with(Observation.SCOPE_ID, now.scopeId())
        .with(Observation.SECTION_ID, now.sectionId())
        .with(Observation.DIRECTION, now.direction())
        .with(Observation.GOODS_ID, now.goodsId())
        .with(GrowthContribution.WHOLE_VALUE, now.value());
  }

  /** Its growth in per cent; null without a comparable base above zero. */
  BigDecimal growth() {
    return notCompared == null ? Percent.change(now.value(), before.value()) : null;
  }

  /** Why there is no growth; null when there is. */
  String whyNoGrowth() {
    if (notCompared != null || growth() != null) {
      return notCompared;
    }
    return before.value().signum() == 0 ? "base_zero" : "base_negligible";
  }
}
