package org.bienmau.job;

import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Teaches a shell the commands. */
@Command(
    name = "completion",
    description = "Print a completion script for bash and zsh.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  source <(jobs/bienmau completion)",
      "  jobs/bienmau completion > ~/.local/share/bash-completion/completions/bienmau"
    })
final class CompletionCommand implements Runnable {
  private final Surroundings around;

  @Spec private CommandSpec spec;

  CompletionCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public void run() {
    CommandLine root = spec.root().commandLine();
    around.out().print(AutoComplete.bash("bienmau", root));
    around.out().flush();
  }
}
