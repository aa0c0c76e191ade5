package org.bienmau.job;

import org.bienmau.pipeline.Redo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Does everything that is to be done. */
@Command(
    name = "run",
    description = {
      "Take in what is new, build all tables, check them, publish them as one release, report.",
      "Nạp số liệu mới, tính, kiểm tra, công bố tất cả các bảng và lập báo cáo.",
      "With nothing new, nothing is written."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  jobs/bienmau run",
      "  jobs/bienmau run --input incoming/ --lake /data/border",
      "  jobs/bienmau --master yarn --deploy-mode client run --profile cluster"
    })
final class RunCommand implements Runnable {
  private final Surroundings around;

  @Mixin private CommonOptions common;
  @Mixin private RedoOptions again;
  @Mixin private OutputOption output;

  RunCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public void run() {
    Redo redo = again.redo();
    output.print(
        LakeWork.run(
            "run", common.settings(around).settings(), around, work -> Steps.run(work, redo)),
        around);
  }
}
