package org.bienmau.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.bienmau.bronze.ReceivedFile;
import org.bienmau.pipeline.StatementIngest.Taken;
import org.bienmau.source.ContractSet;
import org.bienmau.source.SourceRow;
import org.bienmau.source.layout.FileContent;
import org.bienmau.source.layout.Layout;

/** The bytes of files that came through a layout, kept so that a corrected one can read them. */
final class ReceivedFiles {
  private final Lake lake;
  private final ContractSet contracts;

  ReceivedFiles(Lake lake, ContractSet contracts) {
    this.lake = lake;
    this.contracts = contracts;
  }

  /** The rows that a layout makes today of a file's bytes. */
  List<SourceRow> laidOutAgain(IngestedFile file, Layout layout) {
    Row stored =
        lake.read(ReceivedFile.TABLE)
            .filter(ReceivedFile.FILE_ID.col().equalTo(file.fileId()))
            .select(
                ReceivedFile.CONTENT.col(),
                ReceivedFile.PUBLISHER.col(),
                ReceivedFile.PUBLISHED_ON.col(),
                ReceivedFile.SOURCE_URL.col())
            .head();
    Map<String, String> told = new LinkedHashMap<>();
    for (int i = 1; i < stored.size(); i++) {
      if (!stored.isNullAt(i)) {
        told.put(stored.schema().fieldNames()[i], stored.getString(i));
      }
    }
    List<SourceRow> rows = new ArrayList<>();
    try (StatementFile read =
        StatementFile.through(
            layout, file.fileName(), FileContent.of(stored.<byte[]>getAs(0)), told, contracts)) {
      read.forEach(rows::add);
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file.fileName() + " again", e);
    }
  }

  /** Keeps files; nothing of those without a layout, whose rows say all. */
  void keep(Collection<Taken> taken) {
    List<Taken> laidOut = taken.stream().filter(one -> one.delivery().layout() != null).toList();
    if (laidOut.isEmpty()) {
      return;
    }
    lake.replaceFiles(
        ReceivedFile.TABLE,
        laidOut.stream().map(one -> one.delivery().fileId()).toList(),
        lake.local(laidOut.stream().map(ReceivedFiles::row).toList(), ReceivedFile.TABLE.schema())
            .coalesce(1));
  }

  private static Row row(Taken taken) {
    Map<String, String> told = taken.file().told();
    return RowFactory.create(
        taken.delivery().fileId(),
        taken.delivery().fileName(),
        told.get(ReceivedFile.PUBLISHER.name()),
        told.get(ReceivedFile.PUBLISHED_ON.name()),
        told.get(ReceivedFile.SOURCE_URL.name()),
        taken.file().read());
  }
}
