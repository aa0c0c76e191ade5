package org.bienmau.gold;

import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.bienmau.table.TableColumn.required;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.bienmau.table.TableColumn;

/** The dated states of one thing, numbered from the earliest. */
final class States {
  private States() {}

  /** A key of its own, because the first state of a thing often has no first day. */
  static final TableColumn STATE_NO =
      required("state_no", IntegerType, "", "1 for its first state on record, 2 for the next.");

  /**
   * The number of a state among all of the same thing.
   *
   * @param id which thing a state is of
   * @param from first day of a state; null for one that held before anything recorded
   */
  static <T> int number(T state, List<T> all, Function<T, String> id, Function<T, LocalDate> from) {
    LocalDate start = from.apply(state);
    long earlier =
        all.stream()
            .filter(other -> id.apply(other).equals(id.apply(state)))
            .map(from)
            .filter(first -> start != null && (first == null || first.isBefore(start)))
            .count();
    return Math.toIntExact(1 + earlier);
  }
}
