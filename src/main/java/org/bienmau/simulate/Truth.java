package org.bienmau.simulate;

/** The tables of what was planted; page simulation.md tells their columns. */
enum Truth {
  TRADE_MONTH(
      "trade_month",
      "month,section_id,gate_id,direction,regime,goods,goods_id,hs_code,currency,lines,net_kg,value"),
  EXPECTED_MONTH(
      "expected_month",
      "month,section_id,gate_id,direction,expected_usd,trend_usd,log_tet,log_closure,log_level_shift,"
          + "log_anomaly,log_noise"),
  TET_PROFILE("tet_profile", "section_id,direction,family,day,factor"),
  TET_EFFECT("tet_effect", "scope_type,scope_id,direction,log_build_up,log_stop,rms_left,months"),
  CLOSURE(
      "closure",
      "event_id,gate_id,direction,family,first_day,last_day,last_day_of_recovery,factor"),
  DIVERSION("diversion", "month,event_id,gate_id,direction,usd"),
  LEVEL_SHIFT("level_shift", "month,gate_id,direction,log_size"),
  ANOMALY("anomaly", "month,gate_id,direction,log_size"),
  GROWTH("growth", "section_id,year,direction,value_usd,growth_pct"),
  PLAN("plan", "section_id,year,target_usd,declared_usd,reached_pct"),
  FILE("file", "file,dataset,delivered_on,state,rows,refused,repeated,bytes,sha256"),
  AMENDMENT(
      "amendment", "dataset,record_id,item_no,month,revision_no,status,file,net_kg,value,currency"),
  LATE_ROW("late_row", "dataset,record_id,item_no,month,file"),
  REPEATED_ROW("repeated_row", "dataset,record_id,item_no,month,file"),
  REFUSED_ROW("refused_row", "file,line,fault,codes"),
  REFUSED_REASON("refused_reason", "file,code,rows"),
  REMARK("remark", "file,code,rows"),
  VEHICLE_DAY(
      "vehicle_day",
      "day,gate_id,direction,cargo_kind,arrived,cleared,turned_back,transferred,waiting"),
  MISSING_STAGE("missing_stage", "month,gate_id,direction,cargo_kind,stage,visits"),
  CORRECTED_COUNT("corrected_count", "day,gate_id,direction,cargo_kind,first_cleared,cleared,file"),
  MISSING_COUNT("missing_count", "day,gate_id,direction,cargo_kind,column");

  private final String fileName;
  private final String header;

  Truth(String name, String header) {
    this.fileName = name + ".csv";
    this.header = header;
  }

  String fileName() {
    return fileName;
  }

  String header() {
    return header;
  }
}
