package org.bienmau.gold;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.bienmau.reference.Regime;
import org.bienmau.table.TableColumn;
import org.bienmau.table.Types;

/**
 * What is known of each section at best, whatever its regime: the section's own figure, or that of
 * its largest gate. These levels stand side by side for reading; nothing is added or ranked.
 */
final class BestKnown {
  private BestKnown() {}

  private static final List<TableColumn> PICTURE =
      Stream.concat(
              Stream.of(
                  Observation.MEASURE_ID,
                  Observation.DIRECTION,
                  Observation.GOODS_ID,
                  Observation.IS_SIMULATED,
                  Observation.UNIT),
              Cell.PERIOD.stream())
          .toList();

  /** Regimes from the one that says most about a section's own trade to the one that says least. */
  private static final List<Regime> PREFERENCE =
      List.of(
          Regime.NOT_APPLICABLE,
          Regime.CUSTOMS_DECLARED,
          Regime.VIA_TERRITORY,
          Regime.UNKNOWN,
          Regime.BORDER_RESIDENT,
          Regime.TRANSIT_REEXPORT,
          Regime.CHINA_CUSTOMS);

  static Dataset<Row> stand(Dataset<Row> observations, Dataset<Row> sections) {
    Dataset<Row> best =
        bestOfEach(
            observations.join(printedPictures(observations), Cell.names(PICTURE), "left_semi"));
    Dataset<Row> pictures =
        best.groupBy(Cell.columns(PICTURE))
            .agg(countDistinct(col("section")).as("reporting"))
            .filter(col("reporting").geq(2))
            .drop("reporting");
    Column reports = RegionalComparison.VALUE.col().isNotNull();
    Dataset<Row> rows =
        pictures
            .crossJoin(sections)
            .join(
                best,
                Stream.concat(Stream.of(Cell.names(PICTURE)), Stream.of("section"))
                    .toArray(String[]::new),
                "left")
            .withColumnRenamed("section", RegionalComparison.SCOPE_ID.name());
    return Missing.explained(rows, observations)
        .withColumn(RegionalComparison.BASIS.name(), lit(RegionalComparison.BEST_KNOWN))
        .withColumn(RegionalComparison.REGIME.name(), lit("mixed"))
        .withColumn(
            RegionalComparison.SECTIONS_REPORTING.name(),
            count(RegionalComparison.VALUE.col())
                .over(Window.partitionBy(Cell.columns(PICTURE)))
                .cast("int"))
        .withColumn(
            RegionalComparison.GROWTH_REASON.name(),
            when(reports, "not_like_for_like").otherwise("value_missing"))
        .withColumn(
            RegionalComparison.PER_BORDER_KM.name(),
            when(
                RegionalComparison.VALUE_SCOPE_ID.col().equalTo(RegionalComparison.SCOPE_ID.col()),
                RegionalComparison.VALUE
                    .col()
                    .divide(Sections.BORDER_KM.col())
                    .cast(Types.QUANTITY)));
  }

  /**
   * Only pictures that a printed figure has a part in: records have one regime each, and are
   * compared like for like.
   */
  private static Dataset<Row> printedPictures(Dataset<Row> observations) {
    return observations
        .filter(not(Observation.ORIGIN.col().eqNullSafe(Competition.COMPUTED)))
        .select(Cell.columns(PICTURE))
        .dropDuplicates();
  }

  private static Dataset<Row> bestOfEach(Dataset<Row> observations) {
    Column preference = lit(PREFERENCE.size());
    for (Regime regime : PREFERENCE) {
      preference =
          when(Observation.REGIME.col().equalTo(regime.id()), PREFERENCE.indexOf(regime))
              .otherwise(preference);
    }
    Column isGate = coalesce(Observation.SCOPE_TYPE.col().equalTo("gate"), lit(false));
    Column[] place =
        Stream.concat(Stream.of(Cell.columns(PICTURE)), Stream.of(Observation.SECTION_ID.col()))
            .toArray(Column[]::new);
    return observations
        .filter(Observation.SECTION_ID.col().isNotNull())
        .withColumn(
            "place",
            row_number()
                .over(
                    Window.partitionBy(place)
                        .orderBy(
                            isGate.asc(),
                            when(isGate, 0).otherwise(preference).asc(),
                            Observation.VALUE.col().desc(),
                            Observation.OBSERVATION_ID.col().asc())))
        .filter(col("place").equalTo(1))
        .withColumn("section", Observation.SECTION_ID.col())
        .withColumn(RegionalComparison.VALUE_REGIME.name(), Observation.REGIME.col())
        .withColumn(RegionalComparison.VALUE_SCOPE_ID.name(), Observation.SCOPE_ID.col())
        .select(
            Stream.concat(
                    Stream.of(Cell.columns(PICTURE)),
                    Stream.of(
                        col("section"),
                        RegionalComparison.VALUE.col(),
                        RegionalComparison.QUALIFIER.col(),
                        RegionalComparison.VALUE_REGIME.col(),
                        RegionalComparison.VALUE_SCOPE_ID.col(),
                        RegionalComparison.OBSERVATION_ID.col()))
                .toArray(Column[]::new));
  }
}
