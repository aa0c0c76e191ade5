package org.bienmau.job;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bienmau.config.InvalidSettingsException;
import org.bienmau.pipeline.ChecksFailedException;
import org.bienmau.pipeline.LakeHeldException;
import org.bienmau.pipeline.LakeUnavailableException;
import org.bienmau.pipeline.NothingPublishedException;
import org.bienmau.reference.InvalidRegistersException;
import org.bienmau.simulate.InvalidModelException;
import org.bienmau.source.InvalidContractException;
import org.bienmau.source.SourceDataException;
import org.bienmau.source.layout.InvalidLayoutException;
import org.bienmau.source.record.MissingPersonalKeyException;

/** The one place that says what a failure means: its exit code and what a person gets to read. */
final class Failures {
  private static final Map<Class<? extends Throwable>, ExitCode> KNOWN = new LinkedHashMap<>();

  static {
    KNOWN.put(InvalidSettingsException.class, ExitCode.CONFIGURATION);
    KNOWN.put(InvalidRegistersException.class, ExitCode.CONFIGURATION);
    KNOWN.put(InvalidContractException.class, ExitCode.CONFIGURATION);
    KNOWN.put(InvalidLayoutException.class, ExitCode.CONFIGURATION);
    KNOWN.put(MissingPersonalKeyException.class, ExitCode.CONFIGURATION);
    KNOWN.put(InvalidModelException.class, ExitCode.CONFIGURATION);
    KNOWN.put(SourceDataException.class, ExitCode.INPUT_REFUSED);
    KNOWN.put(NothingPublishedException.class, ExitCode.CONFIGURATION);
    KNOWN.put(ChecksFailedException.class, ExitCode.CHECK_FAILED);
    KNOWN.put(LakeHeldException.class, ExitCode.LAKE_HELD);
    KNOWN.put(LakeUnavailableException.class, ExitCode.STORAGE);
    KNOWN.put(UncheckedIOException.class, ExitCode.STORAGE);
    KNOWN.put(IOException.class, ExitCode.STORAGE);
  }

  /** By name, because commands without Spark run without its classes. */
  private static final Map<String, ExitCode> OF_SPARK =
      Map.of(
          "org.apache.spark.SparkException", ExitCode.STORAGE,
          "org.apache.spark.sql.AnalysisException", ExitCode.BUG);

  private Failures() {}

  /** What the process ends with after this failure; the outermost known cause decides. */
  static ExitCode exitCode(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof RefusedException refused) {
        return refused.exitCode();
      }
      for (Map.Entry<Class<? extends Throwable>, ExitCode> known : KNOWN.entrySet()) {
        if (known.getKey().isInstance(cause)) {
          return known.getValue();
        }
      }
      for (Class<?> type = cause.getClass(); type != null; type = type.getSuperclass()) {
        ExitCode spark = OF_SPARK.get(type.getName());
        if (spark != null) {
          return spark;
        }
      }
    }
    return ExitCode.BUG;
  }

  /** Writes the message, and for a bug or where it was asked for the stack trace too. */
  static void report(Throwable failure, boolean verbose, PrintWriter err) {
    ExitCode code = exitCode(failure);
    if (code == ExitCode.BUG) {
      err.println("Cannot go on: this is a bug in Bienmau.");
      failure.printStackTrace(err);
      err.println("Please report it with the lines above and the output of jobs/bienmau doctor.");
    } else if (verbose) {
      failure.printStackTrace(err);
    } else {
      err.println(failure.getMessage());
    }
    err.flush();
  }
}
