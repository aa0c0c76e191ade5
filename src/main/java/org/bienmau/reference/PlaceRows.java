package org.bienmau.reference;

/** Turns rows of the registers of places into entries. */
final class PlaceRows {
  private PlaceRows() {}

  static Section section(RegisterRow row) {
    return new Section(
        row.text("section_id"),
        row.wholeBetween(1, 99, "order"),
        row.text("name_vi"),
        row.text("name_en"),
        row.positive("border_km"),
        row.text("faces"),
        row.source(),
        row.note());
  }

  static Province province(RegisterRow row) {
    return new Province(
        row.text("province_id"),
        row.text("name_vi"),
        row.text("name_en"),
        row.list("aliases"),
        row.optional("gso_code"),
        row.optional("iso_code"),
        row.day("valid_from"),
        row.day("valid_to"),
        row.list("section_ids"),
        row.list("predecessors"),
        row.optional("successor"),
        row.whole("population"),
        row.number("area_km2"),
        row.source(),
        row.note());
  }

  static Gate gate(RegisterRow row) {
    return new Gate(
        row.text("gate_id"),
        row.text("name_vi"),
        row.text("name_en"),
        row.list("aliases"),
        row.oneOf("kind", "gate", "bridge", "lane", "freight_road", "opening", "station"),
        row.oneOf("mode", "road", "rail", "river"),
        row.text("section_id"),
        row.optional("cn_name_vi"),
        row.optional("cn_name_pinyin"),
        row.optional("cn_name_hanzi"),
        row.list("cn_aliases"),
        row.optional("cn_region"),
        row.source(),
        row.oneOf("confidence", "high", "medium", "low"),
        row.note());
  }

  static GateStatus gateStatus(RegisterRow row) {
    return new GateStatus(
        row.text("gate_id"),
        row.day("valid_from"),
        row.day("valid_to"),
        row.optional("parent_gate_id"),
        row.oneOf("level", "international", "bilateral", "auxiliary", "opening", "lane", "planned"),
        row.oneOf("status", "open", "people_only", "suspended", "planned", "unknown"),
        row.source(),
        row.note());
  }

  static GateCapacity capacity(RegisterRow row) {
    return new GateCapacity(
        row.text("gate_id"),
        row.constant("direction", Direction.class),
        row.day("valid_from"),
        row.day("valid_to"),
        row.positive("capacity_low"),
        row.positive("capacity_high"),
        row.source(),
        row.note());
  }

  static Area area(RegisterRow row) {
    return new Area(
        row.text("area_id"),
        row.text("name_vi"),
        row.text("name_en"),
        row.list("aliases"),
        row.oneOf("kind", "border", "national", "customs_region", "group", "rail"),
        row.list("members"),
        row.number("border_km"),
        row.day("valid_from"),
        row.day("valid_to"),
        row.source(),
        row.note());
  }

  static Namesake namesake(RegisterRow row) {
    return new Namesake(
        row.text("name"),
        row.optional("scope_type") == null ? null : row.constant("scope_type", ScopeType.class),
        row.optional("scope_id"),
        row.text("what"),
        row.text("where"),
        row.optional("province"),
        row.optional("counterpart"),
        row.source(),
        row.note());
  }
}
