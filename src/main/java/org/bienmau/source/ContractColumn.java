package org.bienmau.source;

import java.io.Serializable;
import java.util.List;

/**
 * One column of a contract.
 *
 * @param logicalType string, date, timestamp, number, integer or boolean
 * @param physicalType how the cell is written, for example {@code text} or {@code decimal(18,3)}
 * @param required whether a row without it is refused
 * @param keyPosition its place in the primary key, counted from 1; 0 when it is not part of it
 * @param allowed the only values it may hold; empty when any will do
 * @param examples cells as they occur
 * @param description what it means, in English
 * @param descriptionVi what it means, in Vietnamese
 * @param unit the unit of its values; empty when it has none
 * @param classification who may see it, for example {@code public}
 * @param register the register that knows its values; empty when none does
 * @param limits bounds and pattern of its values
 * @param rules rules for its cells
 */
public record ContractColumn(
    String name,
    String logicalType,
    String physicalType,
    boolean required,
    int keyPosition,
    List<String> allowed,
    List<String> examples,
    String description,
    String descriptionVi,
    String unit,
    String classification,
    String register,
    ValueLimits limits,
    List<ContractRule> rules)
    implements Serializable {
  /**
   * The classification of cells that say who somebody is; they never enter the lake in the clear.
   */
  public static final String PERSONAL = "personal";

  public ContractColumn {
    allowed = List.copyOf(allowed);
    examples = List.copyOf(examples);
    rules = List.copyOf(rules);
  }

  /** Whether its cells say who somebody is. */
  public boolean isPersonal() {
    return classification.equals(PERSONAL);
  }
}
