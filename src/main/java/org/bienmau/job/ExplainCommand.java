package org.bienmau.job;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bienmau.pipeline.Tables;
import org.bienmau.serve.Explain;
import org.bienmau.serve.Explanation;
import org.bienmau.serve.UnknownColumnException;
import org.bienmau.table.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Follows published cells back to the pages they come from. */
@Command(
    name = "explain",
    description = {
      "Follow a cell of a table back to its sources: file, line, page, date and the rule that chose.",
      "Truy nguyên một ô số liệu về nguồn: tệp, dòng, trang, ngày đăng và quy tắc chọn."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  jobs/bienmau explain gold.trend scope_id=lao_cai period_id=2024-03 measure_id=trade_value",
      "  jobs/bienmau explain gold.regional_comparison period_id=2024 scope_id=border --output json"
    })
final class ExplainCommand implements Runnable {
  private final Surroundings around;

  @Parameters(index = "0", paramLabel = "TABLE", description = "A table, for example gold.trend.")
  private String tableId;

  @Parameters(
      index = "1..*",
      paramLabel = "COLUMN=VALUE",
      description = "Which cells: columns and their values.")
  private Map<String, String> key = new LinkedHashMap<>();

  @Option(
      names = "--limit",
      paramLabel = "CELLS",
      defaultValue = "5",
      description = "Explain at most so many cells (default: ${DEFAULT-VALUE}).")
  private int limit;

  @Mixin private CommonOptions common;
  @Mixin private OutputOption output;

  ExplainCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public void run() {
    Table table = table();
    List<Explanation> explanations;
    try (LakeReading lake = new LakeReading("explain", common.settings(around).settings())) {
      explanations = new Explain(lake.published()).cells(table, key, limit + 1);
    } catch (UnknownColumnException e) {
      throw new RefusedException(ExitCode.USAGE, e.getMessage(), e);
    }
    if (explanations.isEmpty()) {
      throw new RefusedException(
          ExitCode.USAGE,
          "Cannot explain %s with %s: the last release has no such cell. See what there is with jobs/bienmau query 'select * from %s'."
              .formatted(tableId, key, tableId));
    }
    List<Explanation> shown = explanations.subList(0, Math.min(limit, explanations.size()));
    output.print(new ExplanationText(shown), around);
    if (explanations.size() > limit) {
      around
          .err()
          .printf("There are more cells than %d; name more columns, or use --limit.%n", limit);
      around.err().flush();
    }
  }

  private Table table() {
    return Tables.ALL.stream()
        .filter(table -> table.id().equals(tableId) || table.name().equals(tableId))
        .findFirst()
        .orElseThrow(
            () ->
                new RefusedException(
                    ExitCode.USAGE,
                    "Cannot explain '%s': there is no such table. Tables are %s."
                        .formatted(
                            tableId,
                            Tables.ALL.stream().map(Table::id).collect(Collectors.joining(", ")))));
  }

  /** Explanations as a person or a program reads them. */
  private record ExplanationText(List<Explanation> all) implements Answer {
    @Override
    public String as(OutputFormat format) {
      return switch (format) {
        case TABLE -> all.stream().map(ExplanationText::page).collect(Collectors.joining("\n"));
        case JSON -> json();
        case CSV -> sources(all).as(OutputFormat.CSV);
      };
    }

    private static String page(Explanation one) {
      ResultTable cell = ResultTable.of("column", "value");
      for (Map.Entry<String, String> part : one.cell().entrySet()) {
        cell = cell.with(part.getKey(), part.getValue());
      }
      return cell.as(OutputFormat.TABLE)
          + one.how().stream().map(line -> "* " + line + "\n").collect(Collectors.joining())
          + sources(List.of(one)).as(OutputFormat.TABLE);
    }

    private static ResultTable sources(List<Explanation> all) {
      ResultTable table =
          ResultTable.of(
              "behind",
              "role",
              "printed",
              "publisher",
              "published",
              "file",
              "line",
              "origin",
              "vintage",
              "figure",
              "page");
      for (Explanation one : all) {
        for (Explanation.Source source : one.sources()) {
          table =
              table.with(
                  source.of(),
                  source.role(),
                  source.printed(),
                  source.publisher(),
                  source.publishedOn(),
                  source.file(),
                  source.line(),
                  source.origin(),
                  source.vintage(),
                  source.figureId(),
                  source.url());
        }
      }
      return table;
    }

    private String json() {
      List<Map<String, Object>> objects = new ArrayList<>();
      for (Explanation one : all) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("cell", one.cell());
        object.put("how", one.how());
        object.put("sources", sourceMaps(one));
        objects.add(object);
      }
      return objects.stream().map(Json::of).collect(Collectors.joining(",\n", "[\n", "\n]\n"));
    }

    private static List<Map<String, Object>> sourceMaps(Explanation one) {
      ResultTable table = sources(List.of(one));
      List<Map<String, Object>> maps = new ArrayList<>();
      for (List<Object> row : table.rows()) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < row.size(); i++) {
          map.put(table.columns().get(i), row.get(i));
        }
        maps.add(map);
      }
      return maps;
    }
  }
}
