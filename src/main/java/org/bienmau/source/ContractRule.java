package org.bienmau.source;

import java.io.Serializable;
import java.util.List;

/**
 * A rule of a contract.
 *
 * @param name the code under which a broken rule is counted
 * @param severity error when a row that breaks it is refused, warning when it gets a remark
 * @param description the rule as an English sentence
 * @param descriptionVi the rule as a Vietnamese sentence
 * @param validValues the only values it lets pass; empty for other kinds of rules
 */
public record ContractRule(
    String name,
    String severity,
    String description,
    String descriptionVi,
    List<String> validValues)
    implements Serializable {
  public ContractRule {
    validValues = List.copyOf(validValues);
  }
}
