package org.bienmau.serve;

import java.util.List;
import org.bienmau.gold.Completeness;
import org.bienmau.gold.ImpliedBase;
import org.bienmau.gold.PlanPace;
import org.bienmau.gold.PublishedReconciliation;

/** What the page carries of plans, coverage and disagreements. */
final class TruthTables {
  private TruthTables() {}

  static final List<ReportTable> SHOWN =
      List.of(
          ReportTable.all(
              PlanPace.TABLE,
              PlanPace.PLAN_MEASURE_ID,
              PlanPace.SCOPE_TYPE,
              PlanPace.SCOPE_ID,
              PlanPace.SECTION_ID,
              PlanPace.PLAN_YEAR,
              PlanPace.DIRECTION,
              PlanPace.GOODS_ID,
              PlanPace.PLAN_REGIME,
              PlanPace.PERIOD_ID,
              PlanPace.PERIOD_KIND,
              PlanPace.PERIOD_START,
              PlanPace.PERIOD_END,
              PlanPace.UNIT,
              PlanPace.PLAN_VALUE,
              PlanPace.PLAN_ORIGIN,
              PlanPace.PLAN_ID,
              PlanPace.PLAN_LOWEST,
              PlanPace.PLAN_HIGHEST,
              PlanPace.MEASURE_ID,
              PlanPace.REACHED_VALUE,
              PlanPace.REACHED_REGIME,
              PlanPace.OBSERVATION_ID,
              PlanPace.SHARE_REACHED_PCT,
              PlanPace.SHARE_REASON,
              PlanPace.PRINTED_PLAN_PCT,
              PlanPace.GAP_POINTS),
          ReportTable.where(
              Completeness.TABLE,
              Completeness.STATUS.col().notEqual("none"),
              Completeness.SECTION_ID,
              Completeness.CALENDAR_YEAR,
              Completeness.MEASURE_ID,
              Completeness.REGIME,
              Completeness.FIGURES,
              Completeness.GATE_FIGURES,
              Completeness.MONTHS_COVERED),
          ReportTable.all(
              PublishedReconciliation.TABLE,
              PublishedReconciliation.FIGURE_ID,
              PublishedReconciliation.OBSERVATION_ID,
              PublishedReconciliation.CHOSEN_FIGURE_ID,
              PublishedReconciliation.DIFF_PCT,
              PublishedReconciliation.VERDICT,
              PublishedReconciliation.EXPLANATION),
          ReportTable.all(
              ImpliedBase.TABLE,
              ImpliedBase.IMPLIED_BY,
              ImpliedBase.FIGURE_ID,
              ImpliedBase.SCOPE_ID,
              ImpliedBase.REGIME,
              ImpliedBase.UNIT,
              ImpliedBase.PUBLISHER,
              ImpliedBase.PRINTED_PCT,
              ImpliedBase.BASE_START,
              ImpliedBase.BASE_END,
              ImpliedBase.IMPLIED_VALUE,
              ImpliedBase.KNOWN_VALUE,
              ImpliedBase.KNOWN_OBSERVATION_ID,
              ImpliedBase.GAP_PCT,
              ImpliedBase.CLASS));
}
