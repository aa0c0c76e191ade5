package org.bienmau.source;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** One row while it is judged: its cells, and everything found wrong or odd so far. */
final class Findings {
  private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
  private static final int SCALE = 4;

  private final Contract contract;
  private final SourceRow row;
  private final Map<String, String> cells = new HashMap<>();
  private final List<Reason> reasons;
  private final List<Remark> remarks = new ArrayList<>();

  Findings(Contract contract, SourceRow row) {
    this.contract = contract;
    this.row = row;
    this.reasons = new ArrayList<>(row.faults());
  }

  List<Reason> reasons() {
    return reasons;
  }

  List<Remark> remarks() {
    return remarks;
  }

  String cell(String column) {
    return cells.computeIfAbsent(column, row::cell);
  }

  /** Null for an empty cell. */
  String cellOrNull(String column) {
    return cell(column).isEmpty() ? null : cell(column);
  }

  /**
   * Adds a reason, unless the cell's bytes could not be read: then everything else is guesswork.
   */
  void refuse(ReasonCode code, String column, String message) {
    if (isReadable(column)) {
      reasons.add(new Reason(code, column, cell(column), message));
    }
  }

  void remark(RemarkCode code, String message) {
    remarks.add(new Remark(code, message));
  }

  /** Refuses empty cells that must be filled, and values that are not in their lists. */
  void holdToContract() {
    for (ContractColumn column : contract.columns()) {
      String name = column.name();
      String value = cell(name);
      if (value.isEmpty() && column.required()) {
        refuse(
            ReasonCode.REQUIRED_EMPTY,
            name,
            "Column %s is empty; every row needs it.".formatted(name));
      } else if (!value.isEmpty() && isOutsideList(column, value)) {
        refuse(
            ReasonCode.NOT_IN_LIST,
            name,
            "Column %s holds \"%s\", which is not one of %s."
                .formatted(name, value, String.join(", ", column.allowed())));
      }
    }
  }

  /** The cell, if it is filled, readable and allowed. */
  Optional<String> usable(String column) {
    String value = cell(column);
    boolean usable =
        !value.isEmpty() && isReadable(column) && !isOutsideList(contract.column(column), value);
    return usable ? Optional.of(value) : Optional.empty();
  }

  /** The constant whose code the cell holds. */
  <E extends Enum<E>> Optional<E> constant(String column, Class<E> type) {
    return usable(column).map(code -> Enum.valueOf(type, code.toUpperCase(Locale.ROOT)));
  }

  Optional<LocalDate> day(String column) {
    return usable(column)
        .flatMap(
            text -> {
              Optional<LocalDate> day = parsedDay(text);
              if (day.isEmpty()) {
                refuse(
                    ReasonCode.NOT_A_DATE,
                    column,
                    "Column %s holds \"%s\", which is no day since 1900; write it as 2024-03-31."
                        .formatted(column, text));
              }
              return day;
            });
  }

  static Optional<LocalDate> parsedDay(String text) {
    try {
      return text.length() == 10
          ? Optional.of(LocalDate.parse(text)).filter(day -> !day.isBefore(EARLIEST))
          : Optional.empty();
    } catch (DateTimeParseException noSuchDay) {
      return Optional.empty();
    }
  }

  Optional<FigureText> figure(String column) {
    return usable(column).flatMap(text -> figure(column, () -> text));
  }

  private Optional<FigureText> figure(String column, Supplier<String> text) {
    try {
      return Optional.of(FigureText.read(column, text.get(), contract.numberLocale()));
    } catch (FigureTextException unreadable) {
      refuse(unreadable.code(), column, unreadable.getMessage());
      return Optional.empty();
    }
  }

  /** A percentage, four decimals; null when the cell is empty or refused. */
  BigDecimal percent(String column, BigDecimal least) {
    FigureText printed = figure(column).orElse(null);
    if (printed == null) {
      return null;
    }
    if (printed.high() != null || !(printed.unitText() == null || printed.unitText().equals("%"))) {
      refuse(
          ReasonCode.NOT_A_NUMBER,
          column,
          "Column %s holds \"%s\"; a percentage is one number, with or without %%."
              .formatted(column, cell(column)));
    } else if (printed.value().compareTo(least) < 0) {
      refuse(
          ReasonCode.PERCENT_IMPOSSIBLE,
          column,
          "Column %s holds %s %%, and nothing can be below %s %% there."
              .formatted(column, printed.value().toPlainString(), least.toPlainString()));
    }
    return fitting(column, printed.value(), 10).orElse(null);
  }

  /** The value with four decimals, if the tables have room for it. */
  Optional<BigDecimal> fitting(String column, BigDecimal value, int digits) {
    BigDecimal rounded = value.setScale(SCALE, RoundingMode.HALF_UP);
    if (rounded.precision() - SCALE > digits) {
      refuse(
          ReasonCode.TOO_LARGE,
          column,
          "Column %s holds \"%s\", which has more than %d digits before the point."
              .formatted(column, cell(column), digits));
      return Optional.empty();
    }
    return Optional.of(rounded);
  }

  private boolean isReadable(String column) {
    return row.faults().stream()
        .noneMatch(fault -> fault.column().equals(column) && !column.isEmpty());
  }

  private static boolean isOutsideList(ContractColumn column, String value) {
    return !column.allowed().isEmpty() && !column.allowed().contains(value);
  }
}
