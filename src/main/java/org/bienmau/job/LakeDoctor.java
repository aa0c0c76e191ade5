package org.bienmau.job;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bienmau.config.Settings;
import org.bienmau.reference.InvalidRegistersException;
import org.bienmau.reference.Registers;
import org.bienmau.source.ContractSet;
import org.bienmau.source.InvalidContractException;
import org.bienmau.source.layout.InvalidLayoutException;
import org.bienmau.source.layout.Layouts;

/** What {@code doctor} says of the places that the settings name. */
final class LakeDoctor {
  private static final double ENOUGH_GIB = 1;
  private static final double GIB = 1024.0 * 1024 * 1024;

  private LakeDoctor() {}

  static List<Finding> look(Settings settings) {
    List<Finding> findings = new ArrayList<>();
    Optional<Path> lake = local(settings.lakeRoot());
    if (lake.isEmpty()) {
      findings.add(
          Finding.warn(
              "lake", settings.lakeRoot() + " is not on this machine", "Only a run can tell."));
    } else {
      findings.add(disk(lake.get()));
      findings.add(writeAccess(lake.get()));
    }
    findings.add(registers(settings));
    findings.add(contract(settings));
    return findings;
  }

  private static Finding disk(Path lake) {
    try {
      double free = Files.getFileStore(existing(lake)).getUsableSpace() / GIB;
      String found = String.format(Locale.ROOT, "%.1f GiB free for %s", free, lake);
      return free < ENOUGH_GIB
          ? Finding.warn("disk", found, "Make room, or set lake.root to another disk.")
          : Finding.ok("disk", found);
    } catch (IOException e) {
      return Finding.fail("disk", e.toString(), "Set lake.root to a folder that can be reached.");
    }
  }

  private static Finding writeAccess(Path lake) {
    Path folder = existing(lake);
    try {
      Files.delete(Files.createTempFile(folder, ".bienmau-doctor", ""));
      return Finding.ok("write access", folder.toString());
    } catch (IOException e) {
      return Finding.fail(
          "write access",
          "nothing can be written in " + folder,
          "Correct its permissions, or set lake.root to another folder.");
    }
  }

  private static Finding registers(Settings settings) {
    try {
      Registers registers = Folders.registers(settings.referenceDir());
      return Finding.ok(
          "registers",
          "%d sections, %d gates in %s"
              .formatted(
                  registers.sections().size(), registers.gates().size(), settings.referenceDir()));
    } catch (InvalidRegistersException e) {
      return Finding.fail(
          "registers", e.problems().get(0), "See jobs/bienmau resolve for all problems.");
    }
  }

  private static Finding contract(Settings settings) {
    try {
      ContractSet contracts = Folders.contracts(settings.contractsDir());
      Layouts layouts = Folders.layouts(settings, contracts);
      return Finding.ok(
          "contract",
          "%d contracts in %s, %d layouts in %s"
              .formatted(
                  contracts.all().size(),
                  settings.contractsDir(),
                  layouts.all().size(),
                  settings.layoutsDir()));
    } catch (InvalidContractException | InvalidLayoutException | RefusedException e) {
      return Finding.fail("contract", e.getMessage(), "Correct what is named.");
    }
  }

  private static Path existing(Path path) {
    Path found = path.toAbsolutePath();
    while (!Files.isDirectory(found)) {
      found = found.getParent();
    }
    return found;
  }

  private static Optional<Path> local(String root) {
    if (root.startsWith("file:")) {
      return Optional.of(Path.of(URI.create(root).getPath()));
    }
    return root.startsWith("/") ? Optional.of(Path.of(root)) : Optional.empty();
  }
}
