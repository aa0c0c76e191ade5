package org.bienmau.source.layout;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bienmau.source.Spelling;

/**
 * How a date is written: {@code d}, {@code dd}, {@code M} (1 to 12 or I to XII), {@code MM}, {@code
 * MMM} (the name of the month in English, its number in Vietnamese words), {@code yy}, {@code
 * yyyy}, {@code Q} (1 to 4 or I to IV), {@code HH}, {@code mm}, {@code ss} stand for their parts
 * when they are words of their own, every other letter for itself. {@code Tháng M/yyyy} reads Tháng
 * 3/2024. {@code serial} is the day number that spreadsheets keep.
 */
final class DateForm implements Serializable {
  private static final Pattern WITH_T = Pattern.compile("[\\d-]{10}T[\\d:]{5,8}");
  private static final Pattern WITH_OFFSET =
      Pattern.compile("[\\d-]{10}[T ][\\d:]{5,8}(Z|[+-]\\d\\d:\\d\\d)");
  private static final Pattern WORD = Pattern.compile("\\p{L}+");
  private static final Map<String, String> PARTS =
      Map.ofEntries(
          Map.entry("d", "(\\d{1,2})"),
          Map.entry("dd", "(\\d{2})"),
          Map.entry("M", "(\\d{1,2}|i{1,3}|i?v|vi{1,3}|i?x|xi{1,2})"),
          Map.entry("MM", "(\\d{2})"),
          Map.entry("MMM", "(\\p{L}{2,9}(?: (?:một|hai))?)\\.?"),
          Map.entry("yy", "(\\d{2})"),
          Map.entry("yyyy", "(\\d{4})"),
          Map.entry("Q", "([1-4]|iv|i{1,3})"),
          Map.entry("H", "(\\d{1,2})"),
          Map.entry("HH", "(\\d{2})"),
          Map.entry("mm", "(\\d{2})"),
          Map.entry("ss", "(\\d{2})"));
  private static final List<String> MONTHS =
      List.of(
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december");
  private static final List<String> MONTHS_VI =
      List.of(
          "một",
          "hai",
          "ba",
          "tư",
          "năm",
          "sáu",
          "bảy",
          "tám",
          "chín",
          "mười",
          "mười một",
          "mười hai");
  private static final List<String> ROMAN =
      List.of("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii");
  private static final int FEWEST_LETTERS = 3;
  private static final String SERIAL = "serial";
  private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
  private static final BigDecimal SECONDS_A_DAY = BigDecimal.valueOf(86_400);

  /** How exactly a date is given. */
  enum Exactness {
    YEAR,
    QUARTER,
    MONTH,
    DAY,
    SECOND
  }

  /** A date that was read; where it is not exact, the first day or moment of what it names. */
  record Moment(LocalDateTime start, Exactness exactness) {
    LocalDate day() {
      return start.toLocalDate();
    }
  }

  private final String written;
  private final List<String> parts;
  private final Pattern pattern;
  private final Exactness exactness;

  private DateForm(String written, List<String> parts, Pattern pattern, Exactness exactness) {
    this.written = written;
    this.parts = parts;
    this.pattern = pattern;
    this.exactness = exactness;
  }

  /**
   * Reads a form.
   *
   * @throws IllegalArgumentException if it has no year, or days without a month; the message
   *     completes "the format …"
   */
  static DateForm of(String written) {
    String tidy = Spelling.tidy(written);
    List<String> parts = new ArrayList<>();
    StringBuilder regex = new StringBuilder();
    Matcher word = WORD.matcher(tidy);
    int end = 0;
    while (word.find()) {
      String one = word.group();
      regex.append(Pattern.quote(tidy.substring(end, word.start())));
      if (PARTS.containsKey(one)) {
        parts.add(one.substring(0, 1));
        regex.append(PARTS.get(one));
      } else {
        regex.append(Pattern.quote(one));
      }
      end = word.end();
    }
    regex.append(Pattern.quote(tidy.substring(end)));
    Pattern pattern =
        Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    return new DateForm(written, List.copyOf(parts), pattern, exactness(tidy, parts));
  }

  private static Exactness exactness(String written, List<String> parts) {
    if (written.equals(SERIAL)) {
      return Exactness.SECOND;
    }
    boolean month = parts.contains("M");
    boolean day = parts.contains("d");
    boolean time = parts.contains("H");
    if (!parts.contains("y")
        || parts.stream().distinct().count() < parts.size()
        || (day && !month)
        || (time && !day)
        || (parts.contains("Q") && month)
        || (!time && (parts.contains("m") || parts.contains("s")))) {
      throw new IllegalArgumentException(
          "\"%s\" names no day, month, quarter or year; write it like dd/MM/yyyy"
              .formatted(written));
    }
    return time
        ? Exactness.SECOND
        : day
            ? Exactness.DAY
            : month ? Exactness.MONTH : parts.contains("Q") ? Exactness.QUARTER : Exactness.YEAR;
  }

  Exactness exactness() {
    return exactness;
  }

  /** What the text says, if it is written so and there is such a day. */
  Optional<Moment> read(String text) {
    String tidy = Spelling.tidy(text);
    if (written.equals(SERIAL)) {
      return ofSerial(tidy, false);
    }
    Matcher matcher = pattern.matcher(tidy);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int[] fields = {0, 1, 1, 0, 0, 0};
    for (int i = 0; i < parts.size(); i++) {
      String value = matcher.group(i + 1).toLowerCase(Locale.ROOT);
      switch (parts.get(i)) {
        case "y" -> fields[0] = value.length() == 2 ? 2000 + number(value) : number(value);
        case "M" -> fields[1] = month(value);
        case "Q" -> fields[1] = 3 * quarter(value) - 2;
        case "d" -> fields[2] = number(value);
        case "H" -> fields[3] = number(value);
        case "m" -> fields[4] = number(value);
        default -> fields[5] = number(value);
      }
    }
    try {
      return Optional.of(
          new Moment(
              LocalDate.of(fields[0], fields[1], fields[2])
                  .atTime(LocalTime.of(fields[3], fields[4], fields[5])),
              exactness));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  /**
   * The first of the forms in which the text is written; what ISO 8601 writes is always read, with
   * a T or a space before the time, and a time that says its own offset in that of the layout.
   *
   * @param offset of local times from UTC
   */
  static Optional<Moment> read(String text, List<DateForm> forms, ZoneOffset offset) {
    return forms.stream()
        .map(form -> form.read(text))
        .flatMap(Optional::stream)
        .findFirst()
        .or(() -> iso(text))
        .or(() -> withOffset(text, offset));
  }

  private static final List<DateForm> ISO =
      List.of(of("yyyy-MM-dd"), of("yyyy-MM-dd HH:mm:ss"), of("yyyy-MM-dd HH:mm"));

  private static Optional<Moment> iso(String text) {
    String spaced = WITH_T.matcher(text).matches() ? text.replace('T', ' ') : text;
    return ISO.stream().map(form -> form.read(spaced)).flatMap(Optional::stream).findFirst();
  }

  private static Optional<Moment> withOffset(String text, ZoneOffset offset) {
    if (!WITH_OFFSET.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      OffsetDateTime moment = OffsetDateTime.parse(text.replace(' ', 'T'));
      return Optional.of(
          new Moment(moment.withOffsetSameInstant(offset).toLocalDateTime(), Exactness.SECOND));
    } catch (DateTimeException noSuchMoment) {
      return Optional.empty();
    }
  }

  /**
   * The moment of a spreadsheet's day number.
   *
   * @param from1904 whether the workbook counts from 1904
   */
  static Optional<Moment> ofSerial(String number, boolean from1904) {
    if (!number.matches("\\d{1,7}(\\.\\d+)?")) {
      return Optional.empty();
    }
    BigDecimal days = new BigDecimal(number);
    long whole = days.longValue();
    long seconds =
        days.subtract(BigDecimal.valueOf(whole))
            .multiply(SECONDS_A_DAY)
            .setScale(0, java.math.RoundingMode.HALF_UP)
            .longValue();
    LocalDate zero = from1904 ? LocalDate.of(1904, 1, 1) : DAY_ZERO;
    // Spreadsheets believe in 29 February 1900; before it their count is one day behind.
    long behind = !from1904 && whole < 60 ? 1 : 0;
    return Optional.of(
        new Moment(
            zero.plusDays(whole + behind).atStartOfDay().plusSeconds(seconds), Exactness.SECOND));
  }

  private static int month(String text) {
    if (Character.isDigit(text.charAt(0))) {
      return number(text);
    }
    for (int i = 0; i < MONTHS.size(); i++) {
      boolean isBegun = text.length() >= FEWEST_LETTERS && MONTHS.get(i).startsWith(text);
      if (isBegun || ROMAN.get(i).equals(text) || MONTHS_VI.get(i).equals(text)) {
        return i + 1;
      }
    }
    return 0;
  }

  private static int quarter(String text) {
    return ROMAN.contains(text) ? ROMAN.indexOf(text) + 1 : number(text);
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  /** The form as its author wrote it. */
  @Override
  public String toString() {
    return written;
  }
}
