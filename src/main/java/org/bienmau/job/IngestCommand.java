package org.bienmau.job;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Takes files in. */
@Command(
    name = "ingest",
    description =
        "Take in the files that the lake does not have yet, and refuse rows with reasons.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  jobs/bienmau ingest",
      "  jobs/bienmau ingest --input incoming/2024-03.csv --output json"
    })
final class IngestCommand implements Runnable {
  private final Surroundings around;

  @Mixin private CommonOptions common;
  @Mixin private OutputOption output;

  IngestCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public void run() {
    output.print(
        LakeWork.run("ingest", common.settings(around).settings(), around, Steps::ingest), around);
  }
}
