package org.bienmau.check;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.xxhash64;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.bienmau.check.Checks.Audit;
import org.bienmau.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
final class ChecksTest {
  private static final StructType MONTHS =
      new StructType()
          .add("month", DataTypes.StringType)
          .add("gate", DataTypes.StringType)
          .add("lane", DataTypes.StringType)
          .add("trucks", DataTypes.LongType);
  private static final Check ONE_ROW_PER_LANE = Check.noRepeats(List.of("month", "gate", "lane"));
  private static final Check NO_LESS_THAN_NONE =
      Check.blocks("Trucks are not below zero.", col("trucks").lt(0));

  private final SparkSession spark;

  ChecksTest(SparkSession spark) {
    this.spark = spark;
  }

  @Test
  void all_but_one_row_of_each_key_are_broken_in_the_part_where_they_are() {
    Dataset<Row> rows =
        rows(
            row("2024-01", "tan_thanh", "1", 5),
            row("2024-01", "tan_thanh", "1", 6),
            row("2024-01", "tan_thanh", "1", 7),
            row("2024-01", "tan_thanh", "2", 5),
            row("2024-02", "tan_thanh", "1", -1),
            row("2024-02", "coc_nam", "1", 5),
            row("2024-02", "coc_nam", "1", 5));
    List<Check> checks = List.of(NO_LESS_THAN_NONE, ONE_ROW_PER_LANE);

    assertThat(broken(Checks.audit(rows, checks))).containsExactly(1L, 3L);
    Map<String, List<Long>> byMonth = new TreeMap<>();
    Checks.auditEach(rows, col("month"), checks)
        .forEach((month, audit) -> byMonth.put(month, broken(audit)));
    assertThat(byMonth)
        .containsExactly(
            Map.entry("2024-01", List.of(0L, 2L)), Map.entry("2024-02", List.of(1L, 1L)));
  }

  @Test
  void keys_that_only_share_their_hash_are_not_the_same() {
    Dataset<Row> rows =
        rows(row("2024-01", "tan_thanh", null, 5), row("2024-01", null, "tan_thanh", 5));
    assertThat(rows.select(xxhash64(col("month"), col("gate"), col("lane"))).distinct().count())
        .isEqualTo(1);

    assertThat(broken(Checks.audit(rows, List.of(ONE_ROW_PER_LANE)))).containsExactly(0L);
  }

  @Test
  void the_hash_of_a_table_is_the_sum_of_those_of_its_rows() {
    Dataset<Row> rows =
        spark
            .range(5_000)
            .select(
                lit("2024-01").as("month"),
                lit("tan_thanh").as("gate"),
                lit(null).cast("string").as("lane"),
                col("id").as("trucks"));
    BigInteger sum =
        rows
            .select(xxhash64(col("month"), col("gate"), col("lane"), col("trucks")))
            .collectAsList()
            .stream()
            .map(row -> BigInteger.valueOf(row.getLong(0)))
            .reduce(BigInteger.ZERO, BigInteger::add);

    Audit audit = Checks.audit(rows, List.of());

    assertThat(audit.rows()).isEqualTo(5_000);
    assertThat(audit.contentHash()).isEqualTo(sum.toString());
    assertThat(Checks.audit(rows(), List.of()).contentHash()).isEqualTo("0");
  }

  private static List<Long> broken(Audit audit) {
    return audit.results().stream().map(CheckResult::brokenRows).toList();
  }

  private static Row row(String month, String gate, String lane, long trucks) {
    return RowFactory.create(month, gate, lane, trucks);
  }

  private Dataset<Row> rows(Row... rows) {
    return spark.createDataFrame(List.of(rows), MONTHS);
  }
}
