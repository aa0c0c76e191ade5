package org.bienmau.source.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.bienmau.reference.PeriodKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateFormTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Tháng M/yyyy           | tháng 3/2024              | 2024-03-01T00:00
          Tháng M năm yyyy       | Tháng 12  năm 2024        | 2024-12-01T00:00
          MM/yyyy                | 03/2024                   | 2024-03-01T00:00
          d/M/yy                 | 5/3/24                    | 2024-03-05T00:00
          Quý Q/yyyy             | Quý IV/2024               | 2024-10-01T00:00
          Quý Q năm yyyy         | Quý 2 năm 2024            | 2024-04-01T00:00
          MMM-yy                 | Mar-24                    | 2024-03-01T00:00
          MMM d, yyyy            | September 5, 2024         | 2024-09-05T00:00
          Tháng M/yyyy           | Tháng XII/2024            | 2024-12-01T00:00
          Tháng M năm yyyy       | tháng IV năm 2024         | 2024-04-01T00:00
          Tháng MMM năm yyyy     | Tháng Tư năm 2024         | 2024-04-01T00:00
          Tháng MMM/yyyy         | Tháng mười hai/2024       | 2024-12-01T00:00
          HH:mm dd/MM/yyyy       | 20:00 22/08/2024          | 2024-08-22T20:00
          ngày d tháng M năm yyyy| Ngày 22 tháng 8 năm 2024  | 2024-08-22T00:00
          serial                 | 45352                     | 2024-03-01T00:00
          serial                 | 45352.5                   | 2024-03-01T12:00
          serial                 | 59                        | 1900-02-28T00:00
          serial                 | 61                        | 1900-03-01T00:00
          yyyy                   | 2024                      | 2024-01-01T00:00
          """)
  void dates_are_read_as_they_are_written(String form, String text, String moment) {
    assertThat(DateForm.of(form).read(text).orElseThrow().start()).hasToString(moment);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          dd/MM/yyyy | 30/02/2024
          dd/MM/yyyy | 5/3/2024
          M/yyyy     | 13/2024
          MMM yyyy   | Mai 2024
          MMM yyyy   | Ma 2024
          M/yyyy     | IIII/2024
          Quý Q/yyyy | Quý V/2024
          M/yyyy     | 3/2024 (sơ bộ)
          """)
  void what_is_written_otherwise_or_no_day_is_no_date(String form, String text) {
    assertThat(DateForm.of(form).read(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2024-03-05, 2024-03-05T00:00",
    "2024-03-05 08:12, 2024-03-05T08:12",
    "2024-03-05T08:12:30, 2024-03-05T08:12:30",
    "2024-03-05T08:12:00+07:00, 2024-03-05T08:12",
    "2024-03-05T23:12:00Z, 2024-03-06T06:12"
  })
  void iso_dates_are_read_whatever_the_form_in_the_time_of_the_layout(String text, String moment) {
    assertThat(read(text).orElseThrow().start()).hasToString(moment);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-02-30", "2024-03-05T25:00:00Z", "2024-03-05T08:12:00+99:00"})
  void an_iso_date_that_is_none_is_refused(String text) {
    assertThat(read(text)).isEmpty();
  }

  private static Optional<DateForm.Moment> read(String text) {
    return DateForm.read(text, List.of(DateForm.of("M/yyyy")), ZoneOffset.ofHours(7));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dd", "M", "Tháng M", "dd/yyyy", "yyyy/yyyy", "HH:mm", "Q/M/yyyy"})
  void a_form_that_names_no_day_month_quarter_or_year_is_refused(String form) {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> DateForm.of(form))
        .withMessage("\"%s\" names no day, month, quarter or year; write it like dd/MM/yyyy", form);
  }

  @ParameterizedTest
  @CsvSource({
    "DAY, 2024-05-31, 2024-05-31, 2024-05-31",
    "MONTH, 2024-05-31, 2024-05-01, 2024-05-31",
    "QUARTER, 2024-05-31, 2024-04-01, 2024-06-30",
    "HALF, 2024-05-31, 2024-01-01, 2024-06-30",
    "YEAR, 2024-05-31, 2024-01-01, 2024-12-31",
    "YTD, 2024-05-15, 2024-01-01, 2024-05-15"
  })
  void a_date_names_the_period_it_lies_in(PeriodKind kind, String day, String start, String end) {
    Period period = Period.of(DateForm.of("yyyy-MM-dd").read(day).orElseThrow(), kind);

    assertThat(period.start()).hasToString(start);
    assertThat(period.end()).hasToString(end);
  }

  @Test
  void a_month_names_the_year_up_to_its_end() {
    assertThat(Period.of(DateForm.of("M/yyyy").read("2/2024").orElseThrow(), PeriodKind.YTD).end())
        .hasToString("2024-02-29");
  }
}
