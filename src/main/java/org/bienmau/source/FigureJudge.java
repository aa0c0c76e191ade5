package org.bienmau.source;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bienmau.reference.Direction;
import org.bienmau.reference.Goods;
import org.bienmau.reference.Measure;
import org.bienmau.reference.Period;
import org.bienmau.reference.Regime;
import org.bienmau.reference.Registers;
import org.bienmau.reference.Resolution;

/**
 * Decides whether a row of published figures is a figure.
 *
 * <p>The same row, contract, registers and day of reading always give the same judgement.
 */
public final class FigureJudge implements Serializable {
  private static final BigDecimal LOST_EVERYTHING = BigDecimal.valueOf(-100);

  private final Contract contract;
  private final Registers registers;
  private final LocalDate accessed;
  private final QuantityReading quantities;
  private final FigureKeys keys;

  /**
   * @param accessed the day on which the pages were read; figures without a publication date are
   *     known since then
   */
  public FigureJudge(Contract contract, Registers registers, LocalDate accessed) {
    this.contract = contract;
    this.registers = registers;
    this.accessed = accessed;
    this.quantities = new QuantityReading(registers);
    this.keys = new FigureKeys(contract);
  }

  /**
   * The figure that the row states, or all reasons why it states none.
   *
   * <p>When cells are missing or too many, nobody can tell which cell is which, so that the row is
   * refused for that reason alone.
   */
  public Judgement judge(SourceRow sourceRow) {
    if (cannotBeSplit(sourceRow)) {
      return new Judgement.Rejected(sourceRow.faults());
    }
    Findings row = new Findings(contract, sourceRow);
    row.holdToContract();
    Optional<Period> period = PeriodReading.of(row);
    LocalDate lastDay =
        period.map(Period::end).or(() -> Findings.parsedDay(row.cell("period_end"))).orElse(null);
    Optional<Resolution.Found> place = new ScopeReading(registers.places()).of(row, lastDay);
    Optional<Measure> measure = quantities.measure(row);
    Optional<QuantityReading.Quantity> quantity = quantities.of(row, measure, period);
    Optional<Goods> goods = goods(row);
    Optional<Publication> publication = Publication.of(row, accessed);
    if (publication.isPresent() && period.isPresent() && measure.isPresent()) {
      publication.get().holdTo(row, period.get(), measure.get().kind(), accessed);
    }
    Growth growth = Growth.of(row);
    if (!row.reasons().isEmpty()) {
      return new Judgement.Rejected(inColumnOrder(row.reasons()));
    }
    Parts parts =
        new Parts(
            period.orElseThrow(),
            place.orElseThrow(),
            measure.orElseThrow(),
            quantity.orElseThrow(),
            goods.orElseThrow(),
            publication.orElseThrow(),
            growth);
    return accepted(row, parts);
  }

  private Judgement accepted(Findings row, Parts parts) {
    String figureId = figureId(row);
    NoteRemarks.add(row, parts.period);
    Regime regime = regime(row.cell("regime"), parts.measure);
    FigureStatement figure =
        new FigureStatement(
            figureId,
            keys.statementKey(row, conformed(row, parts, regime)),
            parts.measure.id(),
            parts.place.scopeType(),
            parts.place.scopeId(),
            parts.place.sectionId(),
            parts.place.provinceId(),
            parts.period,
            row.constant("direction", Direction.class).orElseThrow(),
            parts.goods.id(),
            regime,
            parts.quantity.value(),
            parts.quantity.high(),
            parts.measure.unit(),
            parts.quantity.qualifier(),
            row.cell("value"),
            row.cell("unit"),
            parts.quantity.rate() == null ? null : parts.quantity.rate().perUsd(),
            parts.quantity.rate() == null ? null : parts.quantity.rate().basis(),
            parts.growth.yoy,
            parts.growth.mom,
            parts.growth.plan,
            row.cell("publisher"),
            registers.tierOf(row.cell("publisher")),
            registers.isSimulated(row.cell("publisher")),
            row.cell("source_url"),
            row.cellOrNull("published_on"),
            parts.publication.knownFrom(),
            parts.publication.basis(),
            row.cellOrNull("note"),
            row.remarks().stream().map(Remark::code).toList());
    return new Judgement.Accepted(figure, row.remarks());
  }

  /** A name spelled in another way is the same place, and the key must not tell them apart. */
  private static Map<String, String> conformed(Findings row, Parts parts, Regime regime) {
    return Map.of(
        "scope_type", parts.place.scopeType().id(),
        "scope_name", parts.place.scopeId(),
        "period_kind", parts.period.kind().id(),
        "metric", parts.measure.id(),
        "commodity", parts.goods.id(),
        "regime", regime.id());
  }

  private String figureId(Findings row) {
    String given = row.cell("figure_id");
    String computed = keys.figureId(row);
    if (given.matches("[0-9a-f]{12}") && !given.equals(computed)) {
      row.remark(
          RemarkCode.FIGURE_ID_STALE,
          "The id is %s, the row's own would be %s: the row was changed after it got its id."
              .formatted(given, computed));
    }
    return given.isEmpty() ? computed : given;
  }

  private Optional<Goods> goods(Findings row) {
    Optional<String> printed = row.usable("commodity");
    Optional<Goods> goods = printed.flatMap(registers::goodsNamed);
    if (printed.isPresent() && goods.isEmpty()) {
      row.refuse(
          ReasonCode.NOT_IN_LIST,
          "commodity",
          "Column commodity holds \"%s\", which conf/reference/goods.csv does not name."
              .formatted(printed.get()));
    }
    return goods;
  }

  private static Regime regime(String printed, Measure measure) {
    if (printed.equals("all") || printed.equals(Regime.UNKNOWN.id())) {
      return measure.trade() ? Regime.UNKNOWN : Regime.NOT_APPLICABLE;
    }
    return Regime.valueOf(printed.toUpperCase(Locale.ROOT));
  }

  private static boolean cannotBeSplit(SourceRow row) {
    boolean isWhole = row.cells().isEmpty() && !row.faults().isEmpty();
    return isWhole
        || row.faults().stream()
            .map(Reason::code)
            .anyMatch(code -> code == ReasonCode.CELL_COUNT || code == ReasonCode.QUOTING);
  }

  private List<Reason> inColumnOrder(List<Reason> reasons) {
    List<String> columns = contract.columnNames();
    return reasons.stream()
        .sorted(Comparator.comparingInt(reason -> columns.indexOf(reason.column())))
        .toList();
  }

  private record Growth(BigDecimal yoy, BigDecimal mom, BigDecimal plan) {
    static Growth of(Findings row) {
      return new Growth(
          row.percent("yoy_pct", LOST_EVERYTHING),
          row.percent("mom_pct", LOST_EVERYTHING),
          row.percent("plan_pct", BigDecimal.ZERO));
    }
  }

  private record Parts(
      Period period,
      Resolution.Found place,
      Measure measure,
      QuantityReading.Quantity quantity,
      Goods goods,
      Publication publication,
      Growth growth) {}
}
