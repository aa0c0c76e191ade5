package org.bienmau.source.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TextPatternTest {
  @Test
  void digits_beside_a_star_or_words_are_all_that_stand_together() {
    assertThat(parts("*{dd#}/{mm#} > {way}", "Chủ nhật 12/10 > Xuất"))
        .contains(Map.of("dd", "12", "mm", "10", "way", "Xuất"));
    assertThat(parts("*{dd#}/{mm#}*", "từ 06/10 đến nay")).contains(Map.of("dd", "06", "mm", "10"));
    assertThat(parts("{m#}*", "10 tháng")).contains(Map.of("m", "10"));
    assertThat(parts("{what}{m#}", "Tháng 10")).isEmpty();
    assertThat(parts("T{m#}", "T10")).contains(Map.of("m", "10"));
  }

  @Test
  void digits_beside_digits_of_the_pattern_are_parted_by_it() {
    assertThat(parts("T{m#}2024", "T092024")).contains(Map.of("m", "09"));
    assertThat(parts("2024{m#}", "202409")).contains(Map.of("m", "09"));
    assertThat(parts("{q#}{rest#}", "12")).contains(Map.of("q", "1", "rest", "2"));
  }

  @Test
  void case_spaces_and_dashes_make_no_difference_and_marks_do() {
    assertThat(parts("tháng – {m#}", "THÁNG  -  3")).contains(Map.of("m", "3"));
    assertThat(parts("tháng {m#}", "thang 3")).isEmpty();
    assertThatThrownBy(() -> TextPattern.of("{a}-{a}"))
        .hasMessage("\"{a}-{a}\" remembers two parts as a");
  }

  private static Optional<Map<String, String>> parts(String pattern, String text) {
    return TextPattern.of(pattern).match(text);
  }
}
