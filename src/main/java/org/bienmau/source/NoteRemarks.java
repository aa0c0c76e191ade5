package org.bienmau.source;

import java.util.regex.Pattern;
import org.bienmau.reference.Period;
import org.bienmau.reference.PeriodKind;

/** What the person who read the page wrote beside the figure, as codes. */
final class NoteRemarks {
  private static final Pattern DATE_INFERRED =
      caseless("(?<!page )date inferred|year (?:[^;]* )?inferred|start day inferred");
  private static final Pattern START_NOT_STATED = caseless("start day not stated");
  private static final Pattern REGIME_INFERRED =
      caseless("regime (?:read|inferred|assumed) from|scale matches");
  private static final Pattern TRANSLATED = caseless("translat");
  private static final Pattern MIRRORED = caseless("mirror|reprint|\\bcopy\\b");
  private static final Pattern COPY_OF_PAGE = caseless("mirror domain|forum copy");

  private NoteRemarks() {}

  static void add(Findings row, Period period) {
    String note = row.cell("note");
    String publisher = row.cell("publisher");
    if (DATE_INFERRED.matcher(note).find()) {
      row.remark(RemarkCode.DATE_INFERRED, "The reader of the page placed the period.");
    }
    boolean noStart = period.kind() == PeriodKind.RANGE && period.start().equals(period.end());
    if (noStart || START_NOT_STATED.matcher(note).find()) {
      row.remark(
          RemarkCode.CUMULATIVE_START_UNKNOWN,
          "A running total up to %s whose first day is not printed.".formatted(period.end()));
    }
    if (REGIME_INFERRED.matcher(note).find()) {
      row.remark(
          RemarkCode.REGIME_READ_FROM_SCALE,
          "The page does not print the regime; its reader took it from the size of the figure or its context.");
    }
    if (TRANSLATED.matcher(note).find() || TRANSLATED.matcher(publisher).find()) {
      row.remark(RemarkCode.MACHINE_TRANSLATION, "Read from a translation of the page.");
    }
    if (COPY_OF_PAGE.matcher(note).find() || MIRRORED.matcher(publisher).find()) {
      row.remark(RemarkCode.MIRROR, "Read from a mirror, copy or reprint of the page.");
    }
  }

  private static Pattern caseless(String words) {
    return Pattern.compile(words, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }
}
