package org.bienmau.job;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says which Bienmau this is. */
@Command(
    name = "version",
    description = "Print the version and the Spark and Delta that this jar is for.",
    footerHeading = "%nExamples:%n",
    footer = "  jobs/bienmau version --output json")
final class VersionCommand implements Runnable {
  private final Surroundings around;

  @Mixin private OutputOption output;

  VersionCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public void run() {
    JarManifest jar = JarManifest.read();
    output.print(
        ResultTable.of("what", "version")
            .with("bienmau", jar.version())
            .with("lane", jar.lane())
            .with("spark", jar.spark())
            .with("delta", jar.delta())
            .with("java", System.getProperty("java.version")),
        around);
  }
}
