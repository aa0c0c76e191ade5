package org.bienmau.job;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.bienmau.config.Settings;
import org.bienmau.pipeline.Published;
import org.bienmau.serve.Edition;
import org.bienmau.serve.Report;

/** The report as a file: {@code index.html} in the folder that the settings name. */
final class ReportFile {
  private final Path page;
  private final boolean simulated;
  private final String language;
  private final Configuration hadoop;

  /** The page that these settings ask for; its folder is made when it is not there. */
  ReportFile(Settings settings, Configuration hadoop) {
    this(settings, hadoop, false);
  }

  private ReportFile(Settings settings, Configuration hadoop, boolean simulated) {
    this.simulated = simulated;
    this.page = new Path(settings.reportDir(), simulated ? "simulated.html" : "index.html");
    this.language = settings.language().name().toLowerCase(Locale.ROOT);
    this.hadoop = hadoop;
  }

  /** The page of the same release that shows simulated figures and says so in its first line. */
  static ReportFile ofSimulated(Settings settings, Configuration hadoop) {
    return new ReportFile(settings, hadoop, true);
  }

  /** Whether the page was ever written. */
  boolean exists() {
    try {
      return page.getFileSystem(hadoop).exists(page);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot look for the report " + page + ".", e);
    }
  }

  /** Writes the page of a release beside the old one, then puts it into its place. */
  String write(Published published) {
    Path unfinished = new Path(page.getParent(), "." + page.getName() + ".unfinished");
    try {
      FileSystem files = page.getFileSystem(hadoop);
      try (OutputStream out = files.create(unfinished, true)) {
        Edition edition =
            new Edition(
                published.release().number(), published.release().asOf(), simulated, language);
        Report.write(edition, published::read, out);
      }
      files.delete(page, false);
      if (!files.rename(unfinished, page)) {
        throw new IOException("it could not be renamed from " + unfinished);
      }
      return page.toString();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the report " + page + ".", e);
    }
  }
}
