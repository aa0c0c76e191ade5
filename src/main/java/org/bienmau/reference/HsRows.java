package org.bienmau.reference;

/** Turns rows of the registers of the Harmonized System into entries. */
final class HsRows {
  private HsRows() {}

  static HsVintage vintage(RegisterRow row) {
    return new HsVintage(
        row.text("hs_vintage"), row.requiredDay("valid_from"), row.source(), row.note());
  }

  static HsChapter chapter(RegisterRow row) {
    return new HsChapter(
        digits(row, "chapter", 2),
        row.text("name_vi"),
        row.text("name_en"),
        row.source(),
        row.note());
  }

  static HsHeading heading(RegisterRow row) {
    HsHeading heading =
        new HsHeading(
            digits(row, "heading", 4),
            row.optional("first_vintage"),
            row.optional("last_vintage"),
            row.text("name_vi"),
            row.text("name_en"),
            row.source(),
            row.note());
    if (heading.firstVintage() == null && heading.lastVintage() == null) {
      row.refuse("first_vintage", "a heading in every edition does not belong here");
    }
    return heading;
  }

  private static String digits(RegisterRow row, String column, int count) {
    String code = row.text(column);
    if (code != null && !code.matches("\\d{" + count + "}")) {
      row.refuse(column, "it must be %d digits".formatted(count));
      return null;
    }
    return code;
  }
}
