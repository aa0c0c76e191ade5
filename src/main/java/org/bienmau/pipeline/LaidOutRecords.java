package org.bienmau.pipeline;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.bienmau.source.Contract;
import org.bienmau.source.ContractSet;
import org.bienmau.source.SourceRow;
import org.bienmau.source.layout.CanonicalCsv;
import org.bienmau.source.layout.LaidOutFile;
import org.bienmau.source.layout.Layout;
import org.bienmau.source.layout.Layouts;
import org.bienmau.source.record.PersonalKey;
import org.bienmau.source.record.PersonalText;

/**
 * Files of records in other forms, written down as files of their contracts, so that the one reader
 * of records reads them too.
 */
final class LaidOutRecords {
  private static final String FOLDER = "_laid_out";

  private final Lake lake;
  private final ContractSet contracts;
  private final Layouts layouts;
  private final PersonalKey personalKey;

  LaidOutRecords(Lake lake, ContractSet contracts, Layouts layouts, PersonalKey personalKey) {
    this.lake = lake;
    this.contracts = contracts;
    this.layouts = layouts;
    this.personalKey = personalKey;
  }

  /**
   * What a layout has made of a file.
   *
   * @param file the table as a file of its contract
   * @param origins path of the file that says where its lines come from
   * @param refused rows that the layout could not read, which are not in the table
   */
  record Table(Layout layout, Incoming file, String origins, List<SourceRow> refused) {}

  /**
   * The tables of those files that are for a layout of records.
   *
   * @throws org.bienmau.source.SourceDataException if a file does not fit its layout
   * @throws org.bienmau.source.record.MissingPersonalKeyException if there are personal cells, and
   *     nobody has said what to do with them
   */
  Map<Incoming, Table> of(List<Incoming> files) {
    remove();
    Map<Incoming, Table> tables = new HashMap<>();
    for (Incoming file : files) {
      try {
        Optional<Layout> layout =
            layouts
                .of(file.name(), file.content()::open)
                .filter(one -> contracts.ofDataset(one.dataset()).isOfRecords());
        if (layout.isPresent()) {
          tables.put(file, table(file, layout.get(), tables.size()));
        }
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot read %s.".formatted(file.path()), e);
      }
    }
    return tables;
  }

  /** Removes what was written; the lake has it by then, or the run has failed. */
  void remove() {
    lake.removeFolder(FOLDER);
  }

  private Table table(Incoming file, Layout layout, int place) throws IOException {
    Contract contract = contracts.ofDataset(layout.dataset());
    CanonicalCsv csv = new CanonicalCsv(contract, PersonalText.of(contract, personalKey));
    Path folder = new Path("%s/%s/%d".formatted(lake.root(), FOLDER, place));
    Path table = new Path(folder, "table.csv");
    Path origins = new Path(folder, "origins.csv");
    FileSystem files = folder.getFileSystem(lake.spark().sparkContext().hadoopConfiguration());
    List<SourceRow> refused;
    try (LaidOutFile read =
            LaidOutFile.open(file.name(), file.content()::open, layout, contract, file.told());
        OutputStream toTable = files.create(table);
        OutputStream toOrigins = files.create(origins)) {
      refused = csv.write(read, toTable, toOrigins);
    }
    Incoming written =
        new Incoming(
            file.name(),
            table.toString(),
            files.getFileStatus(table).getLen(),
            Optional.empty(),
            () -> files.open(table),
            file.receivedAt(),
            file.accessedOn(),
            Optional.empty());
    return new Table(layout, written, origins.toString(), refused);
  }
}
