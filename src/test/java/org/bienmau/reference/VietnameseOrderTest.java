package org.bienmau.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VietnameseOrderTest {
  private final VietnameseOrder order = new VietnameseOrder();

  @Test
  void the_seven_provinces_stand_as_in_a_vietnamese_list() {
    assertThat(
            sorted(
                "Điện Biên",
                "Lào Cai",
                "Cao Bằng",
                "Quảng Ninh",
                "Lạng Sơn",
                "Hà Giang",
                "Lai Châu"))
        .containsExactly(
            "Cao Bằng", "Điện Biên", "Hà Giang", "Lai Châu", "Lạng Sơn", "Lào Cai", "Quảng Ninh");
  }

  @Test
  void crossed_d_follows_all_of_d() {
    assertThat(sorted("Đa", "Dy", "Ea", "Da")).containsExactly("Da", "Dy", "Đa", "Ea");
  }

  @Test
  void tones_decide_only_between_equal_letters() {
    assertThat(sorted("mạ", "má", "mã", "mả", "mà", "ma", "mac"))
        .containsExactly("ma", "mà", "mả", "mã", "má", "mạ", "mac");
  }

  @Test
  void marked_vowels_are_letters_of_their_own() {
    assertThat(sorted("ân", "ăn", "an", "ba")).containsExactly("an", "ăn", "ân", "ba");
  }

  @Test
  void composed_and_decomposed_spellings_stand_together() {
    String decomposed = Normalizer.normalize("Lạng", Normalizer.Form.NFD);

    assertThat(sorted("Lạp", decomposed, "Lam")).containsExactly("Lam", decomposed, "Lạp");
  }

  private List<String> sorted(String... names) {
    return Stream.of(names).sorted(order).toList();
  }
}
