package org.bienmau.source;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A decimal number that fits into 64 bits.
 *
 * @param precision all digits, 1 to 18
 * @param scale digits behind the point
 */
public record DecimalType(int precision, int scale) {
  private static final Pattern FORM = Pattern.compile("decimal\\((\\d{1,2}),(\\d{1,2})\\)");
  private static final int MOST_DIGITS = 18;

  /** The type that a number's physicalType names, if it names one. */
  public static Optional<DecimalType> of(ContractColumn column) {
    Matcher form = FORM.matcher(column.physicalType());
    if (!form.matches()) {
      return Optional.empty();
    }
    DecimalType type =
        new DecimalType(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
    boolean fits =
        type.precision >= 1 && type.precision <= MOST_DIGITS && type.scale <= type.precision;
    return fits ? Optional.of(type) : Optional.empty();
  }
}
