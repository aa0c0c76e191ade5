package org.bienmau.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one step of the ladder has cost, from the start of its process to its end.
 *
 * @param name for example {@code floor}
 * @param lines declaration lines that it worked on
 * @param rows rows of all files that it worked on
 * @param seconds from start to end, the start of Java and Spark included
 * @param bytes what it has left on disk
 * @param files in how many files
 * @param figures what its process has said of itself, see {@link Meter} and {@link ProcessFigures}
 */
public record Step(
    String name,
    long lines,
    long rows,
    double seconds,
    long bytes,
    long files,
    Map<String, Double> figures) {

  /** One figure of the process; NaN where it did not say. */
  double figure(String key) {
    return figures.getOrDefault(key, Double.NaN);
  }

  double rowsPerSecond() {
    return rows / seconds;
  }

  /** As it stands in the JSON of a run. */
  public Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("step", name);
    json.put("lines", lines);
    json.put("rows", rows);
    json.put("seconds", seconds);
    json.put("rows_per_second", rowsPerSecond());
    json.put("bytes_written", bytes);
    json.put("files_written", files);
    json.putAll(figures);
    return json;
  }
}
