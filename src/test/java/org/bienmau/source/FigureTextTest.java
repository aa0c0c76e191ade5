package org.bienmau.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Random;
import org.bienmau.reference.Qualifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          49,44%                          | UNDECLARED | 49.44         |            | EXACT  | %
          +49,44 %                        | UNDECLARED | 49.44         |            | EXACT  | %
          -12,3%                          | UNDECLARED | -12.3         |            | EXACT  | %
          −12,3 %                         | UNDECLARED | -12.3         |            | EXACT  | %
          4,5 tỷ USD                      | UNDECLARED | 4500000000    |            | EXACT  | USD
          4,5 tỉ USD                      | UNDECLARED | 4500000000    |            | EXACT  | USD
          4,5 TỶ USD                      | UNDECLARED | 4500000000    |            | EXACT  | USD
          1.449,566 km                    | UNDECLARED | 1449.566      |            | EXACT  | km
          1,449.566 km                    | UNDECLARED | 1449.566      |            | EXACT  | km
          trên 197 triệu USD              | UNDECLARED | 197000000     |            | OVER   | USD
          tren 197 trieu USD              | UNDECLARED | 197000000     |            | OVER   | USD
          900 - 1000 xe/ngày              | UNDECLARED | 900           | 1000       | EXACT  | xe/ngày
          900-1000 xe/ngày                | UNDECLARED | 900           | 1000       | EXACT  | xe/ngày
          400–450 xe                      | UNDECLARED | 400           | 450        | EXACT  | xe
          khoảng 400 - 450 xe             | UNDECLARED | 400           | 450        | APPROX | xe
          từ 400 đến 1.500 xe             | VI         | 400           | 1500       | EXACT  | xe
          từ 400 xe đến 1.500 xe          | VI         | 400           | 1500       | EXACT  | xe
          from 400 to 1,500 vehicles      | EN         | 400           | 1500       | EXACT  | vehicles
          between 400 and 450 vehicles    | UNDECLARED | 400           | 450        | EXACT  | vehicles
          4,5 - 5 tỷ USD                  | UNDECLARED | 4500000000    | 5000000000 | EXACT  | USD
          400 triệu - 1,2 tỷ USD          | UNDECLARED | 400000000     | 1200000000 | EXACT  | USD
          32.000 tấn                      | VI         | 32000         |            | EXACT  | tấn
          32.000 tấn                      | EN         | 32            |            | EXACT  | tấn
          1.234                           | VI         | 1234          |            | EXACT  |
          1.234                           | EN         | 1.234         |            | EXACT  |
          1,234                           | VI         | 1.234         |            | EXACT  |
          1,234                           | EN         | 1234          |            | EXACT  |
          1.234.567                       | UNDECLARED | 1234567       |            | EXACT  |
          0.123                           | UNDECLARED | 0.123         |            | EXACT  |
          1234.5                          | EN         | 1234.5        |            | EXACT  |
          gần 1,2 nghìn xe                | UNDECLARED | 1200          |            | UNDER  | xe
          gần 1,2 ngàn xe                 | UNDECLARED | 1200          |            | UNDER  | xe
          1,7 triệu tấn                   | UNDECLARED | 1700000       |            | EXACT  | tấn
          22 billion                      | UNDECLARED | 22000000000   |            | EXACT  |
          3,100 million                   | EN         | 3100000000    |            | EXACT  |
          3,100 million                   | VI         | 3100000       |            | EXACT  |
          hơn 22 tỷ USD                   | UNDECLARED | 22000000000   |            | OVER   | USD
          trên 4,78 tỷ USD                | UNDECLARED | 4780000000    |            | OVER   | USD
          gần 30%                         | UNDECLARED | 30            |            | UNDER  | %
          ước 500 xe                      | UNDECLARED | 500           |            | APPROX | xe
          ước đạt trên 197 triệu USD      | UNDECLARED | 197000000     |            | OVER   | USD
          ước đạt 197 triệu USD           | UNDECLARED | 197000000     |            | APPROX | USD
          trên dưới 500 xe                | UNDECLARED | 500           |            | APPROX | xe
          tối đa 600 xe                   | UNDECLARED | 600           |            | UPTO   | xe
          đến 600 xe                      | UNDECLARED | 600           |            | UPTO   | xe
          ~ 900 xe/ngày                   | UNDECLARED | 900           |            | APPROX | xe/ngày
          <=600 xe                        | UNDECLARED | 600           |            | UPTO   | xe
          nearly 22 billion USD           | UNDECLARED | 22000000000   |            | UNDER  | USD
          more than US$4.5 billion        | UNDECLARED | 4500000000    |            | OVER   | US$
          USD 4.5bn                       | UNDECLARED | 4500000000    |            | EXACT  | USD
          17.851,9 triệu USD              | UNDECLARED | 17851900000   |            | EXACT  | USD
          1.540 tỷ đồng                   | VI         | 1540000000000 |            | EXACT  | đồng
          18 nghìn tỷ đồng                | UNDECLARED | 18000000000000 |           | EXACT  | đồng
          1 234 567 tấn                   | UNDECLARED | 1234567       |            | EXACT  | tấn
          1.200 tờ khai                   | VI         | 1200          |            | EXACT  | tờ khai
          5 ti vi                         | UNDECLARED | 5             |            | EXACT  | ti vi
          500 vận đơn                     | UNDECLARED | 500           |            | EXACT  | vận đơn
          1.200 - 1.500,5 tấn             | UNDECLARED | 1200          | 1500.5     | EXACT  | tấn
          4,5 tỷ USD.                     | UNDECLARED | 4500000000    |            | EXACT  | USD
          """)
  void a_printed_figure_is_read_with_its_words(
      String text,
      NumberLocale locale,
      BigDecimal value,
      BigDecimal high,
      Qualifier is,
      String unit) {
    FigureText figure = FigureText.read("value", text, locale);

    assertThat(figure).isEqualTo(new FigureText(value, high, is, unit));
    assertThat(FigureText.read("value", Normalizer.normalize(text, Normalizer.Form.NFD), locale))
        .isEqualTo(figure);
    assertThat(FigureText.read("value", " " + text.replace(" ", "\u00A0") + "\u2009", locale))
        .isEqualTo(figure);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "null",
      textBlock =
          """
          1.234          | 1234 the Vietnamese way and 1.234 the English way
          3,100 million  | 3100000 the Vietnamese way and 3100000000 the English way
          32.000 tấn     | 32000 the Vietnamese way and 32 the English way
          1.200 - 1.500  | 1200 to 1500 the Vietnamese way and 1.2 to 1.5 the English way
          """)
  void a_number_with_two_readings_is_never_guessed(String text, String readings) {
    assertThatExceptionOfType(FigureTextException.class)
        .isThrownBy(() -> FigureText.read("value", text, NumberLocale.UNDECLARED))
        .withMessage(
            "Cannot read \"%s\" in column value: it is %s. Declare the file's numberLocale, VI or EN, in its contract."
                .formatted(text, readings))
        .extracting(FigureTextException::code)
        .isEqualTo(ReasonCode.NUMBER_AMBIGUOUS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''
          abc
          n/a
          -
          12-
          1.2.3
          1,23.4,5
          12 tháng 3
          12 345 6
          1e5
          4,5 tỷ 2
          31/12/2023
          1.234.56
          hơn
          ٣٤
          """)
  void a_text_that_is_no_figure_is_an_error(String text) {
    assertThatExceptionOfType(FigureTextException.class)
        .isThrownBy(() -> FigureText.read("yoy_pct", text, NumberLocale.UNDECLARED))
        .withMessage(
            "Cannot read \"%s\" in column yoy_pct: it is not a figure. Write a number, with a word such as tỷ, triệu, million and a unit if need be."
                .formatted(text))
        .extracting(FigureTextException::code)
        .isEqualTo(ReasonCode.NOT_A_NUMBER);
  }

  @Test
  void a_number_written_the_other_way_than_declared_is_an_error_and_not_another_number() {
    assertThatExceptionOfType(FigureTextException.class)
        .isThrownBy(() -> FigureText.read("value", "4,5 tỷ USD", NumberLocale.EN))
        .withMessage(
            "Cannot read \"4,5 tỷ USD\" in column value: its number is written the VI way, and the file declares EN. Correct the number, or the numberLocale in the file's contract.");
  }

  @Test
  void a_range_that_runs_down_is_an_error() {
    assertThatExceptionOfType(FigureTextException.class)
        .isThrownBy(() -> FigureText.read("value", "500 - 1 nghìn xe", NumberLocale.VI))
        .withMessage(
            "Cannot read \"500 - 1 nghìn xe\" in column value: the range runs from 500000 down to 1000. Write the lower end first, each end with its own multiplier.");
  }

  @Test
  void every_number_survives_being_written_in_either_way() {
    Random random = new Random(20261121);
    DecimalFormat vietnamese = new DecimalFormat("#,##0.####", symbols('.', ','));
    DecimalFormat english = new DecimalFormat("#,##0.####", symbols(',', '.'));
    for (int i = 0; i < 5000; i++) {
      BigDecimal number =
          new BigDecimal(random.nextLong(-1_000_000_000_000L, 1_000_000_000_000L))
              .movePointLeft(random.nextInt(5));
      assertThat(FigureText.read("value", vietnamese.format(number), NumberLocale.VI).value())
          .isEqualByComparingTo(number);
      assertThat(FigureText.read("value", english.format(number), NumberLocale.EN).value())
          .isEqualByComparingTo(number);
    }
  }

  private static DecimalFormatSymbols symbols(char grouping, char decimal) {
    DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
    symbols.setGroupingSeparator(grouping);
    symbols.setDecimalSeparator(decimal);
    return symbols;
  }
}
