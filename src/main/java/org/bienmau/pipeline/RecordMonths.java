package org.bienmau.pipeline;

import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.bienmau.bronze.DeliveryMonth;
import org.bienmau.table.AsOf;

/**
 * Which months the live deliveries of records have to do with: what the ledger says about where a
 * new file makes a difference, without a look at any record.
 */
final class RecordMonths {
  private final List<IngestedFile> files;
  private final List<Slice> slices;
  private final List<Slice> live;

  /**
   * The rows of one delivery that lie in one month, and the months they have to do with.
   *
   * @param entryNo when the ledger learnt of them
   */
  private record Slice(
      String dataset, String fileId, String month, long rows, Span span, long entryNo) {}

  /**
   * Some months in a row.
   *
   * @param last the last one; 9999-12 when there is no end
   */
  private record Span(String first, String last) {
    boolean holds(String month) {
      return month.compareTo(first) >= 0 && month.compareTo(last) <= 0;
    }

    boolean hasEnd() {
      return !last.startsWith("9999");
    }
  }

  /**
   * Reads the ledger.
   *
   * @param files all deliveries in the order of their arrival
   * @param months rows of {@link DeliveryMonth}
   * @param asOf which deliveries are live
   */
  RecordMonths(List<IngestedFile> files, List<Row> months, AsOf asOf) {
    this.files = files;
    this.slices = months.stream().map(RecordMonths::slice).toList();
    this.live = of(IngestedFile.live(files, asOf));
  }

  private static Slice slice(Row row) {
    return new Slice(
        row.getAs(DeliveryMonth.DATASET.name()),
        row.getAs(DeliveryMonth.FILE_ID.name()),
        row.getAs(DeliveryMonth.MONTH.name()),
        row.<Long>getAs(DeliveryMonth.ROWS_ACCEPTED.name()),
        new Span(
            row.getAs(DeliveryMonth.FIRST_MONTH.name()),
            row.getAs(DeliveryMonth.LAST_MONTH.name())),
        row.<Long>getAs(DeliveryMonth.ENTRY_NO.name()));
  }

  private List<Slice> of(List<IngestedFile> some) {
    Set<String> ids = some.stream().map(IngestedFile::fileId).collect(Collectors.toSet());
    return slices.stream().filter(slice -> ids.contains(slice.fileId())).toList();
  }

  /** Number of the last entry that the ledger has. */
  long lastEntry() {
    return files.stream().mapToLong(IngestedFile::arrivalNo).max().orElse(0);
  }

  /**
   * The months that rows of a dataset have to do with which came or went after an entry of the
   * ledger.
   */
  Set<String> changedAfter(long entryNo, String dataset) {
    List<Slice> then =
        of(
            IngestedFile.live(
                files.stream().filter(file -> file.arrivalNo() <= entryNo).toList(),
                AsOf.latest()));
    Set<Slice> changed = new HashSet<>(then);
    changed.removeAll(Set.copyOf(live));
    live.stream().filter(slice -> slice.entryNo() > entryNo).forEach(changed::add);
    Set<Span> spans =
        changed.stream()
            .filter(slice -> slice.dataset().equals(dataset))
            .map(Slice::span)
            .collect(Collectors.toSet());
    Set<String> known = new TreeSet<>(all(live));
    known.addAll(all(then));
    known.removeIf(month -> spans.stream().noneMatch(span -> span.holds(month)));
    return known;
  }

  /** The months in which a dataset has rows that have to do with one of these months. */
  Set<String> holding(String dataset, Set<String> months) {
    return live.stream()
        .filter(slice -> slice.dataset().equals(dataset))
        .filter(slice -> months.stream().anyMatch(slice.span()::holds))
        .map(Slice::month)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Every month from the first that a live row has to do with to the last. */
  Set<String> all() {
    return all(live);
  }

  private static Set<String> all(List<Slice> slices) {
    TreeSet<String> ends = new TreeSet<>();
    for (Slice slice : slices) {
      ends.add(slice.span().first());
      ends.add(slice.span().hasEnd() ? slice.span().last() : slice.month());
    }
    return ends.isEmpty()
        ? Set.of()
        : Months.between(YearMonth.parse(ends.first()), YearMonth.parse(ends.last()));
  }

  /** All months, parted in the order of time into groups of at most so many rows. */
  List<Set<String>> groups(long mostRows) {
    TreeMap<String, Long> rows = new TreeMap<>();
    all(live).forEach(month -> rows.put(month, 0L));
    live.forEach(slice -> rows.merge(slice.month(), slice.rows(), Long::sum));
    return Months.groups(rows, mostRows);
  }

  /** How many live rows a dataset has in each month. */
  Map<String, Long> rows(String dataset) {
    Map<String, Long> rows = new TreeMap<>();
    live.stream()
        .filter(slice -> slice.dataset().equals(dataset))
        .forEach(slice -> rows.merge(slice.month(), slice.rows(), Long::sum));
    return rows;
  }

  /** The months of the rows of some deliveries. */
  Set<String> of(Set<String> fileIds) {
    return slices.stream()
        .filter(slice -> fileIds.contains(slice.fileId()))
        .map(Slice::month)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
