package org.bienmau.source.record;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/**
 * Reads a chunk of a file, some thousand rows at a time: the rows are cut into cells, each column
 * reads its cells, the rules look at the columns, and what was refused loses its values.
 */
final class ChunkReader implements Closeable {
  private static final int WINDOW = 1 << 20;

  private final InputStream stream;
  private final ByteWindow window;
  private final RowSplitter splitter;
  private final Rows rows;
  private final CellColumn[] columns;
  private final int[] placesInFile;
  private final RowJudge judge;
  private final RowKnowledge knowledge;
  private final Refusals refusals = new Refusals();
  private final ColumnarBatch batch;
  private final boolean readsCells;

  /**
   * @param columns readers of the contract's columns, which serve one chunk after the other
   * @param stream the file from the chunk's first byte on; closed together with this
   * @param header the columns in the file's order
   * @param wanted the columns that are asked for, in the order they are asked for
   */
  ChunkReader(
      RecordReading reading,
      CellColumn[] columns,
      InputStream stream,
      Chunk chunk,
      String fileId,
      List<String> header,
      StructType wanted) {
    this.stream = stream;
    this.window =
        new ByteWindow(
            stream,
            (int) Math.max(1, Math.min(WINDOW, chunk.bytes())),
            chunk.bytes(),
            ByteWindow.Listener.NONE);
    this.rows = new Rows(header.size());
    this.splitter = new RowSplitter(reading.contract().delimiter(), rows, chunk.firstLine());
    this.columns = columns;
    this.placesInFile =
        Arrays.stream(columns).mapToInt(column -> header.indexOf(column.name())).toArray();
    this.judge = new RowJudge(reading, columns, placesInFile);
    this.knowledge = new RowKnowledge(reading.contract(), columns, fileId);
    ColumnVector[] vectors = new ColumnVector[wanted.size()];
    boolean cells = false;
    for (int i = 0; i < vectors.length; i++) {
      String name = wanted.fields()[i].name();
      vectors[i] = vector(name);
      cells |= !RowKnowledge.isOfFile(name);
    }
    this.batch = new ColumnarBatch(vectors);
    this.readsCells = cells;
  }

  private ColumnVector vector(String name) {
    for (CellColumn column : columns) {
      if (column.name().equals(name)) {
        return column.vector();
      }
    }
    return judge
        .vector(name)
        .or(() -> knowledge.vector(name))
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "Cannot read the column %s: there is none.".formatted(name)));
  }

  /** Reads on; false when the chunk has ended. */
  boolean next() throws IOException {
    if (!splitter.next(window)) {
      return false;
    }
    if (readsCells) {
      refusals.clear();
      for (int i = 0; i < columns.length; i++) {
        columns[i].read(rows, placesInFile[i], refusals);
      }
      judge.judge(rows, refusals);
      knowledge.learn(rows, refusals);
    }
    knowledge.learnLines(rows);
    batch.setNumRows(rows.count);
    return true;
  }

  /** The rows read last; they are overwritten by those read next. */
  ColumnarBatch batch() {
    return batch;
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
