package org.bienmau.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistersTest {
  private static final Path FOLDER = Path.of("conf/reference");

  private final Registers registers = Registers.load(RegisterFiles.in(FOLDER));

  @Test
  void the_seven_sections_run_from_west_to_east_and_are_as_long_as_the_border() {
    assertThat(registers.sections())
        .extracting(Section::id)
        .containsExactly(
            "dien_bien", "lai_chau", "lao_cai", "ha_giang", "cao_bang", "lang_son", "quang_ninh");
    assertThat(registers.sections().stream().map(Section::borderKm).reduce(BigDecimal::add))
        .contains(new BigDecimal("1449.566"));
  }

  @ParameterizedTest
  @CsvSource({
    "ha_giang,  1991-01-01, ha_tuyen",
    "ha_giang,  2025-06-30, ha_giang",
    "ha_giang,  2025-07-01, tuyen_quang",
    "lao_cai,   1991-09-30, hoang_lien_son",
    "lao_cai,   2025-07-01, lao_cai",
    "dien_bien, 2003-12-31, lai_chau",
    "dien_bien, 2004-01-01, dien_bien",
  })
  void a_section_lies_in_the_province_of_the_day(String section, LocalDate day, String province) {
    assertThat(registers.provinceOf(section, day).id()).isEqualTo(province);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "tan_thanh,       2024-05-26, -",
        "tan_thanh,       2024-05-27, huu_nghi",
        "coc_nam,         2024-05-27, huu_nghi",
        "bac_luan_2,      2023-01-01, mong_cai",
        "km3_4,           2023-01-01, mong_cai",
        "bac_phong_sinh,  2024-06-24, -",
        "bac_phong_sinh,  2024-06-25, hoanh_mo",
        "kim_thanh,       2024-03-31, lao_cai_road",
        "huu_nghi,        2024-05-27, -",
      })
  void a_lane_has_a_parent_from_its_day_on(String gate, LocalDate day, String parent) {
    assertThat(registers.parentOf(gate, day).map(Gate::id).orElse(null)).isEqualTo(parent);
  }

  @ParameterizedTest
  @CsvSource({
    "banqlktck.langson.gov.vn, 1",
    "Vietnam Customs, 1",
    "en.vietnamplus.vn, 2",
    "vietnamplus.vn (mirror), 4",
    "baolangson.vn, 2",
    "vnexpress.net, 3",
    "vnexpress.net via otofun.net, 4",
    "vietnam.vn (Báo Lào Cai), 4",
    "notvietnamplus.vn, 4",
  })
  void the_tier_of_a_publisher_is_that_of_the_most_specific_row(String publisher, int tier) {
    assertThat(registers.tierOf(publisher)).isEqualTo(tier);
  }

  @ParameterizedTest
  @CsvSource({"tỷ USD, USD, 1000000000", "tấn, t, 1", "kg, t, 0.001", "xe/ngày, vehicles/day, 1"})
  void a_printed_unit_is_so_many_base_units(String printed, String base, BigDecimal factor) {
    Unit unit = registers.unitNamed(printed).orElseThrow();

    assertThat(unit.baseUnit()).isEqualTo(base);
    assertThat(unit.factor()).isEqualByComparingTo(factor);
  }

  @Test
  void goods_are_found_by_key_and_by_vietnamese_name() {
    assertThat(registers.goodsNamed("Thanh Long")).map(Goods::id).contains("dragon_fruit");
    assertThat(registers.goodsNamed("dragon_fruit")).map(Goods::parentId).contains("fresh_fruit");
    assertThat(registers.goodsNamed("unobtainium")).isEmpty();
  }

  @Test
  void tet_and_the_spring_festival_are_computed_for_1990_to_2035() {
    assertThat(registers.holidays()).hasSize(92);
    assertThat(registers.holidays())
        .filteredOn(holiday -> holiday.year() == 2030)
        .extracting(Holiday::firstDay)
        .containsExactly(LocalDate.of(2030, 2, 2), LocalDate.of(2030, 2, 3));
  }

  @Test
  void an_unknown_id_is_answered_with_those_that_exist() {
    assertThatThrownBy(() -> registers.section("yen_bai"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Cannot find the section 'yen_bai': known are dien_bien, lai_chau, lao_cai, ha_giang, cao_bang, lang_son, quang_ninh.");
  }

  @Test
  void the_checksum_changes_with_any_file_and_with_nothing_else() {
    RegisterFiles changed =
        name ->
            name.equals("events.csv")
                ? new StringReader(TestRegisters.text(FOLDER, name) + "\n")
                : RegisterFiles.in(FOLDER).open(name);

    assertThat(registers.checksum()).matches("[0-9a-f]{64}");
    assertThat(Registers.load(RegisterFiles.in(FOLDER)).checksum()).isEqualTo(registers.checksum());
    assertThat(Registers.load(changed).checksum()).isNotEqualTo(registers.checksum());
  }

  @Test
  void the_copy_on_the_class_path_is_the_same() {
    assertThat(Registers.load(RegisterFiles.onClassPath("conf/reference")).checksum())
        .isEqualTo(registers.checksum());
  }

  @Test
  void registers_travel_to_other_machines_and_still_resolve() throws Exception {
    Registers copy = copy(registers);

    assertThat(copy.checksum()).isEqualTo(registers.checksum());
    assertThat(copy.places().resolve("Huu Nghi", Hint.none()).isFound()).isTrue();
    assertThat(copy.tierOf("GSO")).isEqualTo(1);
  }

  private static Registers copy(Registers original) throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(original);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (Registers) in.readObject();
    }
  }
}
