package org.bienmau.job;

import org.bienmau.config.Setting;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows the settings. */
@Command(name = "config", description = "Show the settings.")
final class ConfigCommand {
  private final Surroundings around;

  ConfigCommand(Surroundings around) {
    this.around = around;
  }

  @Command(
      name = "show",
      description = {
        "Print every setting, its value and where it came from.",
        "What stands later wins: built-in defaults, conf/bienmau.conf, the profile, --conf-file,"
            + " environment variables (lake.root is BIENMAU_LAKE_ROOT), --set. Anything under"
            + " spark. is handed to Spark. Secrets are masked."
      },
      footerHeading = "%nExamples:%n",
      footer = {
        "  jobs/bienmau config show",
        "  jobs/bienmau config show --profile cluster --output json",
        "  BIENMAU_LAKE_ROOT=/data/border jobs/bienmau config show"
      })
  void show(@Mixin CommonOptions options, @Mixin OutputOption output) {
    ResultTable table = ResultTable.of("setting", "value", "from", "meaning");
    for (Setting setting : options.settings(around).origins()) {
      table = table.with(setting.key(), setting.value(), setting.origin(), setting.meaning());
    }
    output.print(table, around);
  }
}
