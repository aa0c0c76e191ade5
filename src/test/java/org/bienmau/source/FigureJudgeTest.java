package org.bienmau.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bienmau.reference.Direction;
import org.bienmau.reference.Period;
import org.bienmau.reference.PeriodKind;
import org.bienmau.reference.Qualifier;
import org.bienmau.reference.Regime;
import org.bienmau.reference.RegisterFiles;
import org.bienmau.reference.Registers;
import org.bienmau.reference.ScopeType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureJudgeTest {
  private static final LocalDate ACCESSED = LocalDate.of(2026, 11, 21);
  private static final Contract CONTRACT = RealFiles.contract();
  private static final Registers REGISTERS =
      Registers.load(RegisterFiles.in(RealFiles.path("conf/reference")));
  private static final Map<String, String> GOOD = good();

  private final FigureJudge judge = new FigureJudge(CONTRACT, REGISTERS, ACCESSED);

  @Test
  void a_good_row_becomes_a_figure_in_base_units() {
    FigureStatement figure = accepted(row("value_high", "200000000", "yoy_pct", "49.44"));

    assertThat(figure)
        .isEqualTo(
            new FigureStatement(
                figure.figureId(),
                figure.statementKey(),
                "trade_value",
                ScopeType.GATE,
                "huu_nghi",
                "lang_son",
                figure.provinceId(),
                new Period(PeriodKind.MONTH, LocalDate.of(2024, 3, 1), LocalDate.of(2024, 3, 31)),
                Direction.EXPORT,
                "durian",
                Regime.CUSTOMS_DECLARED,
                new BigDecimal("197000000.0000"),
                new BigDecimal("200000000.0000"),
                "USD",
                Qualifier.OVER,
                "197000000",
                "USD",
                null,
                null,
                new BigDecimal("49.4400"),
                null,
                null,
                "vietnamplus.vn",
                REGISTERS.tierOf("vietnamplus.vn"),
                false,
                "https://example.org/a",
                "2024-04-02",
                LocalDate.of(2024, 4, 2),
                KnownFromBasis.PUBLISHED_DAY,
                null,
                List.of()));
    assertThat(figure.figureId()).matches("[0-9a-f]{12}");
    assertThat(figure.statementKey()).matches("[0-9a-f]{16}");
  }

  @Test
  void a_figure_of_a_simulated_publisher_says_so() {
    assertThat(accepted(row("publisher", "simulated")).simulated()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = true,
      textBlock =
          """
          publisher    |                   | REQUIRED_EMPTY            | Column publisher is empty; every row needs it.
          period_start | 01/03/2024        | NOT_A_DATE                | Column period_start holds "01/03/2024", which is no day since 1900; write it as 2024-03-31.
          period_end   | 2024-02-30        | NOT_A_DATE                | Column period_end holds "2024-02-30", which is no day since 1900; write it as 2024-03-31.
          published_on | April 2024        | NOT_A_DATE                | Column published_on holds "April 2024", which is no day, month or year since 1900; write it as 2024-03-31, 2024-03 or 2024.
          value        | abc               | NOT_A_NUMBER              | Cannot read "abc" in column value: it is not a figure. Write a number, with a word such as tỷ, triệu, million and a unit if need be.
          value        | 4,5 tỷ USD        | NOT_A_NUMBER              | Cannot read "4,5 tỷ USD" in column value: its number is written the VI way, and the file declares EN. Correct the number, or the numberLocale in the file's contract.
          yoy_pct      | 5 USD             | NOT_A_NUMBER              | Column yoy_pct holds "5 USD"; a percentage is one number, with or without %.
          value        | -5                | NEGATIVE                  | Column value holds -5; no quantity is below zero.
          value        | 999999999999999999999 | TOO_LARGE             | Column value holds "999999999999999999999", which has more than 20 digits before the point.
          direction    | Export            | NOT_IN_LIST               | Column direction holds "Export", which is not one of export, import, total.
          qualifier    | circa             | NOT_IN_LIST               | Column qualifier holds "circa", which is not one of exact, approx, over, under, upto.
          commodity    | unobtainium       | NOT_IN_LIST               | Column commodity holds "unobtainium", which conf/reference/goods.csv does not name.
          period_end   | 2024-02-01        | PERIOD_REVERSED           | The period ends on 2024-02-01, before it starts on 2024-03-01.
          period_kind  | quarter           | PERIOD_KIND_MISMATCH      | The days 2024-03-01 to 2024-03-31 are not the first and the last one of a quarter.
          period_kind  | ytd               | PERIOD_KIND_MISMATCH      | The days 2024-03-01 to 2024-03-31 are not the first and the last one of a ytd.
          unit         | t                 | UNIT_DOES_NOT_FIT_MEASURE | The metric trade_value is not measured in t.
          value        | 4.5 billion VND   | UNIT_CONTRADICTED         | Column value prints the unit "VND", and column unit says USD.
          value_high   | 5                 | RANGE_REVERSED            | The range runs from 197000000 down to 5.
          yoy_pct      | -100.5            | PERCENT_IMPOSSIBLE        | Column yoy_pct holds -100.5 %, and nothing can be below -100 % there.
          plan_pct     | -1                | PERCENT_IMPOSSIBLE        | Column plan_pct holds -1 %, and nothing can be below 0 % there.
          published_on | 2024-02-15        | PUBLISHED_BEFORE_PERIOD   | The figure was published by 2024-02-15, before its period starts on 2024-03-01; only plans and capacities lie ahead.
          published_on | 2026-12-01        | PUBLISHED_AFTER_ACCESS    | The figure was published on 2026-12-01, after the day it was read, 2026-11-21.
          """)
  void a_row_with_one_fault_is_refused_for_it(
      String column, String value, ReasonCode code, String message) {
    String cell = value == null ? "" : value;

    assertThat(rejected(row(column, cell)))
        .containsExactly(new Reason(code, column, cell, message));
  }

  @Test
  void trucks_are_counted_in_whole_numbers_and_a_mean_of_them_need_not_be() {
    Map<String, String> counted =
        row("metric", "vehicles_cleared", "unit", "vehicles", "value", "120.5");
    Map<String, String> mean =
        row("metric", "vehicles_per_day_avg", "unit", "vehicles/day", "value", "120.5");

    assertThat(rejected(counted))
        .containsExactly(
            new Reason(
                ReasonCode.NOT_A_WHOLE_NUMBER,
                "value",
                "120.5",
                "Column value holds 120.5; vehicles are counted in whole numbers."));
    assertThat(accepted(mean).value()).isEqualByComparingTo("120.5");
  }

  @Test
  void a_place_must_be_known_and_lie_in_its_province() {
    assertThat(rejected(row("scope_name", "Atlantis")))
        .extracting(Reason::code, Reason::column)
        .containsExactly(tuple(ReasonCode.SCOPE_UNKNOWN, "scope_name"));
    assertThat(rejected(row("scope_name", "Thanh Thủy", "province", "")))
        .extracting(Reason::code, Reason::column)
        .containsExactly(tuple(ReasonCode.SCOPE_AMBIGUOUS, "scope_name"));
    assertThat(rejected(row("province", "Lào Cai")))
        .containsExactly(
            new Reason(
                ReasonCode.PROVINCE_MISMATCH,
                "province",
                "Lào Cai",
                "Hữu Nghị lies in the section lang_son, which Lào Cai did not hold on 2024-03-31."));
  }

  @Test
  void a_gate_may_name_the_province_that_took_its_section_over() {
    Map<String, String> row =
        row("scope_name", "Thanh Thủy", "province", "Tuyên Quang", "published_on", "2026-09-01");
    row.putAll(Map.of("period_start", "2026-08-01", "period_end", "2026-08-31"));

    assertThat(accepted(row).sectionId()).isEqualTo("ha_giang");
  }

  @Test
  void all_reasons_are_given_at_once_in_the_order_of_the_columns() {
    Map<String, String> row =
        row("publisher", "", "scope_name", "Atlantis", "period_kind", "week", "value", "-1");
    row.putAll(Map.of("unit", "t", "yoy_pct", "x", "period_start", "2024-13-01"));

    assertThat(rejected(row))
        .extracting(Reason::code, Reason::column)
        .containsExactly(
            tuple(ReasonCode.REQUIRED_EMPTY, "publisher"),
            tuple(ReasonCode.SCOPE_UNKNOWN, "scope_name"),
            tuple(ReasonCode.NOT_A_DATE, "period_start"),
            tuple(ReasonCode.NOT_IN_LIST, "period_kind"),
            tuple(ReasonCode.NEGATIVE, "value"),
            tuple(ReasonCode.UNIT_DOES_NOT_FIT_MEASURE, "unit"),
            tuple(ReasonCode.NOT_A_NUMBER, "yoy_pct"));
  }

  @Test
  void what_the_reader_found_is_among_the_reasons_and_hides_what_follows_from_it() {
    Reason bytes = new Reason(ReasonCode.ENCODING, "scope_name", "H\\xE9", "bytes");
    Reason cells = new Reason(ReasonCode.CELL_COUNT, "", "", "cells");
    Map<String, String> row = row("scope_name", "H\\xE9", "value", "-1");

    assertThat(judge.judge(new SourceRow(2, "", row, List.of(bytes))))
        .isInstanceOfSatisfying(
            Judgement.Rejected.class,
            rejected ->
                assertThat(rejected.reasons())
                    .extracting(Reason::code)
                    .containsExactly(ReasonCode.ENCODING, ReasonCode.NEGATIVE));
    assertThat(judge.judge(new SourceRow(2, "", row, List.of(cells))))
        .isEqualTo(new Judgement.Rejected(List.of(cells)));
  }

  @Test
  void a_row_of_empty_cells_is_refused_for_each_that_must_be_filled() {
    Map<String, String> blank = new LinkedHashMap<>(GOOD);
    blank.replaceAll((column, cell) -> "");

    assertThat(rejected(blank))
        .hasSize(14)
        .extracting(Reason::code)
        .containsOnly(ReasonCode.REQUIRED_EMPTY);
    assertThat(rejected(Map.of())).isEqualTo(rejected(blank));
  }

  @Test
  void an_ambiguous_number_is_refused_where_no_locale_is_declared() {
    Contract undeclared = withLocale(NumberLocale.UNDECLARED);

    Judgement judgement =
        new FigureJudge(undeclared, REGISTERS, ACCESSED)
            .judge(new SourceRow(2, "", row("value", "1.234"), List.of()));

    assertThat(judgement)
        .isEqualTo(
            new Judgement.Rejected(
                List.of(
                    new Reason(
                        ReasonCode.NUMBER_AMBIGUOUS,
                        "value",
                        "1.234",
                        "Cannot read \"1.234\" in column value: it is 1234 the Vietnamese way and 1.234 the English way. Declare the file's numberLocale, VI or EN, in its contract."))));
  }

  @Test
  void a_file_that_declares_the_vietnamese_way_may_hold_printed_figures() {
    FigureJudge vietnamese = new FigureJudge(withLocale(NumberLocale.VI), REGISTERS, ACCESSED);
    Map<String, String> row = row("value", "gần 4,5 tỷ USD", "qualifier", "exact");

    assertThat(vietnamese.judge(new SourceRow(2, "", row, List.of())))
        .isInstanceOfSatisfying(
            Judgement.Accepted.class,
            accepted -> {
              assertThat(accepted.figure().value()).isEqualByComparingTo("4500000000");
              assertThat(accepted.figure().qualifier()).isEqualTo(Qualifier.UNDER);
              assertThat(accepted.figure().printedValue()).isEqualTo("gần 4,5 tỷ USD");
            });
  }

  @Test
  void only_plans_and_capacities_lie_ahead() {
    Map<String, String> ahead = row("period_start", "2027-01-01", "period_end", "2027-12-31");
    ahead.putAll(Map.of("period_kind", "year", "published_on", "2026-11-01"));

    assertThat(rejected(ahead))
        .containsExactly(
            new Reason(
                ReasonCode.FUTURE_PERIOD,
                "period_start",
                "2027-01-01",
                "The period starts on 2027-01-01, after the day the figure was read, 2026-11-21; only plans and capacities lie ahead."));

    ahead.put("metric", "plan_value");
    assertThat(accepted(ahead).remarks()).isEmpty();
  }

  @Test
  void an_estimate_made_before_the_period_ended_is_kept_with_a_remark() {
    assertThat(remarks(row("published_on", "2024-03-29")))
        .containsExactly(
            new Remark(
                RemarkCode.EARLY_ESTIMATE,
                "Published by 2024-03-29, before the period ended on 2024-03-31: an estimate."));
  }

  @Test
  void a_month_of_the_customs_own_calendar_is_kept_as_a_range() {
    Map<String, String> row = row("period_start", "2024-02-16", "period_end", "2024-03-15");

    assertThat(accepted(row).period().id()).isEqualTo("2024-02-16..2024-03-15");
    assertThat(accepted(row).remarks()).containsExactly(RemarkCode.REPORTING_MONTH);

    row.put("period_end", "2024-04-15");
    assertThat(rejected(row)).extracting(Reason::code).contains(ReasonCode.PERIOD_KIND_MISMATCH);
  }

  @Test
  void trade_in_another_currency_is_converted_with_the_rate_of_its_time() {
    Map<String, String> row = row("unit", "CNY", "value", "7100000000");

    FigureStatement figure = accepted(row);

    assertThat(figure.unit()).isEqualTo("USD");
    assertThat(figure.fxBasis()).isEqualTo("month 2024-03");
    assertThat(figure.value().multiply(figure.fxRate()))
        .isCloseTo(new BigDecimal("7100000000"), within(BigDecimal.ONE));
    assertThat(figure.remarks()).containsExactly(RemarkCode.CONVERTED_CURRENCY);
    assertThat(rejected(row("unit", "VND", "value", "5000000000")))
        .containsExactly(
            new Reason(
                ReasonCode.NO_EXCHANGE_RATE,
                "unit",
                "VND",
                "No rate of VND to USD is known for 2024-03-01 to 2024-03-31; add it to conf/reference/fx_rates.csv."));
  }

  @Test
  void revenue_stays_in_the_currency_it_is_collected_in() {
    Map<String, String> row = row("metric", "revenue_collected", "unit", "VND", "regime", "all");
    row.put("commodity", "all");

    FigureStatement figure = accepted(row);

    assertThat(figure.unit()).isEqualTo("VND");
    assertThat(figure.fxRate()).isNull();
    assertThat(figure.regime()).isEqualTo(Regime.NOT_APPLICABLE);
  }

  @ParameterizedTest
  @CsvSource({
    "trade_value,       USD,      all,              unknown",
    "trade_value,       USD,      unknown,          unknown",
    "trade_value,       USD,      via_territory,    via_territory",
    "vehicles_cleared,  vehicles, all,              not_applicable",
    "vehicles_cleared,  vehicles, unknown,          not_applicable",
    "vehicles_cleared,  vehicles, customs_declared, customs_declared"
  })
  void a_regime_that_is_not_printed_is_unknown_for_trade_and_nothing_for_the_rest(
      String metric, String unit, String printed, String regime) {
    assertThat(accepted(row("metric", metric, "unit", unit, "regime", printed)).regime().id())
        .isEqualTo(regime);
  }

  @ParameterizedTest
  @CsvSource({
    "2024-04-02, 2024-04-02, published_day",
    "2024-04,    2024-04-30, published_month",
    "2024,       2024-12-31, published_year",
    "2026,       2026-11-21, published_year",
    "'',         2026-11-21, accessed"
  })
  void a_figure_is_known_from_the_last_day_on_which_it_may_have_been_printed(
      String published, LocalDate knownFrom, String basis) {
    FigureStatement figure = accepted(row("published_on", published));

    assertThat(figure.knownFrom()).isEqualTo(knownFrom);
    assertThat(figure.knownFromBasis().id()).isEqualTo(basis);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          DATE INFERRED; year not on excerpt (2023 by context)      | a.vn               | DATE_INFERRED
          first day after Tet; year inferred from lunar calendar    | a.vn               | DATE_INFERRED
          from a report; regime not named; page date inferred from text | a.vn           |
          cumulative, start day not stated (start set equal to end) | a.vn               | CUMULATIVE_START_UNKNOWN
          regime read from the scale                                | a.vn               | REGIME_READ_FROM_SCALE
          printed as 1 742 milliards in translation                 | a.vn               | MACHINE_TRANSLATION
          forum copy of a VNA report                                | a.vn               | MIRROR
          ''                                                        | a.vn (mirror)      | MIRROR
          same figures reprinted by another page                    | a.vn               |
          """)
  void what_the_note_says_becomes_a_code(String note, String publisher, RemarkCode code) {
    assertThat(accepted(row("note", note, "publisher", publisher)).remarks())
        .isEqualTo(code == null ? List.of() : List.of(code));
  }

  @Test
  void a_correction_keeps_the_statement_key_and_another_spelling_too() {
    String key = accepted(row()).statementKey();

    assertThat(accepted(row("value", "198000000", "note", "corrected")).statementKey())
        .isEqualTo(key);
    assertThat(accepted(row("scope_name", "Huu Nghi")).statementKey()).isEqualTo(key);
    assertThat(accepted(row("direction", "import")).statementKey()).isNotEqualTo(key);
  }

  @Test
  void an_id_that_is_not_the_rows_own_is_kept_and_marked() {
    String own = accepted(row()).figureId();

    assertThat(accepted(row("figure_id", own)).remarks()).isEmpty();
    FigureStatement changed = accepted(row("figure_id", own, "value", "198000000"));
    assertThat(changed.figureId()).isEqualTo(own);
    assertThat(changed.remarks()).containsExactly(RemarkCode.FIGURE_ID_STALE);
  }

  private FigureStatement accepted(Map<String, String> row) {
    Judgement judgement = judge.judge(new SourceRow(2, "", row, List.of()));
    assertThat(judgement).isInstanceOf(Judgement.Accepted.class);
    return ((Judgement.Accepted) judgement).figure();
  }

  private List<Remark> remarks(Map<String, String> row) {
    accepted(row);
    return ((Judgement.Accepted) judge.judge(new SourceRow(2, "", row, List.of()))).remarks();
  }

  private List<Reason> rejected(Map<String, String> row) {
    Judgement judgement = judge.judge(new SourceRow(2, "", row, List.of()));
    assertThat(judgement).isInstanceOf(Judgement.Rejected.class);
    return ((Judgement.Rejected) judgement).reasons();
  }

  private static Map<String, String> row(String... cells) {
    Map<String, String> row = new LinkedHashMap<>(GOOD);
    for (int i = 0; i < cells.length; i += 2) {
      row.put(cells[i], cells[i + 1]);
    }
    return row;
  }

  private static Contract withLocale(NumberLocale locale) {
    return new Contract(
        CONTRACT.file(),
        CONTRACT.id(),
        CONTRACT.version(),
        CONTRACT.status(),
        CONTRACT.dataset(),
        CONTRACT.description(),
        CONTRACT.descriptionVi(),
        locale,
        CONTRACT.delimiter(),
        CONTRACT.shape(),
        CONTRACT.columns(),
        CONTRACT.rules());
  }

  private static Map<String, String> good() {
    Map<String, String> row = new LinkedHashMap<>();
    CONTRACT.columnNames().forEach(column -> row.put(column, ""));
    row.put("source_url", "https://example.org/a");
    row.put("publisher", "vietnamplus.vn");
    row.put("published_on", "2024-04-02");
    row.put("scope_type", "gate");
    row.put("scope_name", "Hữu Nghị");
    row.put("province", "Lạng Sơn");
    row.put("period_start", "2024-03-01");
    row.put("period_end", "2024-03-31");
    row.put("period_kind", "month");
    row.put("metric", "trade_value");
    row.put("direction", "export");
    row.put("commodity", "durian");
    row.put("regime", "customs_declared");
    row.put("value", "197000000");
    row.put("unit", "USD");
    row.put("qualifier", "over");
    return row;
  }
}
