package org.bienmau.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PlacesTest {
  private static final Registers REGISTERS =
      Registers.load(RegisterFiles.in(Path.of("conf/reference")));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Hữu Nghị                               | gate    | huu_nghi
          Huu Nghi                               | gate    | huu_nghi
          huunghi                                | gate    | huu_nghi
          CKQT HỮU NGHỊ                          | gate    | huu_nghi
          cửa khẩu quốc tế Hữu Nghị              | gate    | huu_nghi
          Huu Nghi international border gate     | gate    | huu_nghi
          Lang Son/Huu Nghi                      | gate    | huu_nghi
          tỉnh Lạng Sơn/CKQT Hữu Nghị            | gate    | huu_nghi
          Hữu Nghị - Hữu Nghị Quan               | gate    | huu_nghi
          Hữu Nghị – Youyiguan                   | gate    | huu_nghi
          友谊关                                  | gate    | huu_nghi
          Hữu Nghị Quan - Hữu Nghị               | gate    | huu_nghi
          Bắc Luân 2                             | gate    | bac_luan_2
          Bắc Luân II                            | gate    | bac_luan_2
          cầu Bắc Luân 2                         | gate    | bac_luan_2
          Bac Luan II bridge                     | gate    | bac_luan_2
          Km3+4                                  | gate    | km3_4
          Km 3+4                                 | gate    | km3_4
          KM3+4 Hai Yen                          | gate    | km3_4
          Kim Thành                              | gate    | kim_thanh
          Lào Cai (ga)                           | gate    | lao_cai_rail
          Lào Cai (cửa khẩu)                     | gate    | lao_cai_road
          Lào Cai - Hà Khẩu                      | gate    | lao_cai_road
          ga Đồng Đăng                           | gate    | dong_dang_rail
          Thanh Thủy - Thiên Bảo                 | gate    | thanh_thuy
          Thanh Thuỷ-Thiên Bảo                   | gate    | thanh_thuy
          Chi-Ma                                 | gate    | chi_ma
          lối thông quan Tân Thanh               | gate    | tan_thanh
          1088/2-1089                            | gate    | tan_thanh_1088
          Ha Giang/Thanh Thuy                    | gate    | thanh_thuy
          Lạng Sơn                               | section | lang_son
          tỉnh Lạng Sơn                          | section | lang_son
          Lang Son province                      | section | lang_son
          Ðiện Biên                              | section | dien_bien
          Biên giới Việt Nam - Trung Quốc        | area    | border
          Lạng Sơn + Cao Bằng                    | area    | cao_bang_lang_son
          """)
  void a_name_that_stands_for_one_place_is_found(String text, String type, String id) {
    assertThat(describe(REGISTERS.places().resolve(text, Hint.none()))).isEqualTo(type + " " + id);
  }

  @Test
  void every_registered_spelling_of_a_gate_leads_to_that_gate() {
    for (Gate gate : REGISTERS.gates()) {
      Hint hint = new Hint("gate", REGISTERS.section(gate.sectionId()).nameVi(), null);
      assertThat(
              Stream.concat(Stream.of(gate.nameVi(), gate.nameEn()), gate.aliases().stream())
                  .map(name -> describe(REGISTERS.places().resolve(name, hint)))
                  .distinct())
          .containsExactly("gate " + gate.id());
    }
  }

  @ParameterizedTest
  @EnumSource(Normalizer.Form.class)
  void every_unicode_form_of_a_name_is_found(Normalizer.Form form) {
    String text = Normalizer.normalize("Cửa khẩu Tà Lùng", form);

    assertThat(describe(REGISTERS.places().resolve(text, Hint.none()))).isEqualTo("gate ta_lung");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          Lào Cai     | province | Lào Cai     | 2024-03-31 | section lao_cai
          Lào Cai     | -        | -           | 2024-03-31 | ambiguous
          Lào Cai     | gate     | Lào Cai     | 2024-03-31 | ambiguous
          Thanh Thủy  | gate     | -           | 2024-03-31 | ambiguous
          Thanh Thủy  | gate     | Hà Giang    | 2024-03-31 | gate thanh_thuy
          Thanh Thủy  | gate     | Hà Giang    | 2025-12-31 | gate thanh_thuy
          Thanh Thủy  | gate     | Tuyên Quang | 2025-12-31 | gate thanh_thuy
          Thanh Thủy  | gate     | Tuyên Quang | 2024-12-31 | ambiguous
          Thanh Thủy  | gate     | Nghệ An     | 2024-12-31 | ambiguous
          Đồng Đăng   | -        | -           | -          | ambiguous
          Đồng Đăng   | gate     | Lạng Sơn    | -          | gate dong_dang_rail
          Bắc Luân    | gate     | Quảng Ninh  | -          | ambiguous
          Tuyên Quang | province | -           | 2025-07-01 | section ha_giang
          Tuyên Quang | province | -           | 2025-06-30 | unknown
          Tuyên Quang | province | -           | -          | ambiguous
          Hà Giang    | province | -           | 2025-12-31 | section ha_giang
          Lai Châu    | province | -           | 2004-01-01 | section lai_chau
          Lai Châu    | province | -           | 2003-12-31 | ambiguous
          Yên Bái     | province | -           | 2024-01-01 | unknown
          Tân Thanh   | gate     | Cao Bằng    | -          | ambiguous
          Tân Thanh   | province | -           | -          | unknown
          Tân Thanh   | village  | -           | -          | unknown
          """)
  void the_hint_decides_or_nobody_does(
      String text, String type, String province, LocalDate date, String expected) {
    assertThat(describe(REGISTERS.places().resolve(text, new Hint(type, province, date))))
        .isEqualTo(expected);
  }

  @Test
  void a_found_place_tells_its_section_and_the_province_of_the_date() {
    Hint hint = new Hint("gate", "Tuyên Quang", LocalDate.of(2025, 7, 1));

    assertThat(REGISTERS.places().resolve("CKQT Thanh Thuy", hint))
        .isEqualTo(
            new Resolution.Found(
                ScopeType.GATE,
                "thanh_thuy",
                "ha_giang",
                "tuyen_quang",
                "name without marks and what stands beside it"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Thanh Thủy-Nậm On | Cannot resolve 'Thanh Thủy-Nậm On': it is not on the border with China. Say which by its full name, its kind or its province: Thanh Thủy, border gate with Laos, Thanh Chương, Nghệ An [none of ours].
          Lào Cai | Cannot resolve 'Lào Cai': the name alone stands for several places. Say which by its full name, its kind or its province: Lào Cai (đường bộ), road gate [gate lao_cai_road]; Lào Cai (ga), rail gate [gate lao_cai_rail]; Lào Cai, border-gate economic zone, Lào Cai [none of ours]; Lào Cai, border section [section lao_cai].
          Tả Lùng | Cannot resolve 'Tả Lùng': no place is written with exactly these marks. Correct it to one of these or add it to conf/reference: Tà Lùng, road gate [gate ta_lung].
          Tan Than | Cannot resolve 'Tan Than': no place of this name is registered. Correct it to one of these or add it to conf/reference: Tân Thanh, road gate [gate tan_thanh].
          Pò Chài | Cannot resolve 'Pò Chài': it is the other side of a gate of ours. Say which by its full name, its kind or its province: Tân Thanh, road gate [gate tan_thanh]; Đường chuyên dụng mốc 1088/2-1089, road gate [gate tan_thanh_1088].
          Hữu Nghị - Đông Hưng | Cannot resolve 'Hữu Nghị - Đông Hưng': 'Đông Hưng' is not known as its other side. Say which by its full name, its kind or its province: Hữu Nghị, road gate [gate huu_nghi].
          Cầu Treo | Cannot resolve 'Cầu Treo': no place of this name is registered. Add it to conf/reference if it is a place on this border.
          """)
  void a_name_that_stands_for_no_single_place_is_explained(String text, String error) {
    assertThat(REGISTERS.places().resolve(text, Hint.none()).error()).isEqualTo(error);
  }

  @Test
  void an_empty_name_is_unknown() {
    assertThat(REGISTERS.places().resolve(" - ", Hint.none()))
        .isInstanceOf(Resolution.Unknown.class);
  }

  private static String describe(Resolution resolution) {
    if (resolution instanceof Resolution.Found found) {
      return found.scopeType().id() + " " + found.scopeId();
    }
    return resolution instanceof Resolution.Ambiguous ? "ambiguous" : "unknown";
  }
}
