package org.bienmau.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.util.SerializableConfiguration;
import org.bienmau.source.ContractSet;
import org.bienmau.source.SourceDataException;
import org.bienmau.source.record.Inspection;

/** Goes through files once, several at a time: what they are, and whether they can be used. */
final class Inspections {
  private static final int PARTS_PER_CORE = 8;

  private Inspections() {}

  /**
   * Inspects files.
   *
   * @return one per file, in their order
   */
  static List<Inspected> of(Lake lake, ContractSet contracts, List<Incoming> files) {
    List<Incoming> stored = files.stream().filter(file -> !file.isCarried()).toList();
    Map<Incoming, Inspected> found = new HashMap<>();
    if (!stored.isEmpty()) {
      JavaSparkContext spark = JavaSparkContext.fromSparkContext(lake.spark().sparkContext());
      SerializableConfiguration hadoop = new SerializableConfiguration(spark.hadoopConfiguration());
      List<Task> tasks = stored.stream().map(file -> new Task(file.name(), file.path())).toList();
      // Small files share a task, which has the settings and contracts to unpack.
      int parts = Math.min(tasks.size(), PARTS_PER_CORE * spark.defaultParallelism());
      List<Inspected> results =
          spark.parallelize(tasks, parts).map(new Reader(hadoop, contracts)).collect();
      for (int i = 0; i < stored.size(); i++) {
        found.put(stored.get(i), results.get(i));
      }
    }
    List<Inspected> inspections = new ArrayList<>();
    for (Incoming file : files) {
      inspections.add(file.isCarried() ? carried(file, contracts) : found.get(file));
    }
    return inspections;
  }

  private static Inspected carried(Incoming file, ContractSet contracts) {
    try (InputStream bytes = file.content().open()) {
      return inspected(file.name(), bytes, contracts);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read %s.".formatted(file.path()), e);
    }
  }

  private static Inspected inspected(String name, InputStream bytes, ContractSet contracts)
      throws IOException {
    try {
      return new Inspected(
          Inspection.of(name, bytes, contracts, Inspection.USUAL_CHUNK_BYTES), null);
    } catch (SourceDataException e) {
      return new Inspected(null, e);
    }
  }

  private record Task(String name, String path) implements Serializable {}

  /**
   * What is known of a file.
   *
   * @param inspection null for a file that has no contract's header
   * @param refusal why it has none; a layout may be for the file all the same
   */
  record Inspected(Inspection inspection, SourceDataException refusal) implements Serializable {}

  private record Reader(SerializableConfiguration hadoop, ContractSet contracts)
      implements Function<Task, Inspected> {
    @Override
    public Inspected call(Task task) throws IOException {
      Path path = new Path(task.path());
      try (InputStream bytes = path.getFileSystem(hadoop.value()).open(path)) {
        return inspected(task.name(), bytes, contracts);
      }
    }
  }
}
