package org.bienmau.job;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Checks what readers see. */
@Command(
    name = "check",
    description =
        "Run every rule again over the tables of the last release; ends with 5 if one breaks.",
    footerHeading = "%nExamples:%n",
    footer = "  jobs/bienmau check --output csv")
final class CheckCommand implements Callable<Integer> {
  private final Surroundings around;

  @Mixin private CommonOptions common;
  @Mixin private OutputOption output;

  CheckCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    ResultTable answer = ReleaseAudit.run(common.settings(around).settings());
    output.print(answer, around);
    boolean isBroken = answer.rows().stream().anyMatch(ReleaseAudit::isBlocking);
    return (isBroken ? ExitCode.CHECK_FAILED : ExitCode.DONE).number();
  }
}
