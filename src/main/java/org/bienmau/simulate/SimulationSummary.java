package org.bienmau.simulate;

import java.util.List;
import java.util.Map;

/**
 * What a simulation wrote.
 *
 * @param files one entry for each file, in the order in which they were finished
 * @param planted how many things of each kind were planted
 */
public record SimulationSummary(List<WrittenFile> files, Map<String, Long> planted) {
  public SimulationSummary {
    files = List.copyOf(files);
    planted = Map.copyOf(planted);
  }

  /**
   * One file.
   *
   * @param name path inside the folder
   * @param dataset its dataset
   * @param rows rows without the header
   * @param refused rows that a reader has to refuse
   * @param bytes its size
   */
  public record WrittenFile(String name, String dataset, long rows, long refused, long bytes) {}
}
