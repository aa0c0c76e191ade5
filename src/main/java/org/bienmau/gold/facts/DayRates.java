package org.bienmau.gold.facts;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.when;

import java.math.RoundingMode;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.bienmau.reference.Registers;
import org.bienmau.silver.FxRate;
import org.bienmau.silver.Publisher;
import org.bienmau.table.Inputs;
import org.bienmau.table.TableColumn;

/**
 * What a US dollar cost on a day: one rate for each currency and world.
 *
 * <p>Delivered rates come before those of the register, a simulated world's own before real ones,
 * which may stand in for them but never the other way round; then the rate of the shortest period
 * that holds the day, that of the better source, and the one that began last.
 */
final class DayRates {
  private DayRates() {}

  /** The currency that everything is turned into; it needs no rate. */
  static final String BASE = "USD";

  static final TableColumn DAY = FxRate.EVENT_ON;
  static final TableColumn CURRENCY = FxRate.CURRENCY;
  static final TableColumn PER_USD = FxRate.PER_USD;
  static final TableColumn IS_SIMULATED = FxRate.IS_SIMULATED;

  /** The columns of the register's rates. */
  static final StructType REGISTERED =
      new StructType(
          new StructField[] {
            CURRENCY.field(), FxRate.DAY_FROM.field(), FxRate.DAY_TO.field(), PER_USD.field()
          });

  private static final int OWN = 0;
  private static final int REAL = 1;
  private static final int OF_THE_REGISTER = 2;
  private static final int UNREGISTERED_TIER = 4;
  private static final Column PLACE = col("place");

  static Dataset<Row> of(Inputs inputs) {
    return of(inputs.read(FxRate.TABLE), inputs.read(Publisher.TABLE), registered(inputs));
  }

  /**
   * @param delivered see {@link FxRate}
   * @param registered see {@link #REGISTERED}
   */
  static Dataset<Row> of(Dataset<Row> delivered, Dataset<Row> publishers, Dataset<Row> registered) {
    Dataset<Row> tiers = publishers.select(Publisher.SOURCE_ID.col(), Publisher.TIER.col());
    Dataset<Row> ofSources =
        delivered
            .join(tiers, Publisher.SOURCE_ID.name(), "left")
            .withColumn("is_own", IS_SIMULATED.col())
            .withColumn("tier", coalesce(Publisher.TIER.col(), lit(UNREGISTERED_TIER)))
            .withColumn(
                IS_SIMULATED.name(),
                explode(
                    when(IS_SIMULATED.col(), array(lit(true)))
                        .otherwise(array(lit(false), lit(true)))))
            .withColumn(
                "place", when(col("is_own").equalTo(IS_SIMULATED.col()), OWN).otherwise(REAL))
            .select(rate(Publisher.SOURCE_ID.col(), FxRate.BASIS.col()));
    Dataset<Row> ofRegister =
        registered
            .withColumn(IS_SIMULATED.name(), explode(array(lit(false), lit(true))))
            .withColumn("place", lit(OF_THE_REGISTER))
            .withColumn("tier", lit(UNREGISTERED_TIER))
            .select(rate(lit(""), lit("")));
    Column days = datediff(FxRate.DAY_TO.col(), FxRate.DAY_FROM.col());
    Column[] order = {
      PLACE,
      days,
      col("tier"),
      FxRate.DAY_FROM.col().desc(),
      Publisher.SOURCE_ID.col(),
      FxRate.BASIS.col(),
      PER_USD.col()
    };
    return ofSources
        .unionByName(ofRegister)
        .withColumn(DAY.name(), explode(sequence(FxRate.DAY_FROM.col(), FxRate.DAY_TO.col())))
        .withColumn(
            "choice",
            row_number()
                .over(
                    Window.partitionBy(IS_SIMULATED.col(), CURRENCY.col(), DAY.col())
                        .orderBy(order)))
        .filter(col("choice").equalTo(1))
        .select(IS_SIMULATED.col(), CURRENCY.col(), DAY.col(), PER_USD.col());
  }

  private static Column[] rate(Column source, Column basis) {
    return new Column[] {
      IS_SIMULATED.col(),
      CURRENCY.col(),
      FxRate.DAY_FROM.col(),
      FxRate.DAY_TO.col(),
      PER_USD.col(),
      PLACE,
      col("tier"),
      source.as(Publisher.SOURCE_ID.name()),
      basis.as(FxRate.BASIS.name())
    };
  }

  private static Dataset<Row> registered(Inputs inputs) {
    int scale = ((DecimalType) PER_USD.type()).scale();
    List<Row> rows =
        inputs.given(Registers.class).fxRates().stream()
            .filter(rate -> rate.base().equals(BASE))
            .map(
                rate ->
                    RowFactory.create(
                        rate.quote(),
                        rate.start(),
                        rate.end(),
                        rate.rate().setScale(scale, RoundingMode.HALF_UP)))
            .toList();
    return inputs.local(rows, REGISTERED);
  }
}
