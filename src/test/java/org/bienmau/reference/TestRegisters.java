package org.bienmau.reference;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A small, valid set of registers in memory, into which a test plants faults. */
final class TestRegisters implements RegisterFiles {
  private final Map<String, String> texts = new HashMap<>();

  TestRegisters() {
    texts.put(
        "sections.csv",
        """
        section_id,order,name_vi,name_en,border_km,faces,source,note
        west,1,Tây,West,1000,yunnan,page,
        east,2,Đông,East,449.566,guangxi,page,
        """);
    texts.put(
        "provinces.csv",
        """
        province_id,name_vi,name_en,aliases,gso_code,iso_code,valid_from,valid_to,section_ids,predecessors,successor,population,area_km2,source,note
        west,Tây,West,,,,,,west,,,,,page,
        east,Đông,East,,,,,2025-06-30,east,,big,,,page,
        big,Lớn,Big,,,,2025-07-01,,east,east,,,,page,
        """);
    texts.put(
        "gates.csv",
        """
        gate_id,name_vi,name_en,aliases,kind,mode,section_id,cn_name_vi,cn_name_pinyin,cn_name_hanzi,cn_aliases,cn_region,source,confidence,note
        big_gate,Cổng Lớn,Big Gate,,gate,road,east,,,,,guangxi,page,high,
        lane,Lối Nhỏ,Small Lane,,lane,road,east,,,,,guangxi,page,high,
        far_gate,Cổng Xa,Far Gate,,gate,road,west,,,,,yunnan,page,high,
        """);
    texts.put(
        "gate_status.csv",
        """
        gate_id,valid_from,valid_to,parent_gate_id,level,status,source,note
        big_gate,,,,international,open,page,
        lane,,2024-05-26,,auxiliary,open,page,
        lane,2024-05-27,,big_gate,lane,open,page,
        far_gate,,,,bilateral,open,page,
        """);
    texts.put(
        "gate_capacity.csv",
        """
        gate_id,direction,valid_from,valid_to,capacity_low,capacity_high,source,note
        big_gate,total,2024-01-01,,400,1500,page,
        """);
    texts.put(
        "areas.csv",
        """
        area_id,name_vi,name_en,aliases,kind,members,border_km,valid_from,valid_to,source,note
        border,Biên giới,Border,,border,west|east,1449.566,,,page,
        """);
    texts.put(
        "measures.csv",
        """
        measure_id,printed_names,name_vi,name_en,unit,kind,is_trade,adds_over_directions,adds_over_time,adds_over_scopes,decimals,definition,source,note
        trade_value,trade_value,Kim ngạch,Trade,USD,flow,true,true,true,true,0,value of goods,page,
        """);
    texts.put(
        "units.csv",
        """
        unit,aliases,base_unit,factor,dimension,source,note
        USD,dollars,USD,1,money,page,
        million USD,triệu USD,USD,1000000,money,page,
        """);
    texts.put(
        "goods.csv",
        """
        goods_id,printed_names,name_vi,name_en,parent_id,hs_codes,hs_vintage,homogeneous,overlaps,source,note
        all,all,Tất cả,All,,,,,,page,
        fruit,trái cây,Trái cây,Fruit,all,08,HS 2022,,,page,
        mango,xoài,Xoài,Mango,fruit,0804.50,HS 2022,true,,page,
        """);
    texts.put(
        "publishers.csv",
        "pattern,name,tier,kind,simulated,source,note\ngov.vn,State,1,authority,,page,\n");
    texts.put(
        "events.csv",
        """
        event_id,start,end,precision,scope_type,scope_ids,kind,effect,label_vi,label_en,source,confidence,note
        flood,2024-09-07,2024-09-08,range,gate,big_gate,storm_flood,closure,Lũ,Flood,page,high,
        """);
    texts.put(
        "plans.csv",
        """
        plan_id,scope_type,scope_id,measure_id,direction,regime,period_kind,period_start,period_end,target_low,target_high,unit,qualifier,published_on,source,note
        east_2024,section,east,trade_value,total,unknown,year,2024-01-01,2024-12-31,1,2,USD,exact,2024,page,
        """);
    texts.put(
        "fx_rates.csv",
        "period_start,period_end,kind,base,quote,rate,source,note\n2024-01-01,2024-01-31,month,USD,CNY,7.1,page,\n");
    texts.put(
        "hs_vintages.csv",
        """
        hs_vintage,valid_from,source,note
        HS 2017,2018-01-01,page,
        HS 2022,2022-12-01,page,
        """);
    texts.put(
        "hs_chapters.csv",
        """
        chapter,name_vi,name_en,source,note
        08,Quả,Fruit,page,
        88,Phương tiện bay,Aircraft,page,
        """);
    texts.put(
        "hs_headings.csv",
        """
        heading,first_vintage,last_vintage,name_vi,name_en,source,note
        8803,,HS 2017,Bộ phận,Parts of aircraft,page,
        8806,HS 2022,,Không người lái,Unmanned aircraft,page,
        """);
    texts.put(
        "congestion_levels.csv",
        """
        level,order,name_vi,name_en,above,source,note
        green,0,Xanh,Green,0,page,
        yellow,1,Vàng,Yellow,500,page,
        """);
    texts.put(
        "namesakes.csv", "name,scope_type,scope_id,what,where,province,counterpart,source,note\n");
  }

  /** The same registers with a text replaced; it must be there. */
  TestRegisters with(String file, String old, String replacement) {
    if (!texts.get(file).contains(old)) {
      throw new IllegalArgumentException(file + " does not hold '" + old + "'");
    }
    texts.put(file, texts.get(file).replace(old, replacement));
    return this;
  }

  /** The same registers with one more line. */
  TestRegisters plus(String file, String line) {
    texts.put(file, texts.get(file) + line + "\n");
    return this;
  }

  /** The same registers without one file. */
  TestRegisters without(String file) {
    texts.remove(file);
    return this;
  }

  @Override
  public Reader open(String name) throws IOException {
    if (!texts.containsKey(name)) {
      throw new IOException("no such file: " + name);
    }
    return new StringReader(texts.get(name));
  }

  /** The text of a register file on disk. */
  static String text(Path folder, String name) {
    try (Reader reader = RegisterFiles.in(folder).open(name)) {
      StringWriter text = new StringWriter();
      reader.transferTo(text);
      return text.toString();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
