package org.bienmau.job;

import java.util.Map;
import java.util.TreeMap;
import org.bienmau.simulate.SimulationSummary;
import org.bienmau.simulate.SimulationSummary.WrittenFile;

/** What a simulation answers: files, rows and bytes of each dataset, and what was planted. */
final class SimulationAnswer {
  private SimulationAnswer() {}

  static ResultTable of(SimulationSummary summary) {
    Map<String, long[]> datasets = new TreeMap<>();
    for (WrittenFile file : summary.files()) {
      long[] sums = datasets.computeIfAbsent(file.dataset(), any -> new long[4]);
      sums[0]++;
      sums[1] += file.rows();
      sums[2] += file.refused();
      sums[3] += file.bytes();
    }
    ResultTable table = ResultTable.of("what", "name", "files", "rows", "refused", "bytes");
    for (Map.Entry<String, long[]> dataset : datasets.entrySet()) {
      long[] sums = dataset.getValue();
      table = table.with("dataset", dataset.getKey(), sums[0], sums[1], sums[2], sums[3]);
    }
    for (Map.Entry<String, Long> planted : new TreeMap<>(summary.planted()).entrySet()) {
      table = table.with("planted", planted.getKey(), null, planted.getValue(), null, null);
    }
    return table;
  }
}
