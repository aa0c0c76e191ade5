package org.bienmau.source;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The two names of a row: the one that holds its value, and the one that a correction keeps. */
final class FigureKeys implements Serializable {
  private static final int ID_DIGITS = 12;
  private static final int KEY_DIGITS = 16;

  private final List<String> primaryKey;
  private final List<String> statementKey;

  FigureKeys(Contract contract) {
    this.primaryKey =
        contract.columns().stream()
            .filter(column -> column.keyPosition() > 0)
            .sorted(Comparator.comparingInt(ContractColumn::keyPosition))
            .map(ContractColumn::name)
            .toList();
    this.statementKey = contract.statementKey();
  }

  /** The hash of the cells of the contract's primary key, the value among them. */
  String figureId(Findings row) {
    return hash(primaryKey.stream().map(row::cell).toList(), ID_DIGITS);
  }

  /**
   * The hash of the cells of the contract's statement key.
   *
   * @param conformed what stands for a cell whatever its spelling, by column
   */
  String statementKey(Findings row, Map<String, String> conformed) {
    List<String> parts =
        statementKey.stream()
            .map(column -> conformed.getOrDefault(column, row.cell(column)))
            .toList();
    return hash(parts, KEY_DIGITS);
  }

  private static String hash(List<String> parts, int digits) {
    return ContentHash.ofText(parts.stream().collect(Collectors.joining("|"))).substring(0, digits);
  }
}
