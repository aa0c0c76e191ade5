package org.bienmau.source.layout;

import java.util.LinkedHashMap;
import java.util.Map;
import org.bienmau.source.Contract;

/** What stands in columns of statements that neither the file nor the layout fills. */
final class Defaults {
  private Defaults() {}

  /**
   * The values by column.
   *
   * @param told what the provenance beside the file tells, by column
   */
  static Map<String, String> of(String file, Contract contract, Map<String, String> told) {
    Map<String, String> defaults = new LinkedHashMap<>();
    if (!contract.isOfRecords()) {
      defaults.put("source_url", "file:" + file);
      defaults.put("qualifier", "exact");
    }
    defaults.putAll(told);
    defaults.keySet().retainAll(contract.columnNames());
    return defaults;
  }
}
