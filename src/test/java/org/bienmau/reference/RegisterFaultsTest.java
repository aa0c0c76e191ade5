package org.bienmau.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegisterFaultsTest {
  @Test
  void registers_without_a_fault_are_read() {
    assertThat(Registers.load(new TestRegisters()).gates()).hasSize(3);
  }

  @Test
  void all_problems_are_told_at_once_by_file_and_line() {
    TestRegisters registers =
        new TestRegisters()
            .with("gates.csv", "lane,road,east", "lane,road,eas")
            .with("gate_capacity.csv", "400,1500", "2400,1500")
            .with(
                "units.csv",
                "million USD,triệu USD,USD,1000000,money,page,",
                "million USD,triệu USD,USD,many,money,,");

    assertThatThrownBy(() -> Registers.load(registers))
        .isInstanceOf(InvalidRegistersException.class)
        .hasMessage(
            """
            Cannot use the registers: 5 problems.
              - conf/reference/gate_capacity.csv line 2: column capacity_low has '2400': it lies above the upper bound 1500
              - conf/reference/gate_status.csv line 4: column parent_gate_id has 'big_gate': it lies in another section
              - conf/reference/gates.csv line 3: column section_id names 'eas', which is not registered (nearest is east)
              - conf/reference/units.csv line 3: column factor has 'many': it must be a number such as 231.74
              - conf/reference/units.csv line 3: column source has '': every row must name the page or document that says so""");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          sections.csv      ~ 449.566             ~ 452                    ~ conf/reference/areas.csv line 2: column border_km has '1449.566': the sections add up to 1452 km (tolerance 0.5 km)
          sections.csv      ~ ,faces,             ~ ,looks,                ~ conf/reference/sections.csv line 1: unknown columns looks; known are section_id, order, name_vi, name_en, border_km, faces, source, note
          sections.csv      ~ east,2              ~ east,1                 ~ conf/reference/sections.csv line 3: column order has '1': line 2 has it already
          sections.csv      ~ guangxi,page,       ~ guangxi,page           ~ conf/reference/sections.csv line 3: it has 7 cells, the header has 8
          provinces.csv     ~ 2025-06-30          ~ 2025-06-31             ~ conf/reference/provinces.csv line 3: column valid_to has '2025-06-31': it must be a day such as 2024-05-27
          provinces.csv     ~ 2025-07-01          ~ 2025-07-03             ~ conf/reference/provinces.csv: section east lies in 0 provinces on 2025-07-01, it must be exactly one
          provinces.csv     ~ 2025-07-01          ~ 2025-06-30             ~ conf/reference/provinces.csv: section east lies in 2 provinces on 2025-06-30, it must be exactly one
          provinces.csv     ~ ,big,               ~ ,bog,                  ~ conf/reference/provinces.csv line 3: column successor names 'bog', which is not registered (nearest is big)
          gates.csv         ~ far_gate            ~ lane                   ~ conf/reference/gates.csv line 4: column gate_id has 'lane': line 3 has it already
          gates.csv         ~ lane,road           ~ alley,road             ~ conf/reference/gates.csv line 3: column kind has 'alley': it must be one of gate, bridge, lane, freight_road, opening, station
          gates.csv         ~ Cổng Xa,            ~ ,                      ~ conf/reference/gates.csv line 4: column name_vi has '': it must not be empty
          gates.csv         ~ Far Gate,           ~ Cong Lon,              ~ conf/reference/gates.csv line 4: the name 'conglon' belongs to gate big_gate and gate far_gate; list all of them in namesakes.csv or take it away
          gate_status.csv   ~ 2024-05-27          ~ 2024-05-29             ~ conf/reference/gate_status.csv line 4: lane is not known from 2024-05-27 to 2024-05-28, between line 3 and this line
          gate_status.csv   ~ 2024-05-27          ~ 2024-05-26             ~ conf/reference/gate_status.csv line 4: lane overlaps line 3
          gate_status.csv   ~ 2024-05-27,,        ~ 2024-05-27,2024-05-01, ~ conf/reference/gate_status.csv line 4: column valid_to has '2024-05-01': it lies before valid_from
          gate_status.csv   ~ big_gate,lane       ~ huge_gate,lane         ~ conf/reference/gate_status.csv line 4: column parent_gate_id names 'huge_gate', which is not registered (nearest is big_gate)
          gate_status.csv   ~ big_gate,,,,        ~ big_gate,,,lane,       ~ conf/reference/gate_status.csv line 4: column parent_gate_id has 'big_gate': its parents lead back to lane
          gate_capacity.csv ~ big_gate,total      ~ big_gate,both          ~ conf/reference/gate_capacity.csv line 2: column direction has 'both': it must be one of export, import, total
          areas.csv         ~ west|east           ~ west|ease              ~ conf/reference/areas.csv line 2: column members names 'ease', which is not registered (nearest is east)
          areas.csv         ~ ,border,west        ~ ,group,west            ~ conf/reference/areas.csv: exactly one row must be of kind border, which holds all sections; found []
          areas.csv         ~ west|east           ~ west                   ~ conf/reference/areas.csv line 2: column members has 'west': it must name every section, as it is the whole border
          gates.csv         ~ ,guangxi,page       ~ ,guangsi,page          ~ conf/reference/gates.csv line 2: column cn_region has 'guangsi': no section faces it; they face guangxi, yunnan
          measures.csv      ~ ,true,true,true,true~ ,true,yes,true,true    ~ conf/reference/measures.csv line 2: column adds_over_directions has 'yes': it must be one of true, false
          measures.csv      ~ USD,flow            ~ EUR,flow               ~ conf/reference/measures.csv line 2: column unit names 'EUR', which is not registered
          units.csv         ~ dollars,USD,1       ~ dollars,USD,2          ~ conf/reference/units.csv line 2: column factor has '2': a base unit has factor 1
          units.csv         ~ triệu USD           ~ Dollars                ~ conf/reference/units.csv line 3: column aliases has 'dollars', which USD has already
          goods.csv         ~ Fruit,all           ~ Fruit,mango            ~ conf/reference/goods.csv line 4: column parent_id has 'fruit': its parents lead back to mango
          goods.csv         ~ Fruit,all           ~ Fruit,                 ~ conf/reference/goods.csv: exactly one row may be without parent_id, found [all, fruit]
          goods.csv         ~ Mango,fruit         ~ Mango,fruits           ~ conf/reference/goods.csv line 4: column parent_id names 'fruits', which is not registered (nearest is fruit)
          goods.csv         ~ 08,HS 2022          ~ 08,                    ~ conf/reference/goods.csv line 3: column hs_vintage has '': it must be there exactly when there are hs_codes
          goods.csv         ~ 08,HS 2022,         ~ 08,HS 2022,true        ~ conf/reference/goods.csv line 4: column homogeneous has 'true': it is a part of fruit, which is marked so too
          goods.csv         ~ xoài,               ~ Trái Cây,              ~ conf/reference/goods.csv line 4: column printed_names has 'trái cây', which fruit has already
          goods.csv         ~ ,08,HS 2022         ~ ,8,HS 2022             ~ conf/reference/goods.csv line 3: column hs_codes has '8': '8' is no code such as 08, 0810 or 0810.60
          goods.csv         ~ ,08,HS 2022         ~ ,08|*,HS 2022          ~ conf/reference/goods.csv line 3: column hs_codes has '08|*': * stands for all codes that nobody claims, so it stands alone
          congestion_levels.csv ~ Yellow,500      ~ Yellow,0               ~ conf/reference/congestion_levels.csv line 3: column above has '0': it does not lie above that of the level before
          congestion_levels.csv ~ Green,0         ~ Green,1                ~ conf/reference/congestion_levels.csv line 2: column above has '1': the lowest level begins at 0
          publishers.csv    ~ State,1             ~ State,5                ~ conf/reference/publishers.csv line 2: column tier has '5': it must lie between 1 and 4
          publishers.csv    ~ authority,,         ~ authority,perhaps,     ~ conf/reference/publishers.csv line 2: column simulated has 'perhaps': it must be one of true, false
          events.csv        ~ 2024-09-08          ~ 2024-09-06             ~ conf/reference/events.csv line 2: column end has '2024-09-06': it lies before the start
          events.csv        ~ big_gate            ~ bad_gate               ~ conf/reference/events.csv line 2: column scope_ids names 'bad_gate', which is not registered (nearest is big_gate)
          plans.csv         ~ 2024-12-31          ~ 2024-11-30             ~ conf/reference/plans.csv line 2: column period_end has '2024-11-30': Cannot use 2024-01-01 to 2024-11-30 as a year: it does not have the first and the last day of one.
          plans.csv         ~ ,1,2,               ~ ,3,2,                  ~ conf/reference/plans.csv line 2: column target_low has '3': it lies above the upper bound 2
          fx_rates.csv      ~ 7.1                 ~ -7.1                   ~ conf/reference/fx_rates.csv line 2: column rate has '-7.1': it must be above zero
          fx_rates.csv      ~ 2024-01-31          ~ 2024-02-01             ~ conf/reference/fx_rates.csv line 2: column period_end has '2024-02-01': the dates are not those of a month
          """)
  void a_planted_fault_is_named(String file, String good, String bad, String problem) {
    TestRegisters registers = new TestRegisters().with(file, good, bad);

    assertThat(problems(registers)).contains(problem);
  }

  @Test
  void a_gate_without_status_is_refused() {
    TestRegisters registers =
        new TestRegisters()
            .plus("gates.csv", "new_gate,Mới,New,,gate,road,west,,,,,yunnan,page,high,");

    assertThat(problems(registers))
        .containsExactly(
            "conf/reference/gates.csv line 5: column gate_id has 'new_gate': gate_status.csv has no row for it");
  }

  @Test
  void a_gate_that_shares_the_name_of_a_section_must_be_listed_among_the_namesakes() {
    TestRegisters registers =
        new TestRegisters().with("gates.csv", "Small Lane,", "Small Lane,Đông");

    assertThat(problems(registers))
        .containsExactly(
            "conf/reference/gates.csv line 3: the name 'dong' belongs to gate lane and section east; list all of them in namesakes.csv or take it away");
    registers
        .plus("namesakes.csv", "Đông,section,east,province,east,,,page,")
        .plus("namesakes.csv", "Đông,gate,lane,lane,east,,,page,");
    assertThat(Registers.load(registers).namesakes()).hasSize(2);
  }

  @Test
  void two_capacities_of_one_direction_must_not_overlap_but_may_leave_a_gap() {
    TestRegisters gap =
        new TestRegisters()
            .plus("gate_capacity.csv", "big_gate,total,2020-01-01,2020-12-31,1,1,page,");
    TestRegisters overlap =
        new TestRegisters().plus("gate_capacity.csv", "big_gate,total,2020-01-01,,1,1,page,");

    assertThat(Registers.load(gap).capacities()).hasSize(2);
    assertThat(problems(overlap))
        .containsExactly("conf/reference/gate_capacity.csv line 2: big_gate TOTAL overlaps line 3");
  }

  @Test
  void a_missing_file_is_a_problem_like_any_other() {
    assertThat(problems(new TestRegisters().without("fx_rates.csv")))
        .containsExactly(
            "conf/reference/fx_rates.csv: it cannot be read (java.io.IOException: no such file: fx_rates.csv)");
  }

  private static List<String> problems(TestRegisters registers) {
    return catchThrowableOfType(InvalidRegistersException.class, () -> Registers.load(registers))
        .problems();
  }
}
