package org.bienmau.pipeline;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.fs.Path;
import org.bienmau.pipeline.LakeFiles.Stored;
import org.bienmau.table.Table;

/**
 * Puts small files together and removes those that no kept release shows.
 *
 * <p>A release is kept if it was the current one at any time since a given instant. Of a table
 * everything stays that its log has named since the oldest version of a kept release; so no clock
 * and no retention of Delta's decides, which forgets removed files after a week.
 */
public final class Maintenance {
  /** Files of this size and more are left as they are. */
  private static final long SMALL_BYTES = 64L << 20;

  private final Lake lake;
  private final LakeFiles files;
  private final List<Table> recorded;
  private final List<Table> built;
  private final Progress progress;

  /**
   * @param recorded tables that grow file by file; small ones of them are put together
   * @param built tables that a build writes in as few files as they need
   */
  public Maintenance(Lake lake, List<Table> recorded, List<Table> built, Progress progress) {
    this.lake = lake;
    this.files = new LakeFiles(lake);
    this.recorded = List.copyOf(recorded);
    this.built = built.stream().filter(table -> !table.isVirtual()).toList();
    this.progress = progress;
  }

  /**
   * What there is to do for a table, or was done.
   *
   * @param files how many files its newest version has
   * @param small how many of them are small and lie beside other small ones
   * @param unneeded how many files no kept release shows
   * @param unneededBytes how large these are together
   */
  public record Work(Table table, long files, long small, long unneeded, long unneededBytes) {
    /** Whether the table is as it should be. */
    public boolean isNothing() {
      return small == 0 && unneeded == 0;
    }
  }

  /**
   * Looks at every table and changes none.
   *
   * @param keptSince releases that were current then or later are kept
   */
  public List<Work> look(Instant keptSince) {
    List<Release> kept = kept(keptSince);
    return tables().map(table -> look(table, kept, keptSince).work()).toList();
  }

  /**
   * Does what there is to do. Nobody else may write to the lake meanwhile.
   *
   * @param keptSince releases that were current then or later are kept
   */
  public List<Work> run(Instant keptSince) {
    lake.removeFolder(Stage.FOLDER);
    // What a killed ingest has left can be told only while nothing is written over it.
    Leftovers.remove(
        lake, IngestedFile.all(lake).stream().mapToLong(IngestedFile::arrivalNo).max().orElse(0));
    List<Release> kept = kept(keptSince);
    return tables().map(table -> done(look(table, kept, keptSince))).toList();
  }

  private Work done(Found found) {
    Work work = found.work();
    Table table = work.table();
    if (!work.isNothing()) {
      progress.step(table.id());
      if (work.small() > 0) {
        files.compact(table, SMALL_BYTES);
      }
      files.delete(found.unneeded());
      progress.done(
          table.id(),
          "%,d small files put together, %,d old ones removed"
              .formatted(work.small(), work.unneeded()));
    }
    return work;
  }

  private Stream<Table> tables() {
    return Stream.of(recorded, built)
        .flatMap(List::stream)
        .filter(table -> lake.head(table).isPresent());
  }

  /** The releases since an instant, and the one that was current then. */
  private List<Release> kept(Instant since) {
    List<Release> all = Release.all(lake);
    int first = 0;
    for (int i = 0; i < all.size(); i++) {
      first = all.get(i).releasedAt().isAfter(since) ? first : i;
    }
    return all.subList(first, all.size());
  }

  private Found look(Table table, List<Release> kept, Instant keptSince) {
    long newest = lake.head(table).orElseThrow().version();
    LakeFiles.Named named = files.named(table, oldest(table, kept, newest));
    List<Stored> there = files.of(table);
    List<Stored> unneeded =
        unneeded(table, named.since(), there).stream()
            .filter(file -> file.modifiedAt().isBefore(keptSince))
            .toList();
    return new Found(
        new Work(
            table,
            named.newest().size(),
            recorded.contains(table) ? small(named.newest(), there) : 0,
            unneeded.size(),
            unneeded.stream().mapToLong(Stored::bytes).sum()),
        unneeded);
  }

  private record Found(Work work, List<Stored> unneeded) {}

  private static long small(Set<String> newest, List<Stored> there) {
    Map<Path, Long> byFolder =
        there.stream()
            .filter(file -> newest.contains(file.name()) && file.bytes() < SMALL_BYTES)
            .collect(Collectors.groupingBy(Stored::folder, Collectors.counting()));
    return byFolder.values().stream().filter(count -> count > 1).mapToLong(Long::longValue).sum();
  }

  private static List<Stored> unneeded(Table table, Set<String> needed, List<Stored> there) {
    if (!needed.isEmpty() && there.stream().noneMatch(file -> needed.contains(file.name()))) {
      throw new IllegalStateException(
          "Cannot tell which files of %s are needed: none of those that its log names is there."
              .formatted(table.id()));
    }
    return there.stream().filter(file -> !needed.contains(file.name())).toList();
  }

  /** The version that the oldest kept release shows, or the newest one without such a release. */
  private static long oldest(Table table, List<Release> kept, long newest) {
    return kept.stream()
        .map(release -> content(release, table))
        .filter(Objects::nonNull)
        .mapToLong(Release.Content::version)
        .reduce(newest, Math::min);
  }

  private static Release.Content content(Release release, Table table) {
    return Optional.ofNullable(release.tables().get(table.id()))
        .orElseGet(() -> release.sources().get(table.id()));
  }
}
