package org.bienmau.source.layout;

import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bienmau.source.Contract;
import org.bienmau.source.FigureText;
import org.bienmau.source.FigureTextException;
import org.bienmau.source.NumberLocale;
import org.bienmau.source.Reason;
import org.bienmau.source.ReasonCode;

/** Turns cells into the contract's own way of writing: ISO dates, a point before decimals. */
final class FieldReading {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX");

  private final CellReading reading;
  private final Contract contract;

  FieldReading(CellReading reading, Contract contract) {
    this.reading = reading;
    this.contract = contract;
  }

  /** The row of the contract that is being made. */
  record Target(Map<String, String> cells, List<Reason> faults) {}

  /**
   * Reads a cell into the columns of its field. What cannot be read stands there as it is written,
   * with a fault that refuses the row.
   *
   * @param place where the cell stands, for the fault
   */
  void read(Field field, Cell given, String place, Target target) {
    Cell cell = worded(field, given);
    if (cell.isEmpty()) {
      return;
    }
    if (cell.fault() != null) {
      refuse(field, cell, cell.fault(), "%s %s.".formatted(place, cell.why()), target);
    } else if (field.kind() != null) {
      period(field, cell, place, target);
    } else {
      String column = field.column();
      switch (contract.column(column).logicalType()) {
        case "number", "integer" -> number(field, cell, place, target);
        case "date", "timestamp" -> date(field, cell, place, target);
        default -> text(field, cell, place, target);
      }
    }
  }

  /** The cell, or what stands for its text. */
  static Cell worded(Field field, Cell cell) {
    String word =
        cell.isEmpty() || cell.fault() != null
            ? null
            : field.words().get(CellReading.folded(cell.text()));
    return word == null ? cell : Cell.text(word);
  }

  private void text(Field field, Cell cell, String place, Target target) {
    if (field.forms().isEmpty()) {
      target.cells.put(field.column(), cell.text().replaceAll("\\s*\\R\\s*", " "));
      return;
    }
    Optional<DateForm.Moment> moment = moment(field, cell);
    if (moment.isEmpty()) {
      noDate(field, cell, place, target);
      return;
    }
    String day = moment.get().day().toString();
    target.cells.put(
        field.column(),
        switch (moment.get().exactness()) {
          case YEAR -> day.substring(0, 4);
          case MONTH, QUARTER -> day.substring(0, 7);
          default -> day;
        });
  }

  private void date(Field field, Cell cell, String place, Target target) {
    Optional<DateForm.Moment> moment = moment(field, cell);
    boolean isDay = contract.column(field.column()).logicalType().equals("date");
    if (moment.isEmpty()) {
      noDate(field, cell, place, target);
    } else {
      target.cells.put(
          field.column(),
          isDay
              ? moment.get().day().toString()
              : moment.get().start().atOffset(reading.offset()).format(MOMENT));
    }
  }

  private void period(Field field, Cell cell, String place, Target target) {
    Optional<DateForm.Moment> moment = moment(field, cell);
    target.cells.put("period_kind", field.kind().id());
    if (moment.isEmpty()) {
      noDate(field, cell, place, target);
      return;
    }
    Period period = Period.of(moment.get(), field.kind());
    target.cells.put("period_start", period.start().toString());
    target.cells.put("period_end", period.end().toString());
  }

  /** A date no more exact than the forms of its column: 2024-03-01 under M/yyyy is March 2024. */
  private Optional<DateForm.Moment> moment(Field field, Cell cell) {
    DateForm.Exactness most =
        field.forms().stream()
            .map(DateForm::exactness)
            .max(Enum::compareTo)
            .orElse(DateForm.Exactness.SECOND);
    return DateForm.read(cell.text(), field.forms(), reading.offset())
        .map(
            read ->
                read.exactness().compareTo(most) <= 0
                    ? read
                    : new DateForm.Moment(read.start(), most));
  }

  private void noDate(Field field, Cell cell, String place, Target target) {
    refuse(
        field,
        cell,
        ReasonCode.NOT_A_DATE,
        "%s holds \"%s\", which is no date written %s."
            .formatted(
                place,
                cell.text(),
                field.forms().isEmpty()
                    ? "2024-03-31"
                    : String.join(" or ", field.forms().stream().map(DateForm::toString).toList())),
        target);
  }

  private void number(Field field, Cell cell, String place, Target target) {
    if (reading.isZero(cell)) {
      target.cells.put(field.column(), "0");
      return;
    }
    NumberLocale way = way(field, cell);
    try {
      Optional<String> number = number(field, cell.text(), way);
      if (number.isPresent()) {
        target.cells.put(field.column(), number.get());
      } else {
        noNumber(field, cell, ReasonCode.NOT_A_NUMBER, way, place, target);
      }
    } catch (FigureTextException unreadable) {
      noNumber(field, cell, unreadable.code(), way, place, target);
    }
  }

  private static void noNumber(
      Field field, Cell cell, ReasonCode code, NumberLocale way, String place, Target target) {
    String why =
        switch (code) {
          case NUMBER_AMBIGUOUS ->
              "which the Vietnamese and the English way of writing numbers read differently; declare numbers: VI or numbers: EN in the layout";
          case RANGE_REVERSED -> "a range that runs downwards";
          default ->
              way == NumberLocale.UNDECLARED
                  ? "which is no number"
                  : "which is no number written the way that the layout declares, " + way;
        };
    refuse(field, cell, code, "%s holds \"%s\", %s.".formatted(place, cell.text(), why), target);
  }

  private NumberLocale way(Field field, Cell cell) {
    if (cell.kind() == Cell.Kind.NUMBER) {
      return NumberLocale.EN;
    }
    return field.numbers() == null ? reading.numbers() : field.numbers();
  }

  /** The number as the contract writes it; empty when a range or a quantity is to be multiplied. */
  private static Optional<String> number(Field field, String text, NumberLocale way) {
    if (field.ratioOf() == null && field.times().compareTo(BigDecimal.ONE) == 0) {
      return Optional.of(FigureText.inEnglish(field.column(), text, way));
    }
    FigureText figure = FigureText.read(field.column(), text, way);
    boolean isPercent = "%".equals(figure.unitText());
    if (figure.high() != null || !(figure.unitText() == null || isPercent)) {
      return Optional.empty();
    }
    BigDecimal value = figure.value().multiply(field.times());
    if (field.ratioOf() != null) {
      // 105.2 of 100 a year earlier, or 1.052 of 1, is a growth of 5.2 per cent.
      value = value.subtract(field.ratioOf()).multiply(HUNDRED.divide(field.ratioOf()));
    }
    BigDecimal shortest = value.stripTrailingZeros();
    return Optional.of((shortest.scale() < 0 ? shortest.setScale(0) : shortest).toPlainString());
  }

  private static void refuse(
      Field field, Cell cell, ReasonCode code, String message, Target target) {
    for (String column : field.columns()) {
      if (!column.equals("period_kind")) {
        target.cells.put(column, cell.text());
        target.faults.add(new Reason(code, column, cell.text(), message));
      }
    }
  }
}
