package org.bienmau.source;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.bienmau.reference.Measure;
import org.bienmau.reference.Period;
import org.bienmau.reference.Qualifier;
import org.bienmau.reference.Registers;
import org.bienmau.reference.Unit;

/** Reads value, range, unit and qualifier of a row into the base unit of its measure. */
final class QuantityReading implements Serializable {
  /** The dimension of units that come one by one. */
  private static final String COUNT = "count";

  private static final String DOLLAR = "USD";
  private static final String FORM = "form";
  private static final String ALL_FORMS = "all";
  private static final int DIGITS_BEFORE_THE_POINT = 20;

  private final Registers registers;
  private final ExchangeRates rates;

  QuantityReading(Registers registers) {
    this.registers = registers;
    this.rates = new ExchangeRates(registers.fxRates());
  }

  /**
   * @param high null when no range is printed
   * @param rate null when nothing was converted
   */
  record Quantity(
      BigDecimal value, BigDecimal high, Qualifier qualifier, ExchangeRates.Rate rate) {}

  /** The measure, if metric, form and unit tell which one is meant. */
  Optional<Measure> measure(Findings row) {
    Optional<String> name = row.usable("metric").map(metric -> metric + form(row));
    if (name.isPresent() && !registers.isMeasureNamed(name.get())) {
      row.refuse(
          ReasonCode.NOT_IN_LIST,
          form(row).isEmpty() ? "metric" : FORM,
          "No measure of conf/reference/measures.csv has the printed name \"%s\"."
              .formatted(name.get()));
    }
    return name.flatMap(named -> registers.measureNamed(named, row.cell("unit")));
  }

  /** Certificates of one form are a measure of their own, never compared with all of them. */
  private static String form(Findings row) {
    String form = row.cell(FORM);
    return form.isEmpty() || form.equals(ALL_FORMS) ? "" : " form " + form;
  }

  Optional<Quantity> of(Findings row, Optional<Measure> measure, Optional<Period> period) {
    Optional<Unit> unit = unit(row, measure);
    Optional<FigureText> low = quantity(row, "value", unit);
    Optional<FigureText> upper = quantity(row, "value_high", unit);
    Optional<Qualifier> qualifier = row.constant("qualifier", Qualifier.class);
    Optional<ExchangeRates.Rate> rate = rate(row, measure, unit, period);
    if (low.isEmpty() || unit.isEmpty() || qualifier.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal high = upper.map(FigureText::value).orElse(low.get().high());
    if (high != null && high.compareTo(low.get().value()) < 0) {
      row.refuse(
          ReasonCode.RANGE_REVERSED,
          "value_high",
          "The range runs from %s down to %s."
              .formatted(low.get().value().toPlainString(), high.toPlainString()));
    }
    Optional<BigDecimal> value = inBaseUnit(row, "value", low.get().value(), unit.get(), rate);
    Optional<BigDecimal> valueHigh =
        high == null ? Optional.empty() : inBaseUnit(row, "value_high", high, unit.get(), rate);
    return value.map(
        known ->
            new Quantity(
                known,
                valueHigh.orElse(null),
                sharper(qualifier.get(), low.get().qualifier()),
                rate.orElse(null)));
  }

  private Optional<Unit> unit(Findings row, Optional<Measure> measure) {
    Optional<String> printed = row.usable("unit");
    Optional<Unit> unit = printed.flatMap(registers::unitNamed);
    if (printed.isPresent() && unit.isEmpty()) {
      row.refuse(
          ReasonCode.NOT_IN_LIST,
          "unit",
          "Column unit holds \"%s\", which conf/reference/units.csv does not name."
              .formatted(printed.get()));
    }
    boolean misfit =
        unit.isPresent()
            && row.usable("metric").filter(m -> registers.isMeasureNamed(m + form(row))).isPresent()
            && measure.filter(known -> fits(unit.get(), known)).isEmpty();
    if (misfit) {
      row.refuse(
          ReasonCode.UNIT_DOES_NOT_FIT_MEASURE,
          "unit",
          "The metric %s is not measured in %s.".formatted(row.cell("metric"), printed.get()));
    }
    return unit;
  }

  private boolean fits(Unit unit, Measure measure) {
    return unit.baseUnit().equals(measure.unit()) || isConverted(unit, measure);
  }

  /** Trade is compared across the border; revenue stays in the currency it is collected in. */
  private boolean isConverted(Unit unit, Measure measure) {
    return measure.trade()
        && measure.unit().equals(DOLLAR)
        && !unit.baseUnit().equals(DOLLAR)
        && registers.unitNamed(DOLLAR).map(Unit::dimension).equals(Optional.of(unit.dimension()));
  }

  private Optional<FigureText> quantity(Findings row, String column, Optional<Unit> unit) {
    Optional<FigureText> figure = row.figure(column);
    figure
        .filter(read -> read.value().signum() < 0)
        .ifPresent(
            read ->
                row.refuse(
                    ReasonCode.NEGATIVE,
                    column,
                    "Column %s holds %s; no quantity is below zero."
                        .formatted(column, read.value().toPlainString())));
    figure
        .filter(read -> unit.isPresent() && !isWhole(read.value(), unit.get()))
        .ifPresent(
            read ->
                row.refuse(
                    ReasonCode.NOT_A_WHOLE_NUMBER,
                    column,
                    "Column %s holds %s; %s are counted in whole numbers."
                        .formatted(column, read.value().toPlainString(), unit.get().baseUnit())));
    figure
        .map(FigureText::unitText)
        .filter(own -> unit.isPresent() && !isSame(own, unit.get()))
        .ifPresent(
            own ->
                row.refuse(
                    ReasonCode.UNIT_CONTRADICTED,
                    column,
                    "Column %s prints the unit \"%s\", and column unit says %s."
                        .formatted(column, own, row.cell("unit"))));
    return figure;
  }

  private static boolean isWhole(BigDecimal value, Unit unit) {
    BigDecimal counted = value.multiply(unit.factor());
    return !unit.dimension().equals(COUNT) || counted.stripTrailingZeros().scale() <= 0;
  }

  private boolean isSame(String printed, Unit unit) {
    return registers.unitNamed(printed).filter(own -> own.id().equals(unit.id())).isPresent();
  }

  private Optional<ExchangeRates.Rate> rate(
      Findings row, Optional<Measure> measure, Optional<Unit> unit, Optional<Period> period) {
    if (measure.isEmpty()
        || unit.isEmpty()
        || period.isEmpty()
        || !isConverted(unit.get(), measure.get())) {
      return Optional.empty();
    }
    String currency = unit.get().baseUnit();
    Optional<ExchangeRates.Rate> rate = rates.of(currency, period.get());
    if (rate.isEmpty()) {
      row.refuse(
          ReasonCode.NO_EXCHANGE_RATE,
          "unit",
          "No rate of %s to USD is known for %s to %s; add it to conf/reference/fx_rates.csv."
              .formatted(currency, period.get().start(), period.get().end()));
    } else {
      row.remark(
          RemarkCode.CONVERTED_CURRENCY,
          "Converted at %s %s per USD, %s."
              .formatted(rate.get().perUsd().toPlainString(), currency, rate.get().basis()));
    }
    return rate;
  }

  private static Optional<BigDecimal> inBaseUnit(
      Findings row,
      String column,
      BigDecimal printed,
      Unit unit,
      Optional<ExchangeRates.Rate> rate) {
    BigDecimal base = printed.multiply(unit.factor());
    BigDecimal value =
        rate.map(known -> base.divide(known.perUsd(), 4, RoundingMode.HALF_UP)).orElse(base);
    return row.fitting(column, value, DIGITS_BEFORE_THE_POINT);
  }

  /** A word beside the number says more than a cell that says exact. */
  private static Qualifier sharper(Qualifier cell, Qualifier besideTheNumber) {
    return cell == Qualifier.EXACT ? besideTheNumber : cell;
  }
}
