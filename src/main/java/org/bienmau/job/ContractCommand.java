package org.bienmau.job;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bienmau.source.Contract;
import org.bienmau.source.ContractChange;
import org.bienmau.source.ContractColumn;
import org.bienmau.source.ContractComparison;
import org.bienmau.source.Contracts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Everything about contracts. */
@Command(
    name = "contract",
    description = {
      "Look at the contracts that inputs are held to, and compare two versions of one.",
      "Xem các hợp đồng dữ liệu mà tệp đầu vào phải theo, và so hai phiên bản của một hợp đồng."
    })
final class ContractCommand {
  private final Surroundings around;

  ContractCommand(Surroundings around) {
    this.around = around;
  }

  @Command(
      name = "list",
      description = "List the contracts with their versions.",
      footerHeading = "%nExamples:%n",
      footer = "  jobs/bienmau contract list")
  void list(@Mixin CommonOptions common, @Mixin OutputOption output) {
    ResultTable table =
        ResultTable.of("dataset", "version", "status", "shape", "columns", "description");
    for (Contract contract :
        Folders.contracts(common.settings(around).settings().contractsDir()).all()) {
      table =
          table.with(
              contract.dataset(),
              contract.version(),
              contract.status(),
              contract.isOfRecords() ? "records" : "statements",
              contract.columns().size(),
              contract.description());
    }
    output.print(table, around);
  }

  @Command(
      name = "show",
      description = "Show the columns of one contract, in both languages.",
      footerHeading = "%nExamples:%n",
      footer = "  jobs/bienmau contract show trade_statistics")
  void show(
      @Parameters(paramLabel = "DATASET", description = "For example trade_statistics.")
          String dataset,
      @Mixin CommonOptions common,
      @Mixin OutputOption output) {
    ResultTable table =
        ResultTable.of(
            "column", "type", "required", "key", "unit", "class", "description", "descriptionVi");
    for (ContractColumn column : contract(dataset, common).columns()) {
      table =
          table.with(
              column.name(),
              column.logicalType(),
              column.required() ? "yes" : "no",
              column.keyPosition() == 0 ? null : column.keyPosition(),
              column.unit().isEmpty() ? null : column.unit(),
              column.classification(),
              column.description(),
              column.descriptionVi());
    }
    output.print(table, around);
  }

  private Contract contract(String dataset, CommonOptions common) {
    try {
      return Folders.contracts(common.settings(around).settings().contractsDir())
          .ofDataset(dataset);
    } catch (IllegalArgumentException unknown) {
      throw new RefusedException(ExitCode.USAGE, unknown.getMessage(), unknown);
    }
  }

  @Command(
      name = "check",
      description = {
        "Name every difference between two versions of a contract, and whether it is breaking.",
        "Ends with 3 when there are breaking changes without a higher first number of the version,"
            + " or changes without a higher version."
      },
      footerHeading = "%nExamples:%n",
      footer = "  jobs/bienmau contract check old.odcs.yaml conf/contracts/plans.odcs.yaml")
  int check(
      @Parameters(paramLabel = "OLD", description = "The contract as it was.") Path before,
      @Parameters(paramLabel = "NEW", description = "The contract as it is to be.") Path after,
      @Mixin OutputOption output) {
    Contract old = load(before);
    Contract now = load(after);
    List<ContractChange> changes = ContractComparison.between(old, now);
    ResultTable table = ResultTable.of("breaking", "where", "what");
    for (ContractChange change : changes) {
      table = table.with(change.isBreaking() ? "yes" : "no", change.where(), change.what());
    }
    output.print(table, around);
    Optional<String> dishonesty = ContractComparison.dishonesty(old, now, changes);
    dishonesty.ifPresent(
        why -> {
          around.err().printf("Cannot publish %s under this version: %s.%n", after, why);
          around.err().flush();
        });
    return (dishonesty.isPresent() ? ExitCode.CONFIGURATION : ExitCode.DONE).number();
  }

  private Contract load(Path file) {
    Path path = around.workingDirectory().resolve(file);
    try (InputStream yaml = Files.newInputStream(path)) {
      return Contracts.load(file.toString(), yaml);
    } catch (IOException e) {
      throw new RefusedException(
          ExitCode.USAGE, "Cannot read the contract %s: there is no such file.".formatted(file), e);
    }
  }
}
