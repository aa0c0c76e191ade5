package org.bienmau.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bienmau.pipeline.Inspections.Inspected;
import org.bienmau.source.ContentHash;
import org.bienmau.source.ContractSet;
import org.bienmau.source.record.Inspection;

/**
 * Looks files through before anything of them is stored: those of records in other forms are laid
 * out, the others read once, several at a time.
 */
final class FirstLook {
  /** Files of statements are held in memory; a larger one is something else. */
  private static final long MOST_BYTES_OF_STATEMENTS = 256L << 20;

  private final Lake lake;
  private final ContractSet contracts;
  private final LaidOutRecords laidOut;
  private final Progress progress;

  FirstLook(Lake lake, ContractSet contracts, LaidOutRecords laidOut, Progress progress) {
    this.lake = lake;
    this.contracts = contracts;
    this.laidOut = laidOut;
    this.progress = progress;
  }

  /**
   * What is known of a file before anything of it is stored.
   *
   * @param content checksum and size of its own bytes
   * @param inspection of it, or of the table that a layout makes of it; null for a file that only a
   *     layout can read
   */
  record Seen(
      Incoming file, ContentHash content, Inspection inspection, LaidOutRecords.Table table) {
    String layout() {
      return table == null ? null : table.layout().id();
    }
  }

  /**
   * Looks at files.
   *
   * @return one each, in their order
   * @throws org.bienmau.source.SourceDataException if a file does not fit its layout, is not what
   *     the provenance beside it says, or is too large for anything but records
   */
  List<Seen> at(List<Incoming> files) {
    if (files.isEmpty()) {
      return List.of();
    }
    Map<Incoming, LaidOutRecords.Table> tables = laidOut.of(files);
    List<Inspected> inspections =
        inspect(
            files.stream()
                .map(file -> tables.containsKey(file) ? tables.get(file).file() : file)
                .toList());
    List<Seen> seen = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      Incoming file = files.get(i);
      LaidOutRecords.Table table = tables.get(file);
      Inspection inspection = inspections.get(i).inspection();
      ContentHash content =
          table != null
              ? hash(file)
              : inspection == null ? hash(file, inspections.get(i)) : inspection.content();
      file.provenance().ifPresent(beside -> beside.holdTo(file.name(), content));
      seen.add(new Seen(file, content, inspection, table));
    }
    return seen;
  }

  private List<Inspected> inspect(List<Incoming> files) {
    progress.step("inspect");
    List<Inspected> inspected = Inspections.of(lake, contracts, files);
    List<Inspection> known =
        inspected.stream().map(Inspected::inspection).filter(Objects::nonNull).toList();
    long rows = known.stream().mapToLong(Inspection::rows).sum();
    // Rows of the others, which only a layout can read, are counted when they are taken in.
    progress.done(
        "inspect",
        "%,d of %,d files have a contract's own header, with %,d rows"
            .formatted(known.size(), files.size(), rows));
    return inspected;
  }

  /** Forgets what was laid out; the lake has it by now. */
  void end() {
    laidOut.remove();
  }

  /** The checksum of a file that no contract's header is in; it may be for a layout. */
  private static ContentHash hash(Incoming file, Inspected inspected) {
    if (file.bytes() > MOST_BYTES_OF_STATEMENTS) {
      throw inspected.refusal();
    }
    return hash(file);
  }

  private static ContentHash hash(Incoming file) {
    try (InputStream in = file.content().open()) {
      return ContentHash.of(in);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read %s.".formatted(file.path()), e);
    }
  }
}
