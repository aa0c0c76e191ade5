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
          ReportTable.besides(PlanPace.TABLE, null, List.of(PlanPace.IS_SIMULATED)),
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
                  PublishedReconciliation.EXPLANATION)
              .first(ReportTables.OF_LARGE_PLACES),
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
