package org.bienmau.gold.compare;

import java.math.BigDecimal;
import java.util.Objects;
import org.apache.spark.sql.Row;
import org.bienmau.gold.Observation;

/**
 * What is known of one cell inside a {@link Block}.
 *
 * @param publisher who printed it; null when several did
 */
record Known(
    String observationId,
    String scopeType,
    String scopeId,
    String sectionId,
    String direction,
    String goodsId,
    BigDecimal value,
    String origin,
    String publisher) {

  /**
   * The origin of a value that was added up from records. What such a whole holds none of is zero,
   * because whole and parts are added up from the same rows; what a printed whole does not name is
   * not known.
   */
  private static final String COMPUTED = "computed";

  static Known of(Row cell) {
    return new Known(
        cell.getAs(Observation.OBSERVATION_ID.name()),
        cell.getAs(Observation.SCOPE_TYPE.name()),
        cell.getAs(Observation.SCOPE_ID.name()),
        cell.getAs(Observation.SECTION_ID.name()),
        cell.getAs(Observation.DIRECTION.name()),
        cell.getAs(Observation.GOODS_ID.name()),
        cell.getAs(Observation.VALUE.name()),
        cell.getAs(Observation.ORIGIN.name()),
        cell.getAs(Observation.PUBLISHER.name()));
  }

  boolean isComputed() {
    return origin.equals(COMPUTED);
  }

  /** Whether one source counted both: one publisher, or the records of the same sources. */
  boolean hasSourceOf(Known other) {
    return hasPublisherOf(other)
        || isComputed() && other.isComputed() && Objects.equals(publisher, other.publisher());
  }

  /** Whether one publisher stands behind both. */
  boolean hasPublisherOf(Known other) {
    return publisher != null && publisher.equals(other.publisher());
  }
}
