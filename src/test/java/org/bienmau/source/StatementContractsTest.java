package org.bienmau.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.bienmau.reference.RegisterFiles;
import org.bienmau.reference.Registers;
import org.junit.jupiter.api.Test;

/** Statistics tables, plans and certificates go the same way as printed figures. */
class StatementContractsTest {
  private static final Registers REGISTERS =
      Registers.load(RegisterFiles.in(RealFiles.path("conf/reference")));

  @Test
  void a_cell_of_a_statistics_table_is_a_figure_in_the_unit_of_its_column() {
    assertThat(
            accepted(
                "trade_statistics",
                "publisher=Vietnam Customs; scope_type=gate; scope_name=Hữu Nghị; period_start=2024-03-01; period_end=2024-03-31; period_kind=month; metric=trade_value; direction=export; commodity=all; regime=customs_declared; value=12.5; unit=triệu USD; qualifier=exact; yoy_pct=5.2"))
        .extracting(
            FigureStatement::measureId,
            FigureStatement::scopeId,
            FigureStatement::value,
            FigureStatement::unit,
            FigureStatement::printedValue,
            FigureStatement::printedUnit,
            FigureStatement::printedYoyPct)
        .containsExactly(
            "trade_value",
            "huu_nghi",
            new BigDecimal("12500000.0000"),
            "USD",
            "12.5",
            "triệu USD",
            new BigDecimal("5.2000"));
  }

  @Test
  void a_unit_that_no_register_names_is_refused_and_nothing_else_is_said_of_it() {
    assertThat(
            reasons(
                "trade_statistics",
                "publisher=Vietnam Customs; scope_type=gate; scope_name=Hữu Nghị; period_start=2024-03-01; period_end=2024-03-31; period_kind=month; metric=trade_value; direction=export; commodity=all; regime=customs_declared; value=12.5; unit=million pigs; qualifier=exact"))
        .containsExactly(
            tuple(
                ReasonCode.NOT_IN_LIST,
                "unit",
                "Column unit holds \"million pigs\", which conf/reference/units.csv does not name."));
  }

  @Test
  void a_plan_may_lie_ahead_and_its_unit_says_whether_it_is_of_trade_or_revenue() {
    String plan =
        "publisher=langson.gov.vn; published_on=2026-10-02; scope_type=province; scope_name=Lạng Sơn; period_start=2027-01-01; period_end=2027-12-31; period_kind=year; metric=plan_value; direction=total; commodity=all; regime=via_territory; qualifier=exact; decision=12/NQ-HĐND";

    assertThat(accepted("plans", plan + "; value=5200; unit=triệu USD"))
        .extracting(FigureStatement::measureId, FigureStatement::value)
        .containsExactly("plan_value", new BigDecimal("5200000000.0000"));
    assertThat(accepted("plans", plan + "; value=9000; unit=tỷ đồng").measureId())
        .isEqualTo("revenue_plan");
  }

  @Test
  void certificates_of_one_form_are_a_measure_of_their_own() {
    String row =
        "publisher=MoIT; scope_type=province; scope_name=Lào Cai; period_start=2024-03-01; period_end=2024-03-31; period_kind=month; direction=export; commodity=all; regime=unknown; qualifier=exact; ";

    assertThat(
            accepted(
                "origin_certificates", row + "metric=co_weight; form=all; value=32000; unit=tấn"))
        .extracting(FigureStatement::measureId, FigureStatement::unit)
        .containsExactly("co_weight", "t");
    assertThat(
            accepted(
                    "origin_certificates",
                    row + "metric=co_value; form=E; value=34; unit=triệu USD")
                .measureId())
        .isEqualTo("co_value_form_e");
    assertThat(
            accepted(
                    "origin_certificates",
                    row + "metric=co_certificates; form=RCEP; value=118; unit=bộ C/O")
                .measureId())
        .isEqualTo("co_certificates_form_rcep");
    assertThat(reasons("origin_certificates", row + "metric=co_value; form=Z; value=34; unit=USD"))
        .containsExactly(
            tuple(
                ReasonCode.NOT_IN_LIST,
                "form",
                "No measure of conf/reference/measures.csv has the printed name \"co_value form Z\"."));
  }

  @Test
  void no_two_contracts_have_the_same_columns() {
    assertThat(RealFiles.contracts().all())
        .extracting(Contract::columnNames)
        .doesNotHaveDuplicates();
  }

  private static FigureStatement accepted(String dataset, String cells) {
    assertThat(judge(dataset, cells)).isInstanceOf(Judgement.Accepted.class);
    return ((Judgement.Accepted) judge(dataset, cells)).figure();
  }

  private static List<Tuple> reasons(String dataset, String cells) {
    return ((Judgement.Rejected) judge(dataset, cells))
        .reasons().stream().map(one -> tuple(one.code(), one.column(), one.message())).toList();
  }

  private static Judgement judge(String dataset, String cells) {
    Map<String, String> row = new LinkedHashMap<>();
    row.put("source_url", "file:a.xlsx");
    Arrays.stream(cells.split("; "))
        .map(cell -> cell.split("=", 2))
        .forEach(cell -> row.put(cell[0], cell[1]));
    return new FigureJudge(
            RealFiles.contracts().ofDataset(dataset), REGISTERS, LocalDate.of(2026, 11, 21))
        .judge(new SourceRow(2, cells, row, List.of()));
  }
}
