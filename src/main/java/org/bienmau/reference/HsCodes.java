package org.bienmau.reference;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which codes of the Harmonized System exist, and on which days.
 *
 * <p>Chapters are known in full. Of the headings only those are registered that came or went, so
 * that a heading which never existed passes; deeper digits are national and are not looked at.
 */
public final class HsCodes implements Serializable {
  private static final int CHAPTER_DIGITS = 2;
  private static final int HEADING_DIGITS = 4;

  private final List<HsVintage> vintages;
  private final Set<String> chapters = new HashSet<>();
  private final Map<String, Long> headings = new HashMap<>();

  HsCodes(List<HsVintage> vintages, List<HsChapter> chapters, List<HsHeading> headings) {
    this.vintages = vintages.stream().sorted(Comparator.comparing(HsVintage::validFrom)).toList();
    chapters.forEach(chapter -> this.chapters.add(chapter.code()));
    headings.forEach(heading -> this.headings.put(heading.code(), editionsOf(heading)));
  }

  /** The editions, the oldest first. */
  public List<HsVintage> vintages() {
    return vintages;
  }

  /** Whether a code begins with a chapter. */
  public boolean hasChapterOf(String code) {
    return code.length() >= CHAPTER_DIGITS && chapters.contains(code.substring(0, CHAPTER_DIGITS));
  }

  /**
   * In which editions a code exists, as far as its chapter and heading are registered.
   *
   * @return bit 0 for the oldest edition, and so on; all bits for a heading in every edition, none
   *     for a code of no chapter
   */
  public long editionsOf(String code) {
    if (!hasChapterOf(code)) {
      return 0;
    }
    return code.length() < HEADING_DIGITS
        ? -1
        : headings.getOrDefault(code.substring(0, HEADING_DIGITS), -1L);
  }

  /**
   * The edition in force on a day, as its place among {@link #vintages()}.
   *
   * @return -1 for a day before the first registered edition
   */
  public int editionOn(LocalDate day) {
    int edition = -1;
    while (edition + 1 < vintages.size() && !vintages.get(edition + 1).validFrom().isAfter(day)) {
      edition++;
    }
    return edition;
  }

  private long editionsOf(HsHeading heading) {
    long editions = 0;
    boolean there = heading.firstVintage() == null;
    for (int i = 0; i < vintages.size(); i++) {
      there |= vintages.get(i).id().equals(heading.firstVintage());
      editions |= there ? 1L << i : 0;
      there &= !vintages.get(i).id().equals(heading.lastVintage());
    }
    return editions;
  }
}
