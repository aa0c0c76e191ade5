package org.bienmau.source.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The merged cells of a sheet, to be asked while its rows are gone through from top to bottom. */
final class MergedCells {
  /** A merged range; rows are counted from 1 and columns from 0, ends included. */
  record Range(long firstRow, long lastRow, int firstColumn, int lastColumn) {
    boolean holds(int column) {
      return column >= firstColumn && column <= lastColumn;
    }

    boolean isOneRow() {
      return firstRow == lastRow;
    }
  }

  private record Open(Range range, Cell value) {}

  private final List<Range> waiting;
  private final List<Open> open = new ArrayList<>();
  private int next;

  MergedCells(List<Range> ranges) {
    waiting = ranges.stream().sorted(Comparator.comparingLong(Range::firstRow)).toList();
  }

  static MergedCells none() {
    return new MergedCells(List.of());
  }

  /** Goes on to a row, which must not lie above the one before. */
  void goTo(SheetRow row) {
    open.removeIf(one -> one.range.lastRow < row.number());
    while (next < waiting.size() && waiting.get(next).firstRow <= row.number()) {
      Range range = waiting.get(next++);
      if (range.lastRow >= row.number()) {
        boolean begins = range.firstRow == row.number();
        open.add(new Open(range, begins ? row.cell(range.firstColumn) : Cell.EMPTY));
      }
    }
  }

  /** The range that a cell of the present row is part of. */
  Optional<Range> at(int column) {
    return open.stream().map(Open::range).filter(range -> range.holds(column)).findFirst();
  }

  /** What the merged cell shows that a cell of the present row is part of. */
  Optional<Cell> valueAt(int column) {
    return open.stream().filter(one -> one.range.holds(column)).map(Open::value).findFirst();
  }
}
