package org.bienmau.gold;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.bienmau.check.Check.blocks;
import static org.bienmau.table.TableColumn.optional;
import static org.bienmau.table.TableColumn.required;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.bienmau.reference.Gate;
import org.bienmau.reference.GateStatus;
import org.bienmau.reference.Registers;
import org.bienmau.table.Layer;
import org.bienmau.table.Table;
import org.bienmau.table.TableColumn;

/** Gates and lanes as they were from one day to another: level, parent and whether they worked. */
public final class DimGate {
  private DimGate() {}

  public static final TableColumn GATE_ID =
      required(
          "gate_id",
          StringType,
          "",
          "The gate or lane; one that changed has a row for each state.");
  public static final TableColumn STATE_NO = States.STATE_NO;
  public static final TableColumn VALID_FROM =
      optional(
          "valid_from",
          DateType,
          "",
          "First local day the row holds; empty when it held before anything recorded here.");
  public static final TableColumn VALID_TO =
      optional("valid_to", DateType, "", "Last local day the row holds; empty while it holds.");
  public static final TableColumn IS_CURRENT =
      required("is_current", BooleanType, "", "Whether the row still holds.");
  public static final TableColumn NAME_VI =
      required("name_vi", StringType, "", "Vietnamese name with its marks.");
  public static final TableColumn NAME_EN = required("name_en", StringType, "", "English name.");
  public static final TableColumn KIND =
      required("kind", StringType, "", "gate, bridge, lane, freight_road, opening or station.");
  public static final TableColumn MODE = required("mode", StringType, "", "road, rail or river.");
  public static final TableColumn SECTION_ID =
      required("section_id", StringType, "", "The border section it lies in.");
  public static final TableColumn PARENT_GATE_ID =
      optional(
          "parent_gate_id",
          StringType,
          "",
          "The gate whose totals include it; empty when it stands alone.");
  public static final TableColumn LEVEL =
      optional(
          "level",
          StringType,
          "",
          "international, bilateral, auxiliary, opening, lane or planned; empty when no state is registered.");
  public static final TableColumn STATUS =
      optional(
          "status",
          StringType,
          "",
          "open, people_only, suspended, planned or unknown; empty when no state is registered.");
  public static final TableColumn CN_NAME_VI =
      optional(
          "cn_name_vi",
          StringType,
          "",
          "Vietnamese names of the Chinese side; empty when not read.");
  public static final TableColumn CN_NAME_PINYIN =
      optional(
          "cn_name_pinyin",
          StringType,
          "",
          "Pinyin name of the Chinese side; empty when not read.");
  public static final TableColumn CN_NAME_HANZI =
      optional(
          "cn_name_hanzi",
          StringType,
          "",
          "Chinese name of the Chinese side; empty when not read.");
  public static final TableColumn CN_REGION =
      optional("cn_region", StringType, "", "yunnan or guangxi; empty when not read.");
  public static final TableColumn CONFIDENCE =
      required(
          "confidence",
          StringType,
          "",
          "high, medium or low: how well the main facts are sourced.");
  public static final TableColumn SOURCE =
      required("source", StringType, "", "Page or document that says so.");
  public static final TableColumn NOTE =
      optional("note", StringType, "", "Doubts and remarks; empty when there are none.");

  public static final Table TABLE =
      Table.named(Layer.GOLD, "dim_gate")
          .purpose(
              "Gates and lanes with the days from and to which each state holds; a lane names the gate whose totals include it.")
          .columns(
              GATE_ID,
              STATE_NO,
              VALID_FROM,
              VALID_TO,
              IS_CURRENT,
              NAME_VI,
              NAME_EN,
              KIND,
              MODE,
              SECTION_ID,
              PARENT_GATE_ID,
              LEVEL,
              STATUS,
              CN_NAME_VI,
              CN_NAME_PINYIN,
              CN_NAME_HANZI,
              CN_REGION,
              CONFIDENCE,
              SOURCE,
              NOTE)
          .oneRowPer(GATE_ID, STATE_NO)
          .check(
              blocks(
                  "No valid_to lies before its valid_from.", VALID_TO.col().lt(VALID_FROM.col())))
          .check(
              blocks(
                  "No gate is its own parent_gate_id.",
                  PARENT_GATE_ID.col().equalTo(GATE_ID.col())))
          .computedBy(inputs -> inputs.rows(DimGate.TABLE, rows(inputs.given(Registers.class))));

  static List<Row> rows(Registers registers) {
    return registers.gates().stream().flatMap(gate -> states(gate, registers)).toList();
  }

  private static Stream<Row> states(Gate gate, Registers registers) {
    List<GateStatus> states =
        registers.gateStatuses().stream()
            .filter(status -> status.gateId().equals(gate.id()))
            .toList();
    return states.isEmpty()
        ? Stream.of(
            row(gate, 1, new GateStatus(gate.id(), null, null, null, null, null, null, null)))
        : states.stream()
            .map(
                state ->
                    row(
                        gate,
                        States.number(state, states, GateStatus::gateId, GateStatus::validFrom),
                        state));
  }

  private static Row row(Gate gate, int stateNo, GateStatus state) {
    return RowFactory.create(
        gate.id(),
        stateNo,
        state.validFrom(),
        state.validTo(),
        state.validTo() == null,
        gate.nameVi(),
        gate.nameEn(),
        gate.kind(),
        gate.mode(),
        gate.sectionId(),
        RegisterText.orEmpty(state.parentGateId()),
        state.level(),
        state.status(),
        RegisterText.orEmpty(gate.cnNameVi()),
        RegisterText.orEmpty(gate.cnNamePinyin()),
        RegisterText.orEmpty(gate.cnNameHanzi()),
        RegisterText.orEmpty(gate.cnRegion()),
        gate.confidence(),
        gate.source(),
        RegisterText.orEmpty(gate.note()));
  }
}
