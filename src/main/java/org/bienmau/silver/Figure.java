package org.bienmau.silver;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.bienmau.check.Check.blocks;
import static org.bienmau.check.Check.warns;
import static org.bienmau.table.TableColumn.optional;
import static org.bienmau.table.TableColumn.required;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.bienmau.bronze.Delivery;
import org.bienmau.bronze.StatementDataset;
import org.bienmau.bronze.StatementDatasets;
import org.bienmau.reference.Registers;
import org.bienmau.source.ContractSet;
import org.bienmau.table.Inputs;
import org.bienmau.table.Layer;
import org.bienmau.table.Table;
import org.bienmau.table.TableColumn;
import org.bienmau.table.Types;

/** Every statement of a source, normalised: one row per statement and vintage. */
public final class Figure {
  private Figure() {}

  public static final TableColumn FIGURE_ID =
      required("figure_id", StringType, "", "The statement's own id, as its file gives it.");
  public static final TableColumn VINTAGE_NO =
      required(
          "vintage_no",
          IntegerType,
          "",
          "1 for the statement as first received, 2 for its first correction, and so on.");
  public static final TableColumn STATEMENT_KEY =
      required(
          "statement_key",
          StringType,
          "",
          "Hash of what is stated about what by which page; a correction keeps it.");

  public static final TableColumn MEASURE_ID =
      required("measure_id", StringType, "", "What is measured; see dim_measure.");
  public static final TableColumn SCOPE_TYPE =
      required(
          "scope_type",
          StringType,
          "",
          "section, gate or area: what kind of place the figure speaks of.");
  public static final TableColumn SCOPE_ID =
      required(
          "scope_id",
          StringType,
          "",
          "The place the figure speaks of: a border section, a gate or lane, or an area of several.");
  public static final TableColumn SECTION_ID =
      optional(
          "section_id",
          StringType,
          "",
          "The border section the place lies in; empty for areas of several sections.");
  public static final TableColumn PROVINCE_ID =
      optional(
          "province_id",
          StringType,
          "",
          "The province the place lay in on the period's last day; empty for areas.");
  public static final TableColumn PERIOD_ID =
      required(
          "period_id",
          StringType,
          "",
          "The period's name: 2024, 2024-H1, 2024-Q1, 2024-M01-M02 (January and February), 2024-03, 2024-YTD-05-31, 2024-03-05, or two dates.");
  public static final TableColumn PERIOD_KIND =
      required(
          "period_kind", StringType, "", "day, month, quarter, half, year, ytd, range or point.");
  public static final TableColumn PRINTED_PERIOD_KIND =
      required(
          "printed_period_kind",
          StringType,
          "",
          "What the source calls the period; period_kind is the most regular kind of the same days.");
  public static final TableColumn PERIOD_START =
      required("period_start", DateType, "", "First local day of the period.");
  public static final TableColumn PERIOD_END =
      required("period_end", DateType, "", "Last local day of the period.");
  public static final TableColumn DIRECTION =
      required("direction", StringType, "", "export, import or total, from Vietnam's side.");
  public static final TableColumn GOODS_ID =
      required(
          "goods_id",
          StringType,
          "",
          "The goods the figure is about; all for all of them; see dim_goods.");
  public static final TableColumn REGIME =
      required(
          "regime",
          StringType,
          "",
          "What a trade figure covers; unknown when the source does not say, not_applicable when the measure is not trade.");
  public static final TableColumn IS_SIMULATED =
      required(
          "is_simulated",
          BooleanType,
          "",
          "Whether the figure is made up by a simulation; such figures never meet real ones.");

  public static final TableColumn VALUE =
      required(
          "value",
          Types.QUANTITY,
          "",
          "The figure in the measure's base unit; the lower end when a range is printed.");
  public static final TableColumn VALUE_HIGH =
      optional(
          "value_high",
          Types.QUANTITY,
          "",
          "Upper end of a printed range, in the base unit; empty when no range is printed.");
  public static final TableColumn UNIT =
      required("unit", StringType, "", "The measure's base unit.");
  public static final TableColumn QUALIFIER =
      required(
          "qualifier",
          StringType,
          "",
          "exact, approx, over, under or upto: how the source means its figure.");
  public static final TableColumn PRINTED_VALUE =
      required("printed_value", StringType, "", "The value's cell as received.");
  public static final TableColumn PRINTED_UNIT =
      required("printed_unit", StringType, "", "The unit's cell as received.");
  public static final TableColumn FX_RATE =
      optional(
          "fx_rate",
          Types.QUANTITY,
          "",
          "Units of the printed currency per USD that the value was divided by; empty when no conversion was made.");
  public static final TableColumn FX_BASIS =
      optional(
          "fx_basis",
          StringType,
          "",
          "Which dated rate was used; empty when no conversion was made.");
  public static final TableColumn PRINTED_YOY_PCT =
      optional(
          "printed_yoy_pct",
          Types.PERCENT,
          "%",
          "Growth on the same period a year earlier as the source printed it; empty when it printed none.");
  public static final TableColumn PRINTED_MOM_PCT =
      optional(
          "printed_mom_pct",
          Types.PERCENT,
          "%",
          "Growth on the period before as the source printed it; empty when it printed none.");
  public static final TableColumn PRINTED_PLAN_PCT =
      optional(
          "printed_plan_pct",
          Types.PERCENT,
          "%",
          "Share of the annual plan as the source printed it; empty when it printed none.");

  public static final TableColumn PUBLISHER =
      required("publisher", StringType, "", "Who printed the figure.");
  public static final TableColumn SOURCE_TIER =
      required(
          "source_tier",
          IntegerType,
          "",
          "1 authorities, 2 national agency and trade press, 3 other press, 4 mirrors and aggregators.");
  public static final TableColumn SOURCE_URL =
      required("source_url", StringType, "", "Address of the page the figure was read on.");
  public static final TableColumn PUBLISHED_ON =
      optional(
          "published_on",
          StringType,
          "",
          "Day, month or year of publication as received; empty when the page shows none.");
  public static final TableColumn KNOWN_FROM =
      required(
          "known_from",
          DateType,
          "",
          "First day on which the figure is proven to have been public.");
  public static final TableColumn KNOWN_FROM_BASIS =
      required(
          "known_from_basis",
          StringType,
          "",
          "published_day, published_month, published_year or accessed: what known_from rests on.");
  public static final TableColumn IS_DATE_INFERRED =
      required(
          "is_date_inferred",
          BooleanType,
          "",
          "Whether the reader of the page, not the page, placed the period.");
  public static final TableColumn REMARKS =
      optional(
          "remarks",
          StringType,
          "",
          "Codes of what is odd about the statement, separated by spaces; empty when nothing is.");
  public static final TableColumn NOTE =
      optional("note", StringType, "", "The file's own remark; empty when there is none.");

  public static final TableColumn RECORDED_FROM =
      required("recorded_from", TimestampType, "", "When this vintage was received (UTC).");
  public static final TableColumn RECORDED_TO =
      optional(
          "recorded_to",
          TimestampType,
          "",
          "When a later delivery replaced or withdrew it (UTC); empty while it stands.");
  public static final TableColumn FILE_ID =
      required(
          "file_id", StringType, "", "The delivery the statement came in; see ops.ingested_file.");
  public static final TableColumn LINE_NO =
      required("line_no", LongType, "", "Line of the statement in that file, counted from 1.");
  public static final TableColumn ORIGIN = StatementDataset.ORIGIN;

  public static final Table TABLE =
      Table.named(Layer.SILVER, "figure")
          .purpose(
              "Every aggregate statement of a source, normalised, with the period it speaks of and the times at which it was known.")
          .columns(
              FIGURE_ID,
              VINTAGE_NO,
              STATEMENT_KEY,
              MEASURE_ID,
              SCOPE_TYPE,
              SCOPE_ID,
              SECTION_ID,
              PROVINCE_ID,
              PERIOD_ID,
              PERIOD_KIND,
              PRINTED_PERIOD_KIND,
              PERIOD_START,
              PERIOD_END,
              DIRECTION,
              GOODS_ID,
              REGIME,
              IS_SIMULATED,
              VALUE,
              VALUE_HIGH,
              UNIT,
              QUALIFIER,
              PRINTED_VALUE,
              PRINTED_UNIT,
              FX_RATE,
              FX_BASIS,
              PRINTED_YOY_PCT,
              PRINTED_MOM_PCT,
              PRINTED_PLAN_PCT,
              PUBLISHER,
              SOURCE_TIER,
              SOURCE_URL,
              PUBLISHED_ON,
              KNOWN_FROM,
              KNOWN_FROM_BASIS,
              IS_DATE_INFERRED,
              REMARKS,
              NOTE,
              RECORDED_FROM,
              RECORDED_TO,
              FILE_ID,
              LINE_NO,
              ORIGIN)
          .oneRowPer(STATEMENT_KEY, VINTAGE_NO)
          .from(inputs())
          .check(blocks("No value is negative.", VALUE.col().lt(0)))
          .check(
              blocks("No period ends before it starts.", PERIOD_END.col().lt(PERIOD_START.col())))
          .check(blocks("No value_high lies below its value.", VALUE_HIGH.col().lt(VALUE.col())))
          .check(
              blocks(
                  "No vintage is replaced before it was recorded.",
                  RECORDED_TO.col().lt(RECORDED_FROM.col())))
          .check(
              warns(
                  "No figure was known before its period began.",
                  KNOWN_FROM.col().lt(PERIOD_START.col())))
          .computedBy(
              inputs ->
                  compute(
                      received(inputs),
                      inputs.read(Delivery.TABLE),
                      new FigureReading(
                          inputs.given(ContractSet.class), inputs.given(Registers.class)),
                      inputs.encoder(FigureReading.ROW)));

  private static Table[] inputs() {
    return Stream.concat(StatementDatasets.tables().stream(), Stream.of(Delivery.TABLE))
        .toArray(Table[]::new);
  }

  /** The rows of all datasets of statements, with the cells that any of them has. */
  private static Dataset<Row> received(Inputs inputs) {
    return StatementDatasets.ALL.stream()
        .map(dataset -> withAllCells(dataset, inputs.read(dataset.table())))
        .reduce(Dataset::unionByName)
        .orElseThrow();
  }

  private static Dataset<Row> withAllCells(StatementDataset dataset, Dataset<Row> rows) {
    List<Column> columns = new ArrayList<>(List.of(dataset.table().cols()));
    StatementDatasets.cells().stream()
        .filter(cell -> !dataset.cells().contains(cell))
        .forEach(cell -> columns.add(functions.lit(null).cast(cell.type()).as(cell.name())));
    return rows.select(columns.toArray(Column[]::new));
  }

  /** Pure: the statements of all deliveries that the ledger lists, as vintages. */
  static Dataset<Row> compute(
      Dataset<Row> received, Dataset<Row> deliveries, FigureReading reading, Encoder<Row> encoder) {
    return Vintages.of(received, deliveries).mapPartitions(reading, encoder);
  }
}
