package org.bienmau.gold;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.split;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.bienmau.check.Check.blocks;
import static org.bienmau.table.TableColumn.required;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.bienmau.silver.Figure;
import org.bienmau.table.AsOf;
import org.bienmau.table.Layer;
import org.bienmau.table.Table;
import org.bienmau.table.TableColumn;

/** Which printed figures stand behind each observation: the way from a cell back to its pages. */
public final class ObservationSource {
  private ObservationSource() {}

  public static final TableColumn OBSERVATION_ID = Observation.OBSERVATION_ID;
  public static final TableColumn FIGURE_ID =
      required(
          "figure_id", StringType, "", "A figure that speaks of the cell or is part of its value.");
  public static final TableColumn STATEMENT_KEY = Figure.STATEMENT_KEY;
  public static final TableColumn ROLE =
      required("role", StringType, "", "chosen, competing, or part of a derived value.");
  public static final TableColumn VALUE = Figure.VALUE;
  public static final TableColumn PUBLISHER = Figure.PUBLISHER;
  public static final TableColumn PUBLISHED_ON = Figure.PUBLISHED_ON;
  public static final TableColumn SOURCE_URL = Figure.SOURCE_URL;
  public static final TableColumn FILE_ID = Figure.FILE_ID;
  public static final TableColumn LINE_NO = Figure.LINE_NO;

  public static final Table TABLE =
      Table.named(Layer.GOLD, "observation_source")
          .purpose(
              "For tracing a value to its pages: every figure behind every observation, with file and line.")
          .columns(
              OBSERVATION_ID,
              FIGURE_ID,
              STATEMENT_KEY,
              ROLE,
              VALUE,
              PUBLISHER,
              PUBLISHED_ON,
              SOURCE_URL,
              FILE_ID,
              LINE_NO)
          .oneRowPer(OBSERVATION_ID, STATEMENT_KEY)
          .from(Figure.TABLE, Observation.TABLE)
          .check(
              blocks(
                  "Every role is chosen, competing or part.",
                  ROLE.col().isin("chosen", "competing", "part").equalTo(false)))
          .computedBy(
              inputs ->
                  compute(
                      inputs.read(Figure.TABLE),
                      inputs.read(Observation.TABLE),
                      inputs.given(AsOf.class)));

  /** Pure: the figures of printed cells by the cell's key, those of derived ones by their ids. */
  static Dataset<Row> compute(Dataset<Row> figures, Dataset<Row> observations, AsOf asOf) {
    Dataset<Row> current = Standing.of(figures, asOf);
    return ofPrinted(current, observations).unionByName(ofDerived(current, observations));
  }

  private static Dataset<Row> ofPrinted(Dataset<Row> figures, Dataset<Row> observations) {
    Dataset<Row> cells =
        observations
            .filter(Observation.ORIGIN.col().isin(Competition.PRINTED, Competition.COMPUTED))
            .select(OBSERVATION_ID.col(), Observation.FIGURE_ID.col().as("chosen_id"));
    Column role = when(FIGURE_ID.col().equalTo(col("chosen_id")), "chosen").otherwise("competing");
    return figures
        .withColumn(OBSERVATION_ID.name(), Cell.id())
        .join(cells, OBSERVATION_ID.name())
        .withColumn(ROLE.name(), role)
        .select(TABLE.cols());
  }

  private static Dataset<Row> ofDerived(Dataset<Row> figures, Dataset<Row> observations) {
    Dataset<Row> parts =
        observations
            .filter(Observation.ORIGIN.col().equalTo("derived"))
            .select(
                OBSERVATION_ID.col(),
                explode(split(Observation.PART_FIGURE_IDS.col(), " ")).as(FIGURE_ID.name()));
    return figures
        .join(parts, FIGURE_ID.name())
        .withColumn(ROLE.name(), lit("part"))
        .select(TABLE.cols());
  }
}
