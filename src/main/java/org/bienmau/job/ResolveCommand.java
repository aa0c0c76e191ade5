package org.bienmau.job;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.bienmau.reference.Hint;
import org.bienmau.reference.Places;
import org.bienmau.reference.Resolution;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says which place a printed name stands for. */
@Command(
    name = "resolve",
    description = {
      "Say which section, gate or area a printed name stands for, and why.",
      "Cho biết tên địa danh in trong nguồn chỉ đoạn biên giới, cửa khẩu hay khu vực nào.",
      "Ends with 4 when a name is unknown or may stand for several places."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  jobs/bienmau resolve 'Huu Nghi' 'CKQT HỮU NGHỊ' 'Thanh Thủy-Nậm On'",
      "  jobs/bienmau resolve 'Thanh Thủy' --province 'Hà Giang' --date 2024-03-31"
    })
final class ResolveCommand implements Callable<Integer> {
  private final Surroundings around;

  @Parameters(arity = "1..*", paramLabel = "NAME", description = "Names as they are printed.")
  private List<String> names;

  @Option(
      names = "--province",
      paramLabel = "NAME",
      description = "The province that the source names beside it.")
  private String province;

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      description = "What the source says it is: province, gate, region, section or area.")
  private String kind;

  @Option(
      names = "--date",
      paramLabel = "DAY",
      description = "The last day that the figure speaks of, for example 2024-03-31.")
  private LocalDate date;

  @Mixin private CommonOptions common;
  @Mixin private OutputOption output;

  ResolveCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    Places places = Folders.registers(common.settings(around).settings().referenceDir()).places();
    Hint hint = new Hint(kind, province, date);
    ResultTable table =
        ResultTable.of("name", "answer", "type", "id", "section", "province", "why");
    boolean all = true;
    for (String name : names) {
      Resolution answer = places.resolve(name, hint);
      all &= answer.isFound();
      table = with(table, name, answer);
    }
    output.print(table, around);
    return (all ? ExitCode.DONE : ExitCode.INPUT_REFUSED).number();
  }

  private static ResultTable with(ResultTable table, String name, Resolution answer) {
    if (answer instanceof Resolution.Found found) {
      return table.with(
          name,
          "found",
          found.scopeType().id(),
          found.scopeId(),
          found.sectionId(),
          found.provinceId(),
          found.how());
    }
    String kind = answer instanceof Resolution.Ambiguous ? "ambiguous" : "unknown";
    return table.with(name, kind, null, null, null, null, answer.error());
  }
}
