package org.bienmau.gold.facts;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.bienmau.table.TableColumn.optional;
import static org.bienmau.table.TableColumn.required;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.bienmau.reference.GatePlaces;
import org.bienmau.reference.GoodsCodes;
import org.bienmau.reference.Registers;
import org.bienmau.reference.ScopeType;
import org.bienmau.silver.Figure;
import org.bienmau.table.Inputs;
import org.bienmau.table.TableColumn;

/**
 * What is added up into what: gates into places, goods into their groups.
 *
 * @param ofGates the places whose totals hold a gate, with the days on which they do
 * @param ofGoods the groups that goods belong to, themselves included
 */
record Places(Dataset<Row> ofGates, Dataset<Row> ofGoods) {
  static final int LOWEST_TIER = 4;

  static final TableColumn GATE_ID = TradeMonth.GATE_ID;
  static final TableColumn HELD_FROM =
      optional("held_from", DataTypes.DateType, "", "First day; empty when always.");
  static final TableColumn HELD_TO =
      optional("held_to", DataTypes.DateType, "", "Last day; empty when for ever.");
  static final TableColumn SECTIONS_NEEDED =
      required(
          "sections_needed",
          IntegerType,
          "count",
          "Sections that an area is made of, 0 for others.");
  static final TableColumn GATES_HELD =
      required(
          "gates_held",
          IntegerType,
          "count",
          "Gates that a gate is ever made of, itself included: more than of any of its lanes; 0 for other places.");
  static final TableColumn GROUP_ID =
      required("group_id", StringType, "", "Goods or a group that holds them.");
  static final TableColumn IS_ROOT =
      required("is_root", BooleanType, "", "Whether the group is all goods together.");

  static final StructType OF_GATES =
      new StructType(
          new StructField[] {
            GATE_ID.field(),
            Figure.SCOPE_TYPE.field(),
            Figure.SCOPE_ID.field(),
            Figure.SECTION_ID.field(),
            HELD_FROM.field(),
            HELD_TO.field(),
            SECTIONS_NEEDED.field(),
            GATES_HELD.field()
          });

  static final StructType OF_GOODS =
      new StructType(
          new StructField[] {TradeMonth.GOODS_ID.field(), GROUP_ID.field(), IS_ROOT.field()});

  static Places of(Inputs inputs) {
    Registers registers = inputs.given(Registers.class);
    return new Places(
        inputs.local(gates(registers), OF_GATES), inputs.local(goods(registers), OF_GOODS));
  }

  /**
   * A row for each place of these kinds whose totals hold the row's gate from one day to another.
   *
   * @param rows with a gate_id and without columns of a place
   */
  Dataset<Row> holding(Dataset<Row> rows, Column from, Column to, ScopeType... kinds) {
    Object[] these = Stream.of(kinds).map(ScopeType::id).toArray();
    Column throughout =
        coalesce(HELD_FROM.col().leq(from), lit(true))
            .and(coalesce(HELD_TO.col().geq(to), lit(true)));
    return rows.join(broadcast(ofGates.filter(Figure.SCOPE_TYPE.col().isin(these))), GATE_ID.name())
        .filter(throughout)
        .drop(HELD_FROM.name(), HELD_TO.name());
  }

  private static List<Row> gates(Registers registers) {
    List<GatePlaces.Holds> all = new GatePlaces(registers).all();
    Map<String, Integer> gatesHeld =
        all.stream()
            .filter(holds -> holds.scopeType() == ScopeType.GATE)
            .collect(
                Collectors.groupingBy(
                    GatePlaces.Holds::scopeId,
                    Collectors.collectingAndThen(
                        Collectors.mapping(GatePlaces.Holds::gateId, Collectors.toSet()),
                        Set::size)));
    Map<String, Integer> sections =
        registers.areas().stream()
            .collect(
                Collectors.toMap(
                    area -> area.id(), area -> area.members().size(), (one, other) -> other));
    return all.stream()
        .map(
            holds -> {
              boolean isArea = holds.scopeType() == ScopeType.AREA;
              boolean isGate = holds.scopeType() == ScopeType.GATE;
              return RowFactory.create(
                  holds.gateId(),
                  holds.scopeType().id(),
                  holds.scopeId(),
                  isArea ? null : registers.gate(holds.gateId()).sectionId(),
                  holds.from(),
                  holds.to(),
                  isArea ? sections.get(holds.scopeId()) : 0,
                  isGate ? gatesHeld.get(holds.scopeId()) : 0);
            })
        .toList();
  }

  private static List<Row> goods(Registers registers) {
    GoodsCodes codes = new GoodsCodes(registers.goods());
    return registers.goods().stream()
        .flatMap(
            goods -> {
              List<String> lineage = codes.lineage(goods.id());
              return lineage.stream()
                  .map(
                      group ->
                          RowFactory.create(
                              goods.id(), group, lineage.indexOf(group) == lineage.size() - 1));
            })
        .toList();
  }
}
