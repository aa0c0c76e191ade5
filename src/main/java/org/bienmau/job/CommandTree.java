package org.bienmau.job;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** All commands, and what holds for each of them: help, exit codes, errors. */
final class CommandTree {
  private static final String UNKNOWN_WORD = "Cannot run '%s': jobs/%s knows no such word.";

  private CommandTree() {}

  @Command(
      name = "bienmau",
      description = {
        "Compares the seven provinces along Vietnam's border with China and follows their trade.",
        "So sánh bảy tỉnh biên giới Việt – Trung và theo dõi diễn biến thương mại biên mậu."
      },
      footerHeading = "%nExamples:%n",
      footer = {
        "  jobs/bienmau run                    everything, from the files to a new release",
        "  jobs/bienmau demo                   the same on a simulated history, in a lake of its own",
        "  jobs/bienmau query 'select * from gold.trend limit 5'",
        "  jobs/bienmau score                  how good are the methods, on series with known truth?",
        "  jobs/bienmau doctor                 is everything here that a run needs?",
        "  jobs/bienmau help config            all about one command"
      })
  private static final class Bienmau {}

  /** The command line that {@code Main} runs and that tests call. */
  static CommandLine of(Surroundings around) {
    CommandLine line =
        new CommandLine(new Bienmau())
            .addSubcommand(new RunCommand(around))
            .addSubcommand(new IngestCommand(around))
            .addSubcommand(new BuildCommand(around))
            .addSubcommand(new CheckCommand(around))
            .addSubcommand(new QueryCommand(around))
            .addSubcommand(new ExplainCommand(around))
            .addSubcommand(new ReportCommand(around))
            .addSubcommand(new NotebooksCommand(around))
            .addSubcommand(new QuarantineCommand(around))
            .addSubcommand(new MaintainCommand(around))
            .addSubcommand(new RegisterCommand(around))
            .addSubcommand(new ContractCommand(around))
            .addSubcommand(new LayoutCommand(around))
            .addSubcommand(new ResolveCommand(around))
            .addSubcommand(new SimulateCommand(around))
            .addSubcommand(new DemoCommand(around))
            .addSubcommand(new ScoreCommand(around))
            .addSubcommand(new ConfigCommand(around))
            .addSubcommand(new DoctorCommand(around))
            .addSubcommand(new BenchCommand(around))
            .addSubcommand(new BenchStepCommand(around))
            .addSubcommand(new CompletionCommand(around))
            .addSubcommand(new VersionCommand(around))
            .addSubcommand(new HelpCommand());
    line.setOut(around.out())
        .setErr(around.err())
        .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(false)
        .setUsageHelpWidth(100)
        .setExecutionStrategy(CommandTree::execute)
        .setParameterExceptionHandler((e, args) -> refuse(e))
        .setExecutionExceptionHandler(CommandTree::fail);
    decorate(line);
    return line;
  }

  /** Without a command there is nothing to do but to say which there are. */
  private static int execute(ParseResult parsed) {
    CommandLine asked = parsed.asCommandLineList().get(parsed.asCommandLineList().size() - 1);
    boolean isGroup = !asked.getSubcommands().isEmpty();
    if (isGroup && !asked.isUsageHelpRequested()) {
      throw new ParameterException(asked, "Cannot run: no command is given.");
    }
    return new CommandLine.RunLast().execute(parsed);
  }

  private static int refuse(ParameterException e) {
    CommandLine asked = e.getCommandLine();
    String name = asked.getCommandSpec().qualifiedName();
    if (e instanceof UnmatchedArgumentException unmatched && !unmatched.getUnmatched().isEmpty()) {
      String word = unmatched.getUnmatched().get(0);
      boolean isOption = unmatched.isUnknownOption();
      asked
          .getErr()
          .println(
              (isOption ? "Cannot read '%s': jobs/%s has no such option." : UNKNOWN_WORD)
                      .formatted(word, name)
                  + unmatched.getSuggestions().stream()
                      .findFirst()
                      .map(nearest -> " Did you mean %s?".formatted(nearest))
                      .orElse(""));
    } else {
      asked.getErr().println(e.getMessage());
    }
    asked.getErr().printf("See jobs/%s --help.%n", name);
    asked.getErr().flush();
    return ExitCode.USAGE.number();
  }

  private static int fail(Exception e, CommandLine asked, ParseResult parsed) {
    boolean verbose =
        asked.getParseResult() != null
            && asked.getParseResult().hasMatchedOption(CommonOptions.VERBOSE);
    Failures.report(e, verbose, asked.getErr());
    return Failures.exitCode(e).number();
  }

  private static void decorate(CommandLine line) {
    if (!(line.getCommand() instanceof HelpCommand)) {
      line.getCommandSpec().mixinStandardHelpOptions(false);
      line.getCommandSpec()
          .addOption(
              CommandLine.Model.OptionSpec.builder("-h", "--help")
                  .usageHelp(true)
                  .description("Show this help and end.")
                  .build());
      UsageMessageSpec usage = line.getCommandSpec().usageMessage();
      usage.sortOptions(false);
      usage.synopsisHeading("Usage: jobs/");
      usage.optionListHeading("%nOptions:%n");
      usage.commandListHeading("%nCommands:%n");
      usage.exitCodeListHeading("%nExit codes:%n");
      usage.exitCodeList(exitCodes());
    }
    line.getSubcommands().values().forEach(CommandTree::decorate);
  }

  private static Map<String, String> exitCodes() {
    Map<String, String> codes = new LinkedHashMap<>();
    List<ExitCode> all = Arrays.asList(ExitCode.values());
    all.forEach(code -> codes.put(String.valueOf(code.number()), code.meaning()));
    return codes;
  }
}
