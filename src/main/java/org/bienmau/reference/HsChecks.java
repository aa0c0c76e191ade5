package org.bienmau.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The editions of the Harmonized System follow each other, and what speaks of them fits them. */
final class HsChecks {
  private final RegisterContents contents;
  private final List<String> editions;
  private final Set<String> chapters;

  HsChecks(RegisterContents contents) {
    this.contents = contents;
    this.editions =
        contents.hsVintages().stream()
            .map(Located::entry)
            .filter(vintage -> vintage.id() != null && vintage.validFrom() != null)
            .sorted(Comparator.comparing(HsVintage::validFrom))
            .map(HsVintage::id)
            .collect(Collectors.toCollection(ArrayList::new));
    this.chapters =
        contents.hsChapters().stream()
            .map(chapter -> chapter.entry().code())
            .collect(Collectors.toSet());
  }

  void run() {
    contents.hsHeadings().forEach(this::checkHeading);
    contents.goods().forEach(this::checkGoods);
  }

  private void checkHeading(Located<HsHeading> heading) {
    HsHeading entry = heading.entry();
    if (entry.code() != null && !chapters.contains(entry.code().substring(0, 2))) {
      heading.row().refuse("heading", "its chapter is not registered");
    }
    checkEdition(heading.row(), "first_vintage", entry.firstVintage());
    checkEdition(heading.row(), "last_vintage", entry.lastVintage());
    int first = editions.indexOf(entry.firstVintage());
    int last = editions.indexOf(entry.lastVintage());
    if (first >= 0 && last >= 0 && last < first) {
      heading.row().refuse("last_vintage", "it lies before the first");
    }
  }

  private void checkGoods(Located<Goods> goods) {
    checkEdition(goods.row(), "hs_vintage", goods.entry().hsVintage());
    if (goods.entry().takesTheRest()) {
      return;
    }
    for (String code : goods.entry().hsCodes()) {
      if (code.length() < 2 || !chapters.contains(code.substring(0, 2))) {
        goods.row().refuse("hs_codes", "'%s' is in no registered chapter".formatted(code));
      }
    }
  }

  private void checkEdition(RegisterRow row, String column, String edition) {
    if (edition != null && !editions.contains(edition)) {
      row.refuse(column, "hs_vintages.csv has no such edition");
    }
  }
}
