package org.bienmau.job;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bienmau.config.Settings;
import org.bienmau.source.ContractSet;
import org.bienmau.source.Provenance;
import org.bienmau.source.SourceDataException;
import org.bienmau.source.layout.ColumnUse;
import org.bienmau.source.layout.FileContent;
import org.bienmau.source.layout.Layout;
import org.bienmau.source.layout.LayoutTrial;
import org.bienmau.source.layout.Layouts;
import org.bienmau.source.layout.SheetLook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Everything about layouts that needs neither Spark nor a lake. */
@Command(
    name = "layout",
    description = {
      "Look at files of other forms, and try the layouts that say how they are read.",
      "Xem tệp có bố cục riêng và thử các bố cục (layout) dùng để đọc chúng."
    })
final class LayoutCommand {
  private final Surroundings around;

  LayoutCommand(Surroundings around) {
    this.around = around;
  }

  @Command(
      name = "list",
      description =
          "List the layouts, the contracts that they fill and the files that they are for.",
      footerHeading = "%nExamples:%n",
      footer = "  jobs/bienmau layout list")
  void list(@Mixin CommonOptions common, @Mixin OutputOption output) {
    Settings settings = common.settings(around).settings();
    ResultTable table =
        ResultTable.of("layout", "version", "contract", "format", "files", "description");
    for (Layout layout :
        Folders.layouts(settings, Folders.contracts(settings.contractsDir())).all()) {
      table =
          table.with(
              layout.name(),
              layout.version(),
              layout.dataset(),
              layout.formName(),
              layout.isFor(),
              layout.description());
    }
    output.print(table, around);
  }

  @Command(
      name = "look",
      description = {
        "Show the sheets of a file and the cells of their first rows as layouts see them.",
        "A text that could be a number stands in quotes; < and ^ are merged with the cell to their"
            + " left or above."
      },
      footerHeading = "%nExamples:%n",
      footer = "  jobs/bienmau layout look bulletin.xlsx --rows 30")
  void look(
      @Parameters(paramLabel = "FILE", description = "A workbook, a CSV or JSON lines.") Path file,
      @Option(
              names = "--rows",
              paramLabel = "N",
              defaultValue = "20",
              description = "How many rows of each sheet (default: ${DEFAULT-VALUE}).")
          int rows,
      @Mixin OutputOption output)
      throws IOException {
    List<SheetLook.Seen> sheets = SheetLook.at(name(file), content(file), rows);
    int width =
        sheets.stream()
            .flatMap(sheet -> sheet.lines().stream())
            .mapToInt(line -> line.cells().size())
            .max()
            .orElse(0);
    String[] columns = new String[width + 2];
    columns[0] = "sheet";
    columns[1] = "row";
    for (int column = 0; column < width; column++) {
      columns[column + 2] = SheetLook.letters(column);
    }
    ResultTable table = ResultTable.of(columns);
    for (SheetLook.Seen sheet : sheets) {
      for (SheetLook.Line line : sheet.lines()) {
        Object[] cells = new Object[width + 2];
        cells[0] = sheet.name() + (sheet.isHidden() ? " (hidden)" : "");
        cells[1] = line.number();
        for (int column = 0; column < line.cells().size(); column++) {
          String cell = line.cells().get(column);
          cells[column + 2] = cell.isEmpty() ? null : cell;
        }
        table = table.with(cells);
      }
    }
    output.print(table, around);
  }

  @Command(
      name = "try",
      description = {
        "Show what a layout makes of a file, and which rows an ingest would refuse and why.",
        "Cho biết bố cục biến tệp thành những dòng nào, dòng nào sẽ bị từ chối và vì sao.",
        "Ends with 4 when a row would be refused."
      },
      footerHeading = "%nExamples:%n",
      footer = {
        "  jobs/bienmau layout try bulletin.xlsx",
        "  jobs/bienmau layout try bulletin.xlsx --layout my.yaml --rows 50",
        "  jobs/bienmau layout try bulletin.xlsx --layout my.yaml --refused --output json"
      })
  int tryOut(
      @Parameters(paramLabel = "FILE", description = "A workbook, a CSV or JSON lines.") Path file,
      @Option(
              names = "--rows",
              paramLabel = "N",
              defaultValue = "20",
              description = "How many rows to show (default: ${DEFAULT-VALUE}).")
          int rows,
      @Option(names = "--refused", description = "Show only rows that would be refused.")
          boolean onlyRefused,
      @Mixin CommonOptions common,
      @Mixin OutputOption output)
      throws IOException {
    Settings settings = common.settings(around).settings();
    ContractSet contracts = Folders.contracts(settings.contractsDir());
    FileContent content = content(file);
    Layout layout = layout(name(file), content, Folders.layouts(settings, contracts));
    Optional<Provenance> beside = provenance(file);
    LayoutTrial trial =
        LayoutTrial.of(
            name(file),
            content,
            layout,
            contracts,
            Folders.registers(settings.referenceDir()),
            beside
                .map(Provenance::accessed)
                .orElseGet(() -> LocalDate.ofInstant(around.clock().instant(), ZoneOffset.UTC)),
            beside.map(Provenance::told).orElseGet(Map::of));
    List<LayoutTrial.Row> shown =
        trial.rows().stream().filter(row -> !onlyRefused || row.isRefused()).limit(rows).toList();
    output.print(table(shown, contracts.ofDataset(layout.dataset()).columnNames()), around);
    summarise(layout, trial);
    boolean allGood = trial.rows().stream().noneMatch(LayoutTrial.Row::isRefused);
    return (allGood ? ExitCode.DONE : ExitCode.INPUT_REFUSED).number();
  }

  private static Layout layout(String name, FileContent content, Layouts layouts)
      throws IOException {
    Optional<Layout> layout = layouts.of(name, content);
    if (layout.isEmpty()) {
      throw new SourceDataException(
          name,
          "no layout is for it: " + layouts.whyNone(name, content),
          "Look at it with jobs/bienmau layout look, write a layout (src/site/markdown/layouts.md) and name it with --layout.");
    }
    return layout.get();
  }

  /** Columns that are empty in all rows would only hide the others. */
  private static ResultTable table(List<LayoutTrial.Row> rows, List<String> columns) {
    List<String> filled =
        columns.stream()
            .filter(column -> rows.stream().anyMatch(row -> !row.cells().get(column).isEmpty()))
            .toList();
    ResultTable table =
        new ResultTable(
            Stream.of(List.of("line", "origin"), filled, List.of("refused"))
                .flatMap(List::stream)
                .toList(),
            List.of());
    for (LayoutTrial.Row row : rows) {
      Object[] cells = new Object[filled.size() + 3];
      cells[0] = row.line();
      cells[1] = row.origin();
      for (int i = 0; i < filled.size(); i++) {
        String cell = row.cells().get(filled.get(i));
        cells[i + 2] = cell.isEmpty() ? null : cell;
      }
      cells[cells.length - 1] =
          row.isRefused()
              ? row.reasons().stream()
                  .map(reason -> reason.code() + ": " + reason.message())
                  .collect(Collectors.joining(" "))
              : null;
      table = table.with(cells);
    }
    return table;
  }

  private void summarise(Layout layout, LayoutTrial trial) {
    long refused = trial.rows().stream().filter(LayoutTrial.Row::isRefused).count();
    around
        .err()
        .printf(
            "%s for %s: %s.%n%,d would be accepted, %,d refused%s.%n",
            layout.id(),
            layout.dataset(),
            trial.tally(),
            trial.rows().size() - refused,
            refused,
            trial.isWhole() ? "" : "; the rest of the file was not read");
    for (ColumnUse use : trial.uses()) {
      around
          .err()
          .printf(
              "  %s%s%s: %s%n",
              use.sheet().isEmpty() ? "" : use.sheet() + "!",
              use.column(),
              use.heading().equals(use.column()) ? "" : " \"" + use.heading() + "\"",
              use.as().isEmpty() ? "not used" : String.join(", ", use.as()));
    }
    around.err().flush();
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  private FileContent content(Path file) {
    Path path = around.workingDirectory().resolve(file);
    if (!Files.isRegularFile(path)) {
      throw new RefusedException(
          ExitCode.USAGE, "Cannot read %s: there is no such file.".formatted(file));
    }
    return () -> Files.newInputStream(path);
  }

  private Optional<Provenance> provenance(Path file) throws IOException {
    String beside = Provenance.fileNameFor(name(file));
    Path path = around.workingDirectory().resolve(file).resolveSibling(beside);
    if (!Files.exists(path)) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(path)) {
      return Optional.of(Provenance.load(beside, in));
    }
  }
}
