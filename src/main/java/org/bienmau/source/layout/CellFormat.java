package org.bienmau.source.layout;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.bienmau.source.ReasonCode;

/**
 * What the number format of a workbook's cell makes of its number: a date, a percentage, thousands,
 * leading zeros. Decimals that a format hides are kept, because they were typed.
 *
 * <p>Spreadsheets show and let type 15 digits of a number; what stands behind them in the file is
 * the noise of binary fractions, for example 105.19999999999999 for 105.2.
 */
record CellFormat(boolean isDate, boolean isPercent, int thousandsHidden, int leadingZeros) {
  private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_UP);
  private static final BigDecimal MOST_EXACT = BigDecimal.valueOf((1L << 53) - 1);
  private static final BigDecimal LONGEST = new BigDecimal("1E40");
  private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[[^\\]]*\\]");
  private static final Pattern HIDDEN_THOUSANDS = Pattern.compile("[0#?](,+)(?=[^0#?,]*$)");
  private static final Pattern ZEROS = Pattern.compile("0{2,}");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
  private static final CellFormat PLAIN = new CellFormat(false, false, 0, 0);

  /**
   * Reads a number format.
   *
   * @param id its number in the workbook; null for the general format
   * @param code its text; null for the general format and for those that programs know by number
   */
  static CellFormat of(Integer id, String code) {
    if (code == null) {
      // Dates of East Asian editions, which no file spells out.
      boolean date = id != null && ((id >= 27 && id <= 36) || (id >= 50 && id <= 58));
      return date ? new CellFormat(true, false, 0, 0) : PLAIN;
    }
    boolean isDuration = code.matches("(?i).*\\[[hms]+\\].*");
    String first = LITERAL.matcher(code.split(";", 2)[0]).replaceAll("");
    boolean isGeneral = first.equalsIgnoreCase("general") || first.equals("@");
    if (isGeneral || isDuration) {
      return PLAIN;
    }
    if (Pattern.compile("[dmyhs]", Pattern.CASE_INSENSITIVE).matcher(first).find()) {
      return new CellFormat(true, false, 0, 0);
    }
    var thousands = HIDDEN_THOUSANDS.matcher(first);
    int hidden = thousands.find() ? thousands.group(1).length() : 0;
    int zeros = ZEROS.matcher(first).matches() ? first.length() : 0;
    return new CellFormat(false, first.contains("%"), hidden, zeros);
  }

  /**
   * The cell as it reads.
   *
   * @param raw the number as the file writes it
   * @param from1904 whether the workbook counts days from 1904
   */
  Cell cell(String raw, boolean from1904) {
    BigDecimal number = new BigDecimal(raw);
    BigDecimal shown = number.round(DIGITS);
    if (isDate) {
      return date(shown, from1904);
    }
    boolean isWhole = number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
    if (number.abs().compareTo(LONGEST) > 0
        || (isWhole && number.abs().compareTo(MOST_EXACT) > 0)) {
      return Cell.faulty(
          raw,
          ReasonCode.DIGITS_LOST,
          "holds a whole number beyond 9,007,199,254,740,991, of which a workbook does not keep every digit; type it as text");
    }
    BigDecimal scaled =
        (isWhole ? number : shown)
            .movePointRight(isPercent ? 2 : 0)
            .movePointLeft(3 * thousandsHidden);
    return Cell.number(plain(scaled) + (isPercent ? "%" : ""));
  }

  private String plain(BigDecimal number) {
    BigDecimal shortest = number.stripTrailingZeros();
    String digits = (shortest.scale() < 0 ? shortest.setScale(0) : shortest).toPlainString();
    boolean padded = shortest.signum() >= 0 && shortest.scale() <= 0;
    return padded ? "0".repeat(Math.max(0, leadingZeros - digits.length())) + digits : digits;
  }

  private static Cell date(BigDecimal number, boolean from1904) {
    return DateForm.ofSerial(number.toPlainString(), from1904)
        .map(
            moment -> {
              LocalTime time = moment.start().toLocalTime();
              if (number.compareTo(BigDecimal.ONE) < 0) {
                return Cell.text(time.format(TIME));
              }
              boolean isDay = time.equals(LocalTime.MIDNIGHT);
              return Cell.date(moment.day() + (isDay ? "" : " " + time.format(TIME)));
            })
        .orElseGet(
            () ->
                Cell.faulty(
                    number.toPlainString(),
                    ReasonCode.CELL_ERROR,
                    "is formatted as a date and holds none"));
  }
}
