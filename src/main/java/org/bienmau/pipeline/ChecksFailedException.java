package org.bienmau.pipeline;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bienmau.check.CheckResult;
import org.bienmau.table.Table;

/** New rows broke rules that block publication; readers keep the last release. */
public final class ChecksFailedException extends RuntimeException {
  private final transient Map<Table, List<CheckResult>> broken;

  ChecksFailedException(Map<Table, List<CheckResult>> broken) {
    super(
        "Cannot publish: %d blocking rules are broken, so readers keep the last release.%s%nCorrect the input or the rule, then run again."
            .formatted(
                broken.values().stream().mapToInt(List::size).sum(),
                broken.entrySet().stream()
                    .flatMap(e -> e.getValue().stream().map(r -> line(e.getKey(), r)))
                    .collect(Collectors.joining())));
    this.broken = Map.copyOf(broken);
  }

  /** The broken rules by table. */
  public Map<Table, List<CheckResult>> broken() {
    return broken;
  }

  private static String line(Table table, CheckResult result) {
    return "%n  - %s: %s Broken by %,d of %,d rows."
        .formatted(table.id(), result.check().rule(), result.brokenRows(), result.rows());
  }
}
