package org.bienmau.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HsCodesTest {
  private static final HsCodes CODES =
      Registers.load(
              RegisterFiles.in(
                  Path.of(System.getProperty("bienmau.basedir", ".")).resolve("conf/reference")))
          .hsCodes();

  @ParameterizedTest(name = "{0} on {1}: {2}")
  @CsvSource({
    "08106000, 2012-01-01, true",
    "08106000, 2025-06-30, true",
    // Parts of aircraft: 8803 until HS 2017, 8807 since HS 2022.
    "88033000, 2022-11-30, true",
    "88033000, 2022-12-01, false",
    "88073000, 2022-11-30, false",
    "88073000, 2022-12-01, true",
    "96200000, 2017-12-31, false",
    "96200000, 2018-01-01, true",
    "69081000, 2017-12-31, true",
    "69081000, 2018-01-01, false",
    "77010000, 2024-01-01, false",
    "99990000, 2024-01-01, false",
  })
  void a_code_is_in_force_from_edition_to_edition(String code, LocalDate day, boolean inForce) {
    long editions = CODES.editionsOf(code);

    assertThat((editions >> CODES.editionOn(day) & 1) == 1).isEqualTo(inForce);
  }

  @Test
  void no_edition_is_registered_before_the_first() {
    assertThat(CODES.editionOn(LocalDate.of(2011, 12, 31))).isEqualTo(-1);
    assertThat(CODES.vintages())
        .extracting(HsVintage::id)
        .containsExactly("HS 2012", "HS 2017", "HS 2022");
  }

  @Test
  void faults_in_the_registers_are_named() {
    TestRegisters faulty =
        new TestRegisters()
            .with("hs_headings.csv", "8806,HS 2022,,", "8906,HS 2022,HS 2017,")
            .with("hs_headings.csv", "8803,,HS 2017", "8803,,")
            .with("hs_chapters.csv", "88,", "8,")
            .with(
                "goods.csv",
                "mango,xoài,Xoài,Mango,fruit,0804.50,HS 2022",
                "mango,xoài,Xoài,Mango,fruit,0904.50,HS 2027");

    assertThatExceptionOfType(InvalidRegistersException.class)
        .isThrownBy(() -> Registers.load(faulty))
        .withMessageContaining(
            "conf/reference/goods.csv line 4: column hs_codes has '0904.50': '0904.50' is in no registered chapter")
        .withMessageContaining(
            "conf/reference/goods.csv line 4: column hs_vintage has 'HS 2027': hs_vintages.csv has no such edition")
        .withMessageContaining(
            "conf/reference/hs_chapters.csv line 3: column chapter has '8': it must be 2 digits")
        .withMessageContaining(
            "conf/reference/hs_headings.csv line 2: column first_vintage has '': a heading in every edition does not belong here")
        .withMessageContaining(
            "conf/reference/hs_headings.csv line 3: column heading has '8906': its chapter is not registered")
        .withMessageContaining(
            "conf/reference/hs_headings.csv line 3: column last_vintage has 'HS 2017': it lies before the first");
  }
}
