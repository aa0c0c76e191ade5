package org.bienmau.gold;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.bienmau.check.Check.blocks;
import static org.bienmau.table.TableColumn.optional;
import static org.bienmau.table.TableColumn.required;

import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.bienmau.measure.Growth;
import org.bienmau.measure.Precision;
import org.bienmau.silver.Figure;
import org.bienmau.table.AsOf;
import org.bienmau.table.Layer;
import org.bienmau.table.Table;
import org.bienmau.table.TableColumn;
import org.bienmau.table.Types;

/**
 * The base that a printed level and its printed growth imply, beside the base that we know.
 *
 * <p>A source that prints 4.78 billion and +56.2 % says that the year before was 3.06 billion.
 * Where it was printed as 3.10 billion at the time, it has been revised since, and nobody said so.
 */
public final class ImpliedBase {
  private ImpliedBase() {}

  public static final TableColumn STATEMENT_KEY = Figure.STATEMENT_KEY;
  public static final TableColumn IMPLIED_BY =
      required(
          "implied_by",
          StringType,
          "",
          "year_on_year or period_on_period: a printed growth implies the earlier level; plan_share: a printed share implies the annual plan.");
  public static final TableColumn FIGURE_ID = Figure.FIGURE_ID;
  public static final TableColumn MEASURE_ID = Figure.MEASURE_ID;
  public static final TableColumn SCOPE_TYPE = Figure.SCOPE_TYPE;
  public static final TableColumn SCOPE_ID = Figure.SCOPE_ID;
  public static final TableColumn SECTION_ID = Figure.SECTION_ID;
  public static final TableColumn PERIOD_ID = Figure.PERIOD_ID;
  public static final TableColumn PERIOD_KIND = Figure.PERIOD_KIND;
  public static final TableColumn DIRECTION = Figure.DIRECTION;
  public static final TableColumn GOODS_ID = Figure.GOODS_ID;
  public static final TableColumn REGIME = Figure.REGIME;
  public static final TableColumn IS_SIMULATED = Figure.IS_SIMULATED;
  public static final TableColumn VALUE = Figure.VALUE;
  public static final TableColumn UNIT = Figure.UNIT;
  public static final TableColumn QUALIFIER = Figure.QUALIFIER;
  public static final TableColumn PUBLISHER = Figure.PUBLISHER;
  public static final TableColumn SOURCE_URL = Figure.SOURCE_URL;
  public static final TableColumn PRINTED_PCT =
      required("printed_pct", Types.PERCENT, "%", "The growth or share as the source printed it.");
  public static final TableColumn BASE_MEASURE_ID =
      required(
          "base_measure_id",
          StringType,
          "",
          "Measure of the base: the same as the level's, or that of its plan.");
  public static final TableColumn BASE_START =
      required("base_start", DateType, "", "First local day of the base's period.");
  public static final TableColumn BASE_END =
      required("base_end", DateType, "", "Last local day of the base's period.");
  public static final TableColumn IMPLIED_VALUE =
      optional(
          "implied_value",
          Types.QUANTITY,
          "",
          "The base that level and percentage imply, in the base unit; empty where none can: growth of -100 % or less, a share of 0.");
  public static final TableColumn IMPLIED_LOW =
      optional(
          "implied_low",
          Types.QUANTITY,
          "",
          "The least base that the printed digits allow; empty when implied_value is.");
  public static final TableColumn IMPLIED_HIGH =
      optional(
          "implied_high",
          Types.QUANTITY,
          "",
          "The largest base that the printed digits allow; empty when implied_value is.");
  public static final TableColumn KNOWN_VALUE =
      optional(
          "known_value",
          Types.QUANTITY,
          "",
          "The base in the cube, of the same regime where there is one; empty when none is known.");
  public static final TableColumn KNOWN_REGIME =
      optional("known_regime", StringType, "", "Regime of known_value; empty when none is known.");
  public static final TableColumn KNOWN_OBSERVATION_ID =
      optional(
          "known_observation_id",
          StringType,
          "",
          "The observation of known_value; empty when none is known.");
  public static final TableColumn GAP_PCT =
      optional(
          "gap_pct",
          Types.PERCENT,
          "%",
          "The implied base less the known one in per cent of the known one; empty when either is or the known one is zero.");
  public static final TableColumn PUBLISHERS_IMPLYING =
      required(
          "publishers_implying",
          IntegerType,
          "count",
          "How many publishers imply a base that this one's digits allow, itself included.");
  public static final TableColumn CLASS =
      required(
          "class",
          StringType,
          "",
          "agrees, rounding, base_revised, other_regime, ratio_printed_as_growth, base_missing, source_error_suspected or unexplained.");
  public static final TableColumn EXPLANATION =
      required(
          "explanation", StringType, "", "Code of the rule behind the class; see the method page.");

  static final String[] CLASSES = {
    "agrees",
    "rounding",
    "base_revised",
    "other_regime",
    "ratio_printed_as_growth",
    "base_missing",
    "source_error_suspected",
    "unexplained"
  };

  public static final Table TABLE =
      Table.named(Layer.GOLD, "implied_base")
          .purpose(
              "Bases and plans that printed growth and printed shares imply, against those that were printed: silent revisions, other regimes and misprints.")
          .columns(
              STATEMENT_KEY,
              IMPLIED_BY,
              FIGURE_ID,
              MEASURE_ID,
              SCOPE_TYPE,
              SCOPE_ID,
              SECTION_ID,
              PERIOD_ID,
              PERIOD_KIND,
              DIRECTION,
              GOODS_ID,
              REGIME,
              IS_SIMULATED,
              VALUE,
              UNIT,
              QUALIFIER,
              PUBLISHER,
              SOURCE_URL,
              PRINTED_PCT,
              BASE_MEASURE_ID,
              BASE_START,
              BASE_END,
              IMPLIED_VALUE,
              IMPLIED_LOW,
              IMPLIED_HIGH,
              KNOWN_VALUE,
              KNOWN_REGIME,
              KNOWN_OBSERVATION_ID,
              GAP_PCT,
              PUBLISHERS_IMPLYING,
              CLASS,
              EXPLANATION)
          .oneRowPer(STATEMENT_KEY, IMPLIED_BY)
          .from(Figure.TABLE, Observation.TABLE)
          .check(
              blocks(
                  "Every class is one of %s.".formatted(String.join(", ", CLASSES)),
                  not(CLASS.col().isin((Object[]) CLASSES))))
          .check(
              blocks(
                  "Every implied_value lies between implied_low and implied_high.",
                  not(IMPLIED_VALUE.col().between(IMPLIED_LOW.col(), IMPLIED_HIGH.col()))))
          .check(
              blocks(
                  "No base that agrees lies outside the bounds that the printed digits allow.",
                  CLASS
                      .col()
                      .equalTo("agrees")
                      .and(not(KNOWN_VALUE.col().between(IMPLIED_LOW.col(), IMPLIED_HIGH.col())))))
          .check(
              blocks("Every publishers_implying is at least 1.", PUBLISHERS_IMPLYING.col().lt(1)))
          .computedBy(
              inputs ->
                  compute(
                      Standing.of(inputs.read(Figure.TABLE), inputs.given(AsOf.class)),
                      inputs.read(Observation.TABLE)));

  static Dataset<Row> compute(Dataset<Row> figures, Dataset<Row> observations) {
    Dataset<Row> implied = PrintedChange.of(figures).transform(ImpliedBase::withPublishers);
    return BaseMatch.of(implied, observations)
        .withColumn(GAP_PCT.name(), Growth.percentChange(IMPLIED_VALUE.col(), KNOWN_VALUE.col()))
        .select(TABLE.cols());
  }

  /** Counts who else implies the same base: several publishers rarely misprint alike. */
  private static Dataset<Row> withPublishers(Dataset<Row> implied) {
    TableColumn[] cell = {
      BASE_MEASURE_ID,
      SCOPE_TYPE,
      SCOPE_ID,
      BASE_START,
      BASE_END,
      DIRECTION,
      GOODS_ID,
      REGIME,
      IS_SIMULATED
    };
    String[] names = Stream.of(cell).map(TableColumn::name).toArray(String[]::new);
    Dataset<Row> others =
        implied.select(
            Stream.concat(
                    Stream.of(cell).map(TableColumn::col),
                    Stream.of(
                        PUBLISHER.col().as("other_publisher"),
                        IMPLIED_LOW.col().as("other_low"),
                        IMPLIED_HIGH.col().as("other_high")))
                .toArray(Column[]::new));
    Column alike =
        Precision.meet(IMPLIED_LOW.col(), IMPLIED_HIGH.col(), col("other_low"), col("other_high"));
    Dataset<Row> counts =
        implied
            .select(
                Stream.concat(
                        Stream.of(cell),
                        Stream.of(STATEMENT_KEY, IMPLIED_BY, IMPLIED_LOW, IMPLIED_HIGH))
                    .map(TableColumn::col)
                    .toArray(Column[]::new))
            .join(others, names)
            .filter(alike)
            .groupBy(STATEMENT_KEY.col(), IMPLIED_BY.col())
            .agg(countDistinct(col("other_publisher")).cast(IntegerType).as("alike"));
    return implied
        .join(counts, new String[] {STATEMENT_KEY.name(), IMPLIED_BY.name()}, "left")
        .withColumn(PUBLISHERS_IMPLYING.name(), coalesce(col("alike"), lit(1)));
  }
}
