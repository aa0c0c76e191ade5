package org.bienmau.serve;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.bienmau.gold.series.TetProfile;
import org.bienmau.reference.ScopeType;
import org.bienmau.silver.Figure;

/**
 * The Tết that the page lays over each other: of border sections, the last years, and of one way of
 * counting a section where there are several.
 *
 * @param originOf section to the way in which its trucks were counted
 * @param since first year of Tết; 0 when there is none
 */
record TetChoice(Map<String, String> originOf, int since) {
  static final int MOST_YEARS = 6;

  /** A board counts every truck; visits may be those of a few. */
  private static final String COUNTS = "counts";

  /** What is chosen for an edition's world. */
  static TetChoice of(Edition edition, TableReader tables) {
    List<Row> counted =
        tables
            .read(TetProfile.TABLE)
            .filter(Figure.IS_SIMULATED.col().equalTo(edition.simulated()))
            .filter(TetProfile.SCOPE_TYPE.col().equalTo(ScopeType.SECTION.id()))
            .select(TetProfile.SCOPE_ID.col(), TetProfile.ORIGIN.col(), TetProfile.TET_YEAR.col())
            .distinct()
            .collectAsList();
    int last = counted.stream().mapToInt(row -> row.getInt(2)).max().orElse(MOST_YEARS - 1);
    return new TetChoice(
        counted.stream()
            .collect(
                Collectors.toMap(
                    row -> row.getString(0),
                    row -> row.getString(1),
                    (a, b) -> COUNTS.equals(b) ? b : a,
                    TreeMap::new)),
        last - MOST_YEARS + 1);
  }

  /** The rows of the profile that the page carries. */
  Column isChosen() {
    return originOf.entrySet().stream()
        .map(
            one ->
                TetProfile.SCOPE_ID
                    .col()
                    .equalTo(one.getKey())
                    .and(TetProfile.ORIGIN.col().equalTo(one.getValue())))
        .reduce(Column::or)
        .orElse(functions.lit(false))
        .and(TetProfile.SCOPE_TYPE.col().equalTo(ScopeType.SECTION.id()))
        .and(TetProfile.TET_YEAR.col().geq(since));
  }
}
