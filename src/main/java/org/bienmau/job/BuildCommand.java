package org.bienmau.job;

import org.bienmau.pipeline.Redo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Builds and publishes what was taken in. */
@Command(
    name = "build",
    description = "Build all tables from what was taken in, check them and publish one release.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  jobs/bienmau build",
      "  jobs/bienmau build --from 2024-01 --to 2024-03",
      "  jobs/bienmau build --as-of 2024-03-31 --lake /data/then"
    })
final class BuildCommand implements Runnable {
  private final Surroundings around;

  @Mixin private CommonOptions common;
  @Mixin private RedoOptions again;
  @Mixin private OutputOption output;

  BuildCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public void run() {
    Redo redo = again.redo();
    output.print(
        LakeWork.run(
            "build", common.settings(around).settings(), around, work -> Steps.build(work, redo)),
        around);
  }
}
