package org.bienmau.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The header of each register file; every row also has a source and may have a note. */
final class RegisterColumns {
  static final List<String> SECTIONS =
      with("section_id", "order", "name_vi", "name_en", "border_km", "faces");
  static final List<String> PROVINCES =
      with(
          "province_id",
          "name_vi",
          "name_en",
          "aliases",
          "gso_code",
          "iso_code",
          "valid_from",
          "valid_to",
          "section_ids",
          "predecessors",
          "successor",
          "population",
          "area_km2");
  static final List<String> GATES =
      with(
          "gate_id",
          "name_vi",
          "name_en",
          "aliases",
          "kind",
          "mode",
          "section_id",
          "cn_name_vi",
          "cn_name_pinyin",
          "cn_name_hanzi",
          "cn_aliases",
          "cn_region",
          "confidence");
  static final List<String> GATE_STATUS =
      with("gate_id", "valid_from", "valid_to", "parent_gate_id", "level", "status");
  static final List<String> GATE_CAPACITY =
      with("gate_id", "direction", "valid_from", "valid_to", "capacity_low", "capacity_high");
  static final List<String> AREAS =
      with(
          "area_id",
          "name_vi",
          "name_en",
          "aliases",
          "kind",
          "members",
          "border_km",
          "valid_from",
          "valid_to");
  static final List<String> MEASURES =
      with(
          "measure_id",
          "printed_names",
          "name_vi",
          "name_en",
          "unit",
          "kind",
          "is_trade",
          "adds_over_directions",
          "adds_over_time",
          "adds_over_scopes",
          "decimals",
          "definition");
  static final List<String> UNITS = with("unit", "aliases", "base_unit", "factor", "dimension");
  static final List<String> GOODS =
      with(
          "goods_id",
          "printed_names",
          "name_vi",
          "name_en",
          "parent_id",
          "hs_codes",
          "hs_vintage",
          "homogeneous",
          "overlaps");
  static final List<String> PUBLISHERS = with("pattern", "name", "tier", "kind", "simulated");
  static final List<String> EVENTS =
      with(
          "event_id",
          "start",
          "end",
          "precision",
          "scope_type",
          "scope_ids",
          "kind",
          "effect",
          "label_vi",
          "label_en",
          "confidence");
  static final List<String> PLANS =
      with(
          "plan_id",
          "scope_type",
          "scope_id",
          "measure_id",
          "direction",
          "regime",
          "period_kind",
          "period_start",
          "period_end",
          "target_low",
          "target_high",
          "unit",
          "qualifier",
          "published_on");
  static final List<String> FX_RATES =
      with("period_start", "period_end", "kind", "base", "quote", "rate");
  static final List<String> HS_VINTAGES = with("hs_vintage", "valid_from");
  static final List<String> HS_CHAPTERS = with("chapter", "name_vi", "name_en");
  static final List<String> HS_HEADINGS =
      with("heading", "first_vintage", "last_vintage", "name_vi", "name_en");
  static final List<String> CONGESTION_LEVELS =
      with("level", "order", "name_vi", "name_en", "above");
  static final List<String> NAMESAKES =
      with("name", "scope_type", "scope_id", "what", "where", "province", "counterpart");

  private RegisterColumns() {}

  private static List<String> with(String... own) {
    List<String> columns = new ArrayList<>(Arrays.asList(own));
    columns.add("source");
    columns.add("note");
    return List.copyOf(columns);
  }
}
