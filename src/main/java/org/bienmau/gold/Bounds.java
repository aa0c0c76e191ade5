package org.bienmau.gold;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.when;
import static org.bienmau.table.TableColumn.required;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.bienmau.measure.Precision;
import org.bienmau.reference.Qualifier;
import org.bienmau.silver.Figure;
import org.bienmau.table.TableColumn;
import org.bienmau.table.Types;

/** The least and the most that a value may mean, from its last printed digit and its qualifier. */
final class Bounds {
  private Bounds() {}

  static final TableColumn LOW =
      required("means_low", Types.QUANTITY, "", "The least that the value may mean.");
  static final TableColumn HIGH =
      required("means_high", Types.QUANTITY, "", "The most that the value may mean.");

  /** Adds both bounds to observations; what records add up to is meant to its last digit. */
  static Dataset<Row> ofObservations(Dataset<Row> observations) {
    Column isCounted =
        Observation.ORIGIN
            .col()
            .equalTo(Competition.COMPUTED)
            .and(Figure.QUALIFIER.col().equalTo(Qualifier.EXACT.id()));
    Column unit =
        when(isCounted, lit(0).cast(Types.QUANTITY)).otherwise(Precision.unit(Figure.VALUE.col()));
    return with(observations, unit);
  }

  /**
   * Adds both bounds to figures; a converted figure is as exact as what was printed in its own
   * currency.
   */
  static Dataset<Row> ofFigures(Dataset<Row> figures) {
    Column value = Figure.VALUE.col();
    Column rate = Figure.FX_RATE.col();
    // Multiplied back, a converted value is off by a small part of a unit; hundreds are not.
    Column printed = round(value.multiply(rate), -2).cast(Types.QUANTITY);
    Column converted = Precision.unit(printed).divide(rate).cast(Types.QUANTITY);
    return with(figures, coalesce(converted, Precision.unit(value)));
  }

  private static Dataset<Row> with(Dataset<Row> values, Column unit) {
    Column value = Figure.VALUE.col();
    Column qualifier = Figure.QUALIFIER.col();
    return values
        .withColumn(LOW.name(), Precision.low(value, qualifier, unit))
        .withColumn(HIGH.name(), Precision.high(value, Figure.VALUE_HIGH.col(), qualifier, unit));
  }
}
