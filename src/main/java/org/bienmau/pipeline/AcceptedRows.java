package org.bienmau.pipeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Content hashes of the accepted rows of a dataset's statements, and the files they came with. */
final class AcceptedRows {
  private final Map<String, List<Origin>> origins = new HashMap<>();
  private final Map<Origin, List<String>> hashes = new HashMap<>();

  private record Origin(String fileName, long arrivalNo) {}

  void add(String contentHash, String fileName, long arrivalNo) {
    Origin origin = new Origin(fileName, arrivalNo);
    origins.computeIfAbsent(contentHash, any -> new ArrayList<>(1)).add(origin);
    hashes.computeIfAbsent(origin, any -> new ArrayList<>()).add(contentHash);
  }

  /** Puts what becomes of a delivery's rows in the place of what became of them before. */
  void put(IngestedFile file, List<SettledRow> rows) {
    Origin origin = new Origin(file.fileName(), file.arrivalNo());
    List<String> before = hashes.remove(origin);
    if (before != null) {
      before.forEach(contentHash -> origins.get(contentHash).remove(origin));
    }
    rows.stream()
        .filter(row -> row.outcome() == SettledRow.Outcome.ACCEPTED)
        .forEach(row -> add(row.contentHash(), file.fileName(), file.arrivalNo()));
  }

  /** Whether a file of another name that arrived before a delivery brought the row. */
  boolean isElsewhere(String contentHash, String fileName, long beforeArrival) {
    return origins.getOrDefault(contentHash, List.of()).stream()
        .anyMatch(one -> !one.fileName.equals(fileName) && one.arrivalNo < beforeArrival);
  }
}
