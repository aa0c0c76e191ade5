package org.bienmau.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** All contracts of a folder; which one a file is held to is told by its header alone. */
public final class ContractSet implements Serializable {
  private final List<Contract> contracts;

  private ContractSet(List<Contract> contracts) {
    this.contracts = contracts;
  }

  /**
   * Reads every contract of a folder.
   *
   * @throws InvalidContractException if any of them is wrong, or two are of one dataset; it names
   *     every problem of every file
   * @throws IOException if the folder or one of its files cannot be read
   */
  public static ContractSet load(FolderFiles files) throws IOException {
    List<Contract> contracts = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (String name : files.names()) {
      try (InputStream yaml = files.open(name)) {
        contracts.add(Contracts.load(name, yaml));
      } catch (InvalidContractException invalid) {
        invalid.problems().forEach(problem -> problems.add(name + ": " + problem));
      }
    }
    addRepeated(contracts, problems);
    if (contracts.isEmpty() && problems.isEmpty()) {
      problems.add("the folder holds no file that ends on " + ContractFiles.ENDING);
    }
    if (!problems.isEmpty()) {
      throw new InvalidContractException("the contracts", problems);
    }
    return of(contracts);
  }

  /** The set of these contracts. */
  static ContractSet of(List<Contract> contracts) {
    return new ContractSet(List.copyOf(contracts));
  }

  /** All contracts, by the names of their files. */
  public List<Contract> all() {
    return contracts;
  }

  /** What stands between the cells of their files, each once. */
  public List<Character> delimiters() {
    return contracts.stream().map(Contract::delimiter).distinct().toList();
  }

  /**
   * The contract of a dataset.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Contract ofDataset(String dataset) {
    return contracts.stream()
        .filter(contract -> contract.dataset().equals(dataset))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Cannot find the contract of '%s': known are %s."
                        .formatted(
                            dataset,
                            contracts.stream()
                                .map(Contract::dataset)
                                .collect(Collectors.joining(", ")))));
  }

  /**
   * The contract whose columns a file has, all of them and no others, in whatever order.
   *
   * @param file the file's name as the user knows it
   * @param header the cells of its header
   * @throws SourceDataException if none or more than one fits; it names the nearest and what
   *     differs
   */
  public Contract recognise(String file, List<String> header) {
    Set<String> columns = new HashSet<>(header);
    List<Contract> fitting =
        contracts.stream()
            .filter(one -> columns.size() == header.size())
            .filter(one -> columns.equals(Set.copyOf(one.columnNames())))
            .toList();
    if (fitting.size() == 1) {
      return fitting.get(0);
    }
    if (fitting.size() > 1) {
      throw new SourceDataException(
          file,
          "its header fits several contracts: "
              + fitting.stream().map(Contract::dataset).collect(Collectors.joining(", ")),
          "Say by a layout which of them it is.");
    }
    Contract nearest =
        contracts.stream()
            .min(Comparator.comparingInt(contract -> differences(columns, contract)))
            .orElseThrow(() -> new IllegalStateException("Cannot recognise a file: no contracts."));
    throw new SourceDataException(
        file,
        "its header fits no contract; the nearest is %s, of which it %s"
            .formatted(nearest.dataset(), HeaderDifference.of(header, nearest).sentence()),
        "Name the columns as in %s, delimited by '%s', or describe the file by a layout."
            .formatted(nearest.file(), nearest.delimiter()));
  }

  private static int differences(Set<String> columns, Contract contract) {
    Set<String> shared = new HashSet<>(contract.columnNames());
    shared.retainAll(columns);
    return columns.size() + contract.columns().size() - 2 * shared.size();
  }

  private static void addRepeated(List<Contract> contracts, List<String> problems) {
    Map<String, String> seen = new HashMap<>();
    for (Contract contract : contracts) {
      String other = seen.putIfAbsent(contract.dataset(), contract.file());
      if (other != null) {
        problems.add(
            "%s: the dataset %s has a contract already, %s"
                .formatted(contract.file(), contract.dataset(), other));
      }
    }
  }
}
