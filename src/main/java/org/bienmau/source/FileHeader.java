package org.bienmau.source;

import java.util.List;

/** The first line of a file: is this a text file, and does it have the contract's columns? */
public final class FileHeader {
  private FileHeader() {}

  /** The columns in the file's order, which must be the contract's. */
  static List<String> read(String file, PhysicalLines.Line first, Contract contract) {
    List<String> columns = cells(file, first.bytes(), contract.delimiter());
    refuseOtherColumns(file, columns, contract);
    return columns;
  }

  /**
   * The cells of a file's first line.
   *
   * @param file its name as the user knows it
   * @param line the line's bytes, a byte order mark allowed
   * @throws SourceDataException if the file is no text in UTF-8, or the line cannot be split
   */
  public static List<String> cells(String file, byte[] line, char delimiter) {
    refuseOtherFormats(file, line);
    String text = StrictUtf8.decode(line);
    text = text.startsWith("\uFEFF") ? text.substring(1) : text;
    if (StrictUtf8.hasForeignBytes(text)) {
      throw new SourceDataException(
          file,
          "line 1 holds bytes that are not UTF-8: " + StrictUtf8.foreignBytes(text),
          "Save the file as UTF-8.");
    }
    return DelimitedFile.split(text, delimiter)
        .orElseThrow(
            () ->
                new SourceDataException(
                    file,
                    "the quotation marks of its header do not close",
                    "Write the column names as its contract in conf/contracts does."))
        .stream()
        .map(Spelling::tidyCell)
        .toList();
  }

  private static void refuseOtherColumns(String file, List<String> columns, Contract contract) {
    HeaderDifference difference = HeaderDifference.of(columns, contract);
    if (!difference.isNone()) {
      throw new SourceDataException(
          file,
          "its header " + difference.sentence(),
          "Name the columns as in %s, delimited by '%s'."
              .formatted(contract.file(), contract.delimiter()));
    }
  }

  private static void refuseOtherFormats(String file, byte[] bytes) {
    if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
      throw new SourceDataException(file, "it is UTF-16", "Save the file as UTF-8.");
    }
    if (startsWith(bytes, 'P', 'K', 3, 4)) {
      throw new SourceDataException(
          file, "it is a workbook or another archive, not text", "Export the sheet as CSV UTF-8.");
    }
    if (startsWith(bytes, 0x1F, 0x8B)) {
      throw new SourceDataException(file, "it is compressed", "Unpack it first.");
    }
  }

  private static boolean startsWith(byte[] bytes, int... signature) {
    if (bytes.length < signature.length) {
      return false;
    }
    for (int i = 0; i < signature.length; i++) {
      if ((bytes[i] & 0xFF) != signature[i]) {
        return false;
      }
    }
    return true;
  }
}
