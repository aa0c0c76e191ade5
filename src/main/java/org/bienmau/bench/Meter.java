package org.bienmau.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.spark.SparkConf;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerApplicationEnd;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerStageCompleted;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/**
 * Counts what any command of ours makes Spark do; a command does not know that it is measured.
 *
 * <p>Spark makes it, by {@code spark.extraListeners}; at the end of the application it writes its
 * figures and those of the process to the file that {@link #FILE} names.
 */
public final class Meter extends SparkListener {
  /** The setting that names the file of figures. */
  public static final String FILE = "spark.bienmau.bench.figures";

  static final String JOBS = "jobs";
  static final String STAGES = "stages";
  static final String TASKS = "tasks";

  /** Bytes that were written to disk because they did not fit into memory. */
  static final String SPILLED_BYTES = "spilled_bytes";

  /**
   * What the processor seconds of tasks by the group of their job begin with, for example {@code
   * group.gold.trend}.
   */
  static final String GROUP = "group.";

  private static final String GROUP_OF_JOB = "spark.jobGroup.id";

  private final ProcessFigures process = new ProcessFigures();
  private final Map<String, Double> figures = new TreeMap<>();
  private final Map<Integer, String> groups = new HashMap<>();
  private final Path file;

  /**
   * @param conf the application's, with {@link #FILE}
   */
  public Meter(SparkConf conf) {
    file = Path.of(conf.get(FILE));
    for (String name : new String[] {JOBS, STAGES, TASKS, SPILLED_BYTES}) {
      figures.put(name, 0.0);
    }
  }

  @Override
  public void onJobStart(SparkListenerJobStart job) {
    add(JOBS, 1);
  }

  @Override
  public void onStageSubmitted(SparkListenerStageSubmitted stage) {
    Properties said = stage.properties() == null ? new Properties() : stage.properties();
    groups.put(stage.stageInfo().stageId(), said.getProperty(GROUP_OF_JOB, "other"));
  }

  @Override
  public void onStageCompleted(SparkListenerStageCompleted stage) {
    add(STAGES, 1);
  }

  @Override
  public void onTaskEnd(SparkListenerTaskEnd task) {
    add(TASKS, 1);
    if (task.taskMetrics() != null) {
      add(SPILLED_BYTES, task.taskMetrics().diskBytesSpilled());
      add(
          GROUP + groups.getOrDefault(task.stageId(), "other"),
          task.taskMetrics().executorCpuTime() / 1e9);
    }
  }

  @Override
  public void onApplicationEnd(SparkListenerApplicationEnd end) {
    try {
      figures.putAll(process.read());
      ProcessFigures.write(figures, file);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the figures of this run to " + file + ".", e);
    }
  }

  private void add(String name, double amount) {
    figures.merge(name, amount, Double::sum);
  }
}
