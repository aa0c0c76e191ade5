package org.bienmau.gold.compare;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Row;

/**
 * What is known of one cell inside a {@link Block}.
 *
 * @param publisher who printed it, or whose records it was added up from; null when several did
 */
record Known(
    String observationId,
    String measureId,
    String regime,
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
  static final String COMPUTED = "computed";

  /** The cells of a row of {@link Blocks}, those of the period or those of the year before. */
  static List<Known> of(Row block, boolean before) {
    List<String> shared = Arrays.asList(block.schema().fieldNames());
    int[] places = new int[Blocks.CELL.size()];
    int own = 0;
    for (int i = 0; i < places.length; i++) {
      places[i] = shared.contains(Blocks.CELL.get(i).name()) ? -1 : own++;
    }
    List<Known> cells = new ArrayList<>();
    for (Row cell : block.<Row>getList(block.fieldIndex(Blocks.CELLS))) {
      if (cell.getBoolean(own) == before) {
        cells.add(new Reading(block, cell, places).known());
      }
    }
    cells.sort(Comparator.comparing(Known::observationId));
    return cells;
  }

  /**
   * Reads a cell by place, because a name would be looked up millions of times.
   *
   * @param places where each column of {@link Blocks#CELL} stands in the cell; -1 for one that all
   *     cells of the block share
   */
  private record Reading(Row block, Row cell, int[] places) {
    Known known() {
      return new Known(
          get(0), get(1), get(2), get(3), get(4), get(5), get(6), get(7), get(8), get(9), get(10));
    }

    @SuppressWarnings("unchecked")
    private <T> T get(int column) {
      return places[column] < 0
          ? block.getAs(Blocks.CELL.get(column).name())
          : (T) cell.get(places[column]);
    }
  }

  boolean isComputed() {
    return origin.equals(COMPUTED);
  }

  /**
   * Whether one source stands behind both: who printed them, or whose records they were added up
   * from.
   */
  boolean hasSourceOf(Known other) {
    return publisher != null && publisher.equals(other.publisher());
  }
}
