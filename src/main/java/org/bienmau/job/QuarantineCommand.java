package org.bienmau.job;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Everything about refused rows. */
@Command(
    name = "quarantine",
    description = {
      "Look at refused rows and judge them again.",
      "Xem và xét lại các dòng bị từ chối."
    })
final class QuarantineCommand {
  private final Surroundings around;

  QuarantineCommand(Surroundings around) {
    this.around = around;
  }

  @Command(
      name = "list",
      description =
          "List the rows that are refused, each with its first reason and how many there are.",
      footerHeading = "%nExamples:%n",
      footer = "  jobs/bienmau quarantine list --output csv")
  void list(@Mixin CommonOptions common, @Mixin OutputOption output) {
    output.print(QuarantineQueries.list(common.settings(around).settings()), around);
  }

  @Command(
      name = "show",
      description = "Show one refused row as received, with all its reasons.",
      footerHeading = "%nExamples:%n",
      footer = "  jobs/bienmau quarantine show 3fd2 118")
  void show(
      @Parameters(paramLabel = "FILE_ID", description = "The file, or how its id begins.")
          String fileId,
      @Parameters(paramLabel = "LINE", description = "The line in the file.") long line,
      @Mixin CommonOptions common,
      @Mixin OutputOption output) {
    output.print(QuarantineQueries.show(common.settings(around).settings(), fileId, line), around);
  }

  @Command(
      name = "replay",
      description =
          "Judge all files with refused rows again, after registers or the contract were corrected.",
      footerHeading = "%nExamples:%n",
      footer = "  jobs/bienmau quarantine replay && jobs/bienmau build")
  void replay(@Mixin CommonOptions common, @Mixin OutputOption output) {
    output.print(
        LakeWork.run(
            "quarantine replay", common.settings(around).settings(), around, Steps::replay),
        around);
  }
}
