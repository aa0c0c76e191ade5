package org.bienmau.source.layout;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.bienmau.source.ReasonCode;
import org.bienmau.source.SourceDataException;
import org.bienmau.source.Spelling;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** A workbook in the format XLSX, read sheet by sheet and row by row. */
final class Workbook implements SheetFile {
  private static final Set<String> ERRORS =
      Set.of(
          "#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#SPILL!", "#CALC!");
  private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private final String file;
  private final ReadableWorkbook book;
  private final WorkbookParts parts;
  private final List<org.dhatim.fastexcel.reader.Sheet> sheets;

  /**
   * Opens a workbook.
   *
   * @throws SourceDataException if it is none, or cannot be read
   */
  Workbook(String file, FileContent content) throws IOException {
    this.file = file;
    try {
      this.parts = WorkbookParts.read(file, content);
      this.book = new ReadableWorkbook(content.open(), new ReadingOptions(true, true));
    } catch (ExcelReaderException | XMLStreamException | IOException broken) {
      throw unreadable(broken);
    }
    this.sheets = book.getSheets().toList();
  }

  @Override
  public List<Tab> tabs() {
    return sheets.stream()
        .map(one -> new Tab(one.getName(), one.getVisibility() != SheetVisibility.VISIBLE))
        .toList();
  }

  @Override
  public Sheet open(int tab) throws IOException {
    org.dhatim.fastexcel.reader.Sheet sheet = sheets.get(tab);
    return new OpenSheet(sheet.getName(), sheet.openStream(), sheet.getId());
  }

  @Override
  public void close() throws IOException {
    book.close();
  }

  private SourceDataException unreadable(Exception why) {
    return new SourceDataException(
        file,
        "it cannot be read as a workbook: " + why.getMessage(),
        "Open it in a spreadsheet program and save it as an Excel workbook (.xlsx).");
  }

  private Cell cell(org.dhatim.fastexcel.reader.Cell cell, Set<String> emptyTexts) {
    String raw = cell.getRawValue() == null ? "" : cell.getRawValue();
    boolean isError = cell.getType() == CellType.ERROR || ERRORS.contains(raw);
    if (isError) {
      return Cell.faulty(raw, ReasonCode.CELL_ERROR, "shows the error " + raw);
    }
    if (raw.isEmpty() && cell.getType() == CellType.FORMULA) {
      if (emptyTexts.contains(cell.getAddress().toString())) {
        return Cell.EMPTY;
      }
      return Cell.faulty(
          "=" + cell.getFormula(),
          ReasonCode.CELL_ERROR,
          "holds a formula without its value; open the workbook in a spreadsheet program and save it");
    }
    return switch (cell.getType()) {
      case EMPTY -> Cell.EMPTY;
      case BOOLEAN, NUMBER, FORMULA -> valueOf(cell, raw);
      default -> text(raw);
    };
  }

  private Cell valueOf(org.dhatim.fastexcel.reader.Cell cell, String raw) {
    if (cell.getValue() instanceof Boolean flag) {
      return Cell.text(flag.toString());
    }
    return cell.getValue() instanceof Number
        ? CellFormat.of(cell.getDataFormatId(), cell.getDataFormatString())
            .cell(raw, book.isDate1904())
        : text(raw);
  }

  /** Spreadsheets write control characters as _x000D_; a person sees a space. */
  private static Cell text(String raw) {
    String decoded =
        raw.contains("_x")
            ? ESCAPED
                .matcher(raw)
                .replaceAll(
                    code ->
                        Matcher.quoteReplacement(
                            String.valueOf((char) Integer.parseInt(code.group(1), 16))))
            : raw;
    return Cell.text(Spelling.tidyCell(decoded));
  }

  private final class OpenSheet implements Sheet {
    private final String name;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private final MergedCells merged;
    private final Set<String> emptyTexts;
    private long last;

    OpenSheet(String name, Stream<Row> stream, String relation) {
      this.name = name;
      this.stream = stream;
      this.rows = stream.iterator();
      this.merged = parts.mergedOf(relation);
      this.emptyTexts = parts.emptyTextsOf(relation);
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public boolean isNumbered() {
      return true;
    }

    @Override
    public SheetRow next() {
      try {
        return rows.hasNext() ? row(rows.next()) : null;
      } catch (ExcelReaderException | IllegalStateException broken) {
        // The library refuses kinds of cells that it does not know with an IllegalStateException.
        throw unreadable(broken);
      }
    }

    private SheetRow row(Row row) {
      List<Cell> cells = new ArrayList<>(row.getCellCount());
      for (int column = 0; column < row.getCellCount(); column++) {
        cells.add(row.getOptionalCell(column).map(one -> cell(one, emptyTexts)).orElse(Cell.EMPTY));
      }
      String raw = cells.stream().map(Cell::text).collect(Collectors.joining("\t")).stripTrailing();
      // Some programs leave the numbers of rows out; then they are counted.
      last = Math.max(last + 1, row.getRowNum());
      return new SheetRow(last, raw, null, cells, List.of());
    }

    @Override
    public MergedCells merged() {
      return merged;
    }

    @Override
    public String place(SheetRow row, int column) {
      boolean plain = name.matches("[\\p{L}\\p{N}_.]+");
      String sheet = plain ? name : "'" + name.replace("'", "''") + "'";
      return "%s!%s%d".formatted(sheet, column < 0 ? "" : ColumnLetters.of(column), row.number());
    }

    @Override
    public void close() {
      stream.close();
    }
  }
}
