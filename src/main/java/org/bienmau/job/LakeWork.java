package org.bienmau.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.bienmau.config.Settings;
import org.bienmau.pipeline.Build;
import org.bienmau.pipeline.Fingerprint;
import org.bienmau.pipeline.Ingest;
import org.bienmau.pipeline.IngestedFile;
import org.bienmau.pipeline.Lake;
import org.bienmau.pipeline.LakeLock;
import org.bienmau.pipeline.Maintenance;
import org.bienmau.pipeline.Progress;
import org.bienmau.pipeline.Published;
import org.bienmau.pipeline.Redo;
import org.bienmau.pipeline.Release;
import org.bienmau.pipeline.RunRecord;
import org.bienmau.pipeline.Tables;
import org.bienmau.reference.Registers;
import org.bienmau.source.ContractSet;
import org.bienmau.source.layout.Layouts;
import org.bienmau.source.record.PersonalKey;
import org.bienmau.table.AsOf;
import org.bienmau.table.Table;

/**
 * The right to write to a lake and everything that is needed for it: the steps that commands put
 * together. Registers and contract are read first, so that an error in them costs no start of
 * Spark.
 */
final class LakeWork implements AutoCloseable {
  private static final DateTimeFormatter RUN_TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final String command;
  private final Settings settings;
  private final Clock clock;
  private final Registers registers;
  private final ContractSet contracts;
  private final Layouts layouts;
  private final List<Table> tables;
  private final PersonalKey personalKey;
  private final ProgressDisplay display;
  private final Instant now;
  private final String runId;
  private final SparkSession spark;
  private final LakeLock lock;
  private final Lake lake;
  private final List<IngestedFile> touched = new ArrayList<>();
  private Long releaseNo;
  private boolean isMaintained;

  /**
   * Does the work of one command and writes down in {@code ops.run} how it ended; work that found
   * nothing new leaves no row.
   */
  static <T> T run(
      String command, Settings settings, Surroundings around, Function<LakeWork, T> steps) {
    try (LakeWork work = new LakeWork(command, settings, around)) {
      return work.recorded(steps);
    }
  }

  private LakeWork(String command, Settings settings, Surroundings around) {
    this.command = command;
    this.settings = settings;
    this.clock = around.clock();
    registers = Folders.registers(settings.referenceDir());
    contracts = Folders.contracts(settings.contractsDir());
    layouts = Folders.layouts(settings, contracts);
    tables = tables(settings.tables());
    personalKey = PersonalKeys.of(settings, around.environment());
    display = ProgressDisplay.of(settings.progress(), around);
    now = clock.instant();
    runId = RUN_TIME.format(now) + "-" + UUID.randomUUID().toString().substring(0, 8);
    progress().step("start Spark");
    spark = LakeSession.start(command, settings.spark());
    progress().done("start Spark", "Spark %s, %s".formatted(spark.version(), master()));
    lock = lock(command, around);
    lake = new Lake(spark, settings.lakeRoot());
  }

  private <T> T recorded(Function<LakeWork, T> steps) {
    try {
      T result = steps.apply(this);
      if (releaseNo != null || !touched.isEmpty() || isMaintained) {
        record(ExitCode.DONE, null);
      }
      return result;
    } catch (RuntimeException e) {
      try {
        record(Failures.exitCode(e), e.getMessage());
      } catch (RuntimeException unrecorded) {
        e.addSuppressed(unrecorded);
      }
      throw e;
    }
  }

  private void record(ExitCode code, String message) {
    new RunRecord(runId, command, now, clock.instant(), code.number(), message, releaseNo, touched)
        .record(lake);
  }

  /** Takes in the files that the settings name, and judges again what other rules judged. */
  List<IngestedFile> ingest() {
    Instant receivedAt = settings.receivedAt().orElse(now);
    Ingest ingest = intake();
    List<IngestedFile> files =
        ingest.run(new InputFiles(hadoop(), receivedAt, now).find(settings.inputs()));
    touched.addAll(files);
    touched.addAll(ingest.replay(true));
    return files;
  }

  /** Judges again all files that have refused rows. */
  List<IngestedFile> replay() {
    List<IngestedFile> files = intake().replay(false);
    touched.addAll(files);
    return files;
  }

  private Ingest intake() {
    return new Ingest(lake, contracts, registers, layouts, personalKey, progress());
  }

  /**
   * Builds the tables and publishes them, unless nothing they are made of has changed and nothing
   * is to be done again.
   */
  Release build(Redo redo) {
    AsOf asOf = new AsOf(settings.asOf().orElse(null));
    Map<Class<?>, Object> given =
        Map.of(Registers.class, registers, ContractSet.class, contracts, AsOf.class, asOf);
    String rules = Fingerprint.ofRules(registers, contracts.all(), asOf, CodeVersion.read());
    Release release = new Build(lake, tables, given, progress()).run(runId, now, rules, redo);
    if (release.runId().equals(runId)) {
      releaseNo = release.number();
    }
    return release;
  }

  /**
   * Puts small files together and removes those that no release of the last days shows.
   *
   * @param kept for how long back releases stay readable
   */
  List<Maintenance.Work> maintain(Duration kept) {
    List<Maintenance.Work> done = maintenance().run(now.minus(kept));
    isMaintained = done.stream().anyMatch(work -> !work.isNothing());
    return done;
  }

  /** What {@link #maintain} would do. */
  List<Maintenance.Work> maintenance(Duration kept) {
    return maintenance().look(now.minus(kept));
  }

  private Maintenance maintenance() {
    return new Maintenance(lake, Tables.RECORDED, Tables.BUILT, progress());
  }

  /** Writes the report when there is a new release, or none was ever written. */
  void report(Release release) {
    report(release, "report", new ReportFile(settings, hadoop()));
  }

  /** Writes the page of simulated figures, on the same terms. */
  void reportSimulated(Release release) {
    report(release, "report of simulated figures", ReportFile.ofSimulated(settings, hadoop()));
  }

  private void report(Release release, String step, ReportFile file) {
    if (!tables.equals(Tables.BUILT)) {
      progress().skipped(step, "it shows all tables, and the setting tables leaves some out");
    } else if (release.runId().equals(runId) || !file.exists()) {
      progress().step(step);
      progress().done(step, file.write(Published.latest(lake)));
    } else {
      progress().skipped(step, "the page of release %d is there".formatted(release.number()));
    }
  }

  private static List<Table> tables(List<String> wanted) {
    try {
      return Tables.wanted(wanted);
    } catch (IllegalArgumentException e) {
      throw new RefusedException(ExitCode.CONFIGURATION, e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    display.close();
    lock.close();
    spark.stop();
  }

  private LakeLock lock(String command, Surroundings around) {
    try {
      return LakeLock.take(
          settings.lakeRoot(), hadoop(), LakeLock.Holder.self(around.host(), command), progress());
    } catch (RuntimeException e) {
      display.close();
      spark.stop();
      throw e;
    }
  }

  private Progress progress() {
    return display.progress();
  }

  private String master() {
    return spark.sparkContext().master();
  }

  private Configuration hadoop() {
    return spark.sparkContext().hadoopConfiguration();
  }
}
