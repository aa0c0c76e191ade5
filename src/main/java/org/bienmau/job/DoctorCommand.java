package org.bienmau.job;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.bienmau.config.InvalidSettingsException;
import org.bienmau.config.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Looks whether everything is here that a run needs. */
@Command(
    name = "doctor",
    description =
        "Check Java, memory, disk, write access, time zone, encoding, Spark and Delta, registers.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  jobs/bienmau doctor",
      "  jobs/bienmau doctor --output json --set lake.root=/data/border"
    })
final class DoctorCommand implements Callable<Integer> {
  private final Surroundings around;

  @Mixin private CommonOptions common;
  @Mixin private OutputOption output;

  DoctorCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    List<Finding> findings = new ArrayList<>(MachineDoctor.look(around));
    findings.addAll(SparkDoctor.look(around, JarManifest.read()));
    try {
      Settings settings = common.settings(around).settings();
      findings.add(Finding.ok("settings", "every key is known and every value fits"));
      findings.addAll(LakeDoctor.look(settings));
    } catch (InvalidSettingsException e) {
      findings.add(
          Finding.fail("settings", String.join(" ", e.problems()), "Correct what is named."));
    }
    ResultTable table = ResultTable.of("state", "what", "found", "advice");
    for (Finding finding : findings) {
      table = table.with(finding.state().name(), finding.what(), finding.found(), finding.advice());
    }
    output.print(table, around);
    boolean well = findings.stream().noneMatch(f -> f.state() == Finding.State.FAIL);
    return (well ? ExitCode.DONE : ExitCode.CONFIGURATION).number();
  }
}
