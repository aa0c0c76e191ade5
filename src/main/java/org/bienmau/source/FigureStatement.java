package org.bienmau.source;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.bienmau.reference.Direction;
import org.bienmau.reference.Period;
import org.bienmau.reference.Qualifier;
import org.bienmau.reference.Regime;
import org.bienmau.reference.ScopeType;

/**
 * One accepted row: what a source states about one place and period, in base units.
 *
 * @param figureId the id as given, or computed from the primary key when the file gives none
 * @param statementKey hash of what the row speaks of, without its value; a correction keeps it
 * @param sectionId the border section the place lies in; null for areas
 * @param provinceId the province that held the section on the period's last day; null for areas
 * @param value in the measure's base unit, four decimals; the lower end of a range
 * @param valueHigh upper end of a range; null when no range is printed
 * @param unit the measure's base unit
 * @param printedValue the value's cell as received
 * @param printedUnit the unit's cell as received
 * @param fxRate units of the printed currency per USD, four decimals; null without conversion
 * @param fxBasis which dated rate was used; null without conversion
 * @param printedYoyPct growth on the year before, as printed; null when not printed
 * @param printedMomPct growth on the period before, as printed; null when not printed
 * @param printedPlanPct share of the annual plan, as printed; null when not printed
 * @param sourceTier 1 best to 4
 * @param simulated whether its publisher makes its figures up
 * @param publishedOn day, month or year as received; null when the page shows none
 * @param knownFrom first day on which the figure is proven to have been public
 * @param note the file's own remark; null when there is none
 * @param remarks what is odd about the statement, in the order of the codes
 */
public record FigureStatement(
    String figureId,
    String statementKey,
    String measureId,
    ScopeType scopeType,
    String scopeId,
    String sectionId,
    String provinceId,
    Period period,
    Direction direction,
    String goodsId,
    Regime regime,
    BigDecimal value,
    BigDecimal valueHigh,
    String unit,
    Qualifier qualifier,
    String printedValue,
    String printedUnit,
    BigDecimal fxRate,
    String fxBasis,
    BigDecimal printedYoyPct,
    BigDecimal printedMomPct,
    BigDecimal printedPlanPct,
    String publisher,
    int sourceTier,
    boolean simulated,
    String sourceUrl,
    String publishedOn,
    LocalDate knownFrom,
    KnownFromBasis knownFromBasis,
    String note,
    List<RemarkCode> remarks)
    implements Serializable {
  public FigureStatement {
    remarks = remarks.stream().sorted().distinct().toList();
  }

  /** Whether the reader of the page, not the page, placed the period. */
  public boolean isDateInferred() {
    return remarks.contains(RemarkCode.DATE_INFERRED);
  }
}
