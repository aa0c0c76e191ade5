package org.bienmau.source;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * A rule of a contract.
 *
 * @param name the code under which a broken rule is counted
 * @param severity error when a row that breaks it is refused, warning when it gets a remark
 * @param description the rule as an English sentence
 * @param descriptionVi the rule as a Vietnamese sentence
 * @param validValues the only values it lets pass; empty for other kinds of rules
 * @param rowRule what it asks of several cells of a row; null for other kinds of rules
 */
public record ContractRule(
    String name,
    String severity,
    String description,
    String descriptionVi,
    List<String> validValues,
    RowRule rowRule)
    implements Serializable {
  public ContractRule {
    validValues = List.copyOf(validValues);
  }

  /** What it asks of several cells of a row, if it is such a rule. */
  public Optional<RowRule> ofRows() {
    return Optional.ofNullable(rowRule);
  }

  /** Whether a row that breaks it is refused. */
  public boolean refuses() {
    return severity.equals("error");
  }
}
