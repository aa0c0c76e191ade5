package org.bienmau.gold.compare;

import static org.apache.spark.sql.functions.not;
import static org.bienmau.check.Check.blocks;
import static org.bienmau.table.TableColumn.required;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Row;
import org.bienmau.gold.Additivity;
import org.bienmau.gold.Observation;
import org.bienmau.index.LocationQuotient;
import org.bienmau.index.Percent;
import org.bienmau.reference.Registers;
import org.bienmau.reference.ScopeType;
import org.bienmau.table.Layer;
import org.bienmau.table.Table;
import org.bienmau.table.TableColumn;
import org.bienmau.table.TableRow;
import org.bienmau.table.Types;

/** Which goods each section has more of than the border as a whole. */
public final class Specialisation {
  private Specialisation() {}

  public static final TableColumn MEASURE_ID = Observation.MEASURE_ID;
  public static final TableColumn SECTION_ID =
      required(
          "section_id", Observation.SECTION_ID.type(), "", "The border section that is compared.");
  public static final TableColumn PERIOD_ID = Observation.PERIOD_ID;
  public static final TableColumn PERIOD_KIND = Observation.PERIOD_KIND;
  public static final TableColumn PERIOD_START = Observation.PERIOD_START;
  public static final TableColumn PERIOD_END = Observation.PERIOD_END;
  public static final TableColumn DIRECTION = Observation.DIRECTION;
  public static final TableColumn GOODS_ID = Observation.GOODS_ID;
  public static final TableColumn REGIME = Observation.REGIME;
  public static final TableColumn IS_SIMULATED = Observation.IS_SIMULATED;
  public static final TableColumn UNIT = Observation.UNIT;
  public static final TableColumn VALUE = Observation.VALUE;
  public static final TableColumn SHARE_PCT =
      required("share_pct", Types.PERCENT, "%", "Share of the goods in the section's total.");
  public static final TableColumn BORDER_SHARE_PCT =
      required("border_share_pct", Types.PERCENT, "%", "Their share in the border's total.");
  public static final TableColumn LOCATION_QUOTIENT =
      required(
          "location_quotient",
          Types.INDEX,
          "",
          "Share in the section ÷ share in the border: above 1 where the section has more than its due.");
  public static final TableColumn SYMMETRIC_QUOTIENT =
      required(
          "symmetric_quotient",
          Types.INDEX,
          "",
          "(quotient − 1) ÷ (quotient + 1), from −1 to 1; 0 where the section has its due.");
  public static final TableColumn OBSERVATION_ID = Observation.OBSERVATION_ID;

  public static final Table TABLE =
      Table.named(Layer.GOLD, "specialisation")
          .purpose(
              "Which goods each section of the border is specialised in: their share of its trade against their share of the border's.")
          .columns(
              MEASURE_ID,
              SECTION_ID,
              PERIOD_ID,
              PERIOD_KIND,
              PERIOD_START,
              PERIOD_END,
              DIRECTION,
              GOODS_ID,
              REGIME,
              IS_SIMULATED,
              UNIT,
              VALUE,
              SHARE_PCT,
              BORDER_SHARE_PCT,
              LOCATION_QUOTIENT,
              SYMMETRIC_QUOTIENT,
              OBSERVATION_ID)
          .oneRowPer(OBSERVATION_ID)
          .from(Observation.TABLE)
          .check(
              blocks(
                  "Every symmetric_quotient lies between -1 and 1.",
                  not(SYMMETRIC_QUOTIENT.col().between(-1, 1))))
          .check(
              blocks(
                  "Every location_quotient is above 1 exactly where symmetric_quotient is above 0.",
                  LOCATION_QUOTIENT
                      .col()
                      .gt(1.00000001)
                      .and(SYMMETRIC_QUOTIENT.col().leq(0))
                      .or(LOCATION_QUOTIENT.col().lt(1).and(SYMMETRIC_QUOTIENT.col().gt(0)))))
          .computedBy(
              inputs -> {
                Registers registers = inputs.given(Registers.class);
                return compute(
                    inputs.read(Observation.TABLE),
                    Additivity.of(registers),
                    Parts.of(registers),
                    inputs.encoder(Specialisation.TABLE.schema()));
              });

  /** Pure: a row for each cell of a section whose border and totals are known. */
  static Dataset<Row> compute(
      Dataset<Row> observations, Additivity additivity, Parts parts, Encoder<Row> rows) {
    Quotients quotients =
        block -> rows(block, Region.of(block.now(), parts.goods(), parts.borders()));
    FlatMapFunction<Row, Row> found = row -> quotients.rows(Block.of(row)).iterator();
    Column isSection = Observation.SCOPE_TYPE.col().equalTo(ScopeType.SECTION.id());
    Column isArea = Observation.SCOPE_TYPE.col().equalTo(ScopeType.AREA.id());
    return Blocks.of(
            observations.filter(additivity.mayAddScopes().and(isSection.or(isArea))),
            Decompositions.sharing(DIRECTION),
            new Detail(parts.goods().root()).ofMonth())
        .flatMap(found, rows);
  }

  private interface Quotients extends Serializable {
    List<Row> rows(Block block);
  }

  private static List<Row> rows(Block block, Region region) {
    List<Row> rows = new ArrayList<>();
    if (region.whole() == null) {
      return rows;
    }
    Set<String> places = region.sections().keySet();
    for (String section : places) {
      Map<String, Known> cells = region.cells(section);
      for (Known cell : cells.values()) {
        Known goods = region.border().get(cell.goodsId());
        boolean compared = !cell.goodsId().equals(region.root()) && goods != null;
        Known whole = region.whole(section);
        if (compared && whole != null) {
          LocationQuotient quotient =
              LocationQuotient.of(
                  cell.value(), whole.value(), goods.value(), region.whole().value());
          if (quotient != null) {
            rows.add(row(block, cell, whole, goods, region, quotient));
          }
        }
      }
    }
    return rows;
  }

  private static Row row(
      Block block, Known cell, Known whole, Known goods, Region region, LocationQuotient quotient) {
    TableRow row = TableRow.of(TABLE);
    for (TableColumn column :
        List.of(
            MEASURE_ID,
            PERIOD_ID,
            PERIOD_KIND,
            PERIOD_START,
            PERIOD_END,
            DIRECTION,
            REGIME,
            IS_SIMULATED,
            UNIT)) {
      row.with(column, block.shared(column));
    }
    BigDecimal share = Percent.of(cell.value(), whole.value());
    return row.with(SECTION_ID, cell.scopeId())
        .with(GOODS_ID, cell.goodsId())
        .with(VALUE, cell.value())
        .with(SHARE_PCT, share)
        .with(BORDER_SHARE_PCT, Percent.of(goods.value(), region.whole().value()))
        .with(LOCATION_QUOTIENT, quotient.quotient())
        .with(SYMMETRIC_QUOTIENT, quotient.symmetric())
        .with(OBSERVATION_ID, cell.observationId())
        .row();
  }
}
