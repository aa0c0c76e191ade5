package org.bienmau.pipeline;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;

import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.bienmau.bronze.RecordRow;
import org.bienmau.source.Contract;
import org.bienmau.source.SourceDataException;

/**
 * Says why a file is refused as a whole: so much of it is bad that something else must be wrong.
 */
final class TooManyRefused {
  private static final int REASONS_NAMED = 3;

  private final Lake lake;

  TooManyRefused(Lake lake) {
    this.lake = lake;
  }

  /**
   * Names a file, its share of refused rows and the most frequent reasons with an example each.
   *
   * @param files how many files are as bad
   */
  SourceDataException of(FileRows file, int files, Contract contract) {
    String reasons =
        lake
            .read(file.dataset().table())
            .filter(
                RecordRow.MONTH.col().isNull().and(RecordRow.FILE_ID.col().equalTo(file.fileId())))
            .select(RecordRow.LINE_NO.col(), explode(RecordRow.REASONS.col()).as("reason"))
            .groupBy(col("reason.code"))
            .agg(
                count(lit(1)).as("rows"),
                min(struct(RecordRow.LINE_NO.col(), col("reason.message"))).as("first"))
            .orderBy(col("rows").desc(), col("code"))
            .limit(REASONS_NAMED)
            .collectAsList()
            .stream()
            .map(TooManyRefused::line)
            .collect(Collectors.joining());
    return new SourceDataException(
        file.arrival().file().name(),
        "%,d of its %,d rows are refused, %.1f %%, and %s allows %d %%%s%s"
            .formatted(
                file.refused(),
                file.read(),
                file.percentRefused(),
                contract.file(),
                contract.records().stopAbovePercentRefused(),
                files == 1 ? "" : "; so are those of %d other files".formatted(files - 1),
                reasons),
        "%nNothing of any file was taken in. Correct the file, or leave it out.".formatted());
  }

  private static String line(Row reason) {
    Row first = reason.getStruct(2);
    return "%n  - %s in %,d rows, first in line %d: %s"
        .formatted(
            reason.getString(0),
            reason.getLong(1),
            first.getLong(0),
            first.getString(1).replaceFirst("\\.$", ""));
  }
}
