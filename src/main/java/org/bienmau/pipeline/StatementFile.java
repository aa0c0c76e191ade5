package org.bienmau.pipeline;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bienmau.source.Contract;
import org.bienmau.source.ContractSet;
import org.bienmau.source.DelimitedFile;
import org.bienmau.source.FileHeader;
import org.bienmau.source.SourceDataException;
import org.bienmau.source.SourceRow;
import org.bienmau.source.layout.FileContent;
import org.bienmau.source.layout.LaidOutFile;
import org.bienmau.source.layout.Layout;
import org.bienmau.source.layout.Layouts;

/**
 * A file of statements that is being read: through the layout that is for it, or as it stands when
 * its header is that of a contract.
 *
 * @param layout null when the file has the contract's own columns
 */
record StatementFile(Contract contract, Layout layout, Iterable<SourceRow> rows, Closeable file)
    implements Iterable<SourceRow>, Closeable {

  /**
   * Opens a file.
   *
   * @throws SourceDataException if no layout and no contract is for it, or several layouts are
   */
  static StatementFile open(
      String name, byte[] bytes, Map<String, String> told, ContractSet contracts, Layouts layouts)
      throws IOException {
    FileContent content = FileContent.of(bytes);
    Optional<Layout> layout = layouts.of(name, content);
    if (layout.isPresent()) {
      return through(layout.get(), name, content, told, contracts);
    }
    Contract contract = recognise(name, bytes, contracts, layouts);
    DelimitedFile file = DelimitedFile.open(name, new ByteArrayInputStream(bytes), contract);
    return new StatementFile(contract, null, file, file);
  }

  /** Opens a file through a layout. */
  static StatementFile through(
      Layout layout,
      String name,
      FileContent content,
      Map<String, String> told,
      ContractSet contracts)
      throws IOException {
    Contract contract = contracts.ofDataset(layout.dataset());
    LaidOutFile file = LaidOutFile.open(name, content, layout, contract, told);
    return new StatementFile(contract, layout, file, file);
  }

  private static Contract recognise(
      String name, byte[] bytes, ContractSet contracts, Layouts layouts) throws IOException {
    try {
      if (bytes.length == 0) {
        throw new SourceDataException(
            name, "the file is empty", "Deliver it again with its header and rows.");
      }
      List<String> header = FileHeader.cells(name, firstLine(bytes), ',');
      return contracts.recognise(name, header);
    } catch (SourceDataException unknown) {
      throw new SourceDataException(
          unknown,
          "No layout is for it: %s.".formatted(layouts.whyNone(name, FileContent.of(bytes))));
    }
  }

  private static byte[] firstLine(byte[] bytes) {
    int end = 0;
    while (end < bytes.length && bytes[end] != '\n' && bytes[end] != '\r') {
      end++;
    }
    return Arrays.copyOf(bytes, end);
  }

  @Override
  public Iterator<SourceRow> iterator() {
    return rows.iterator();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
