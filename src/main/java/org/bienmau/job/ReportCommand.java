package org.bienmau.job;

import org.bienmau.config.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Writes the report of the last release. */
@Command(
    name = "report",
    description = {
      "Write the report of the last release as one HTML page that loads nothing from elsewhere.",
      "Lập báo cáo của lần công bố mới nhất thành một trang HTML độc lập."
    },
    footerHeading = "%nExamples:%n",
    footer = {"  jobs/bienmau report", "  jobs/bienmau report --set report.dir=/srv/www/bienmau"})
final class ReportCommand implements Runnable {
  private final Surroundings around;

  @Mixin private CommonOptions common;
  @Mixin private OutputOption output;

  ReportCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public void run() {
    Settings settings = common.settings(around).settings();
    try (LakeReading lake = new LakeReading("report", settings)) {
      ReportFile file = new ReportFile(settings, lake.spark().sparkContext().hadoopConfiguration());
      output.print(
          ResultTable.of("release", "report")
              .with(lake.published().release().number(), file.write(lake.published())),
          around);
    }
  }
}
