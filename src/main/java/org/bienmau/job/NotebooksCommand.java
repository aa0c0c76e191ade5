package org.bienmau.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.bienmau.serve.Notebook;
import org.bienmau.serve.NotebookRendering;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Renders notebooks with the answers of the last release. */
@Command(
    name = "notebooks",
    description = {
      "Render the SQL notebooks of a folder as .ipynb files with the answers of the last release.",
      "Xuất các sổ tay SQL thành tệp .ipynb kèm kết quả của lần công bố mới nhất."
    },
    footerHeading = "%nExamples:%n",
    footer = {"  jobs/bienmau notebooks", "  jobs/bienmau notebooks my-notebooks --to rendered"})
final class NotebooksCommand implements Runnable {
  private final Surroundings around;

  @Parameters(
      arity = "0..1",
      paramLabel = "FOLDER",
      description = "Folder of the .sql notebooks (default: the project's notebooks-export).")
  private Path folder;

  @Option(
      names = "--to",
      paramLabel = "FOLDER",
      description = "Folder for the .ipynb files (default: beside the notebooks).")
  private Path target;

  @Mixin private CommonOptions common;
  @Mixin private OutputOption output;

  NotebooksCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public void run() {
    Path from = folder == null ? home().resolve("notebooks-export") : folder;
    Path to = target == null ? from : target;
    ResultTable written = ResultTable.of("notebook", "rendered");
    try (LakeReading lake = new LakeReading("notebooks", common.settings(around).settings())) {
      NotebookRendering rendering = new NotebookRendering(lake.spark());
      Files.createDirectories(to);
      for (Path file : notebooks(from)) {
        String name = file.getFileName().toString();
        Path rendered = to.resolve(name.replaceFirst("\\.sql$", ".ipynb"));
        String source = Files.readString(file);
        Notebook notebook = Notebook.parse(name, source);
        lake.show(source);
        Files.writeString(rendered, rendering.render(notebook));
        written = written.with(file.toString(), rendered.toString());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot render the notebooks of " + from + ".", e);
    }
    output.print(written, around);
  }

  private Path home() {
    String home = around.environment().get("BIENMAU_HOME");
    return home == null ? around.workingDirectory() : Path.of(home);
  }

  private static List<Path> notebooks(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".sql")).sorted().toList();
    }
  }
}
