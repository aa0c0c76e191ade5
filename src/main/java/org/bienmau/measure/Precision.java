package org.bienmau.measure;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.regexp_extract;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.when;

import java.math.BigDecimal;
import org.apache.spark.sql.Column;
import org.bienmau.reference.Qualifier;
import org.bienmau.table.Types;

/**
 * How exactly a printed number is meant: from its last digit and from words such as over or about.
 *
 * <p>A number's unit is that of its last digit other than zero, but the first two digits always
 * count as meant: 4,780,000,000 is printed to ten millions, 100,000,000 too, 270 to tens.
 */
public final class Precision {
  private Precision() {}

  private static final Column HALF = lit(new BigDecimal("0.5"));

  /** The unit of the last digit meant, as a quantity; empty when {@code value} is. */
  public static Column unit(Column value) {
    Column text = digits(value);
    Column fraction = regexp_extract(text, "\\.(\\d+)$", 1);
    Column zeros = regexp_extract(regexp_replace(text, "^\\d{1,2}", ""), "0*$", 0);
    Column unit =
        when(fraction.equalTo(""), concat(lit("1"), zeros))
            .otherwise(concat(lit("0."), regexp_replace(fraction, "\\d(?=\\d)", "0")));
    return regexp_replace(unit, "[1-9]$", "1").cast(Types.QUANTITY);
  }

  /** The number as its digits without a fraction of zeros, for example {@code 4780000000}. */
  public static Column digits(Column value) {
    return regexp_replace(
        regexp_replace(value.cast(Types.QUANTITY).cast("string"), "(\\.\\d*?)0+$", "$1"),
        "\\.$",
        "");
  }

  /**
   * The least that a printed number may mean.
   *
   * @param unit of its last digit, see {@link #unit}
   */
  public static Column low(Column value, Column qualifier, Column unit) {
    Column below =
        when(qualifier.equalTo(Qualifier.OVER.id()), lit(0).cast(Types.QUANTITY))
            .when(qualifier.equalTo(Qualifier.EXACT.id()), unit.multiply(HALF))
            .otherwise(unit);
    return value.minus(below).cast(Types.QUANTITY);
  }

  /**
   * The most that a printed number may mean.
   *
   * @param valueHigh the upper end of a printed range; empty when none is printed
   * @param unit of its last digit, see {@link #unit}
   */
  public static Column high(Column value, Column valueHigh, Column qualifier, Column unit) {
    Column above =
        when(qualifier.isin(Qualifier.UNDER.id(), Qualifier.UPTO.id()), lit(0).cast(Types.QUANTITY))
            .when(qualifier.equalTo(Qualifier.EXACT.id()), unit.multiply(HALF))
            .otherwise(unit);
    return coalesce(valueHigh, value.plus(above)).cast(Types.QUANTITY);
  }

  /** Half the unit of a printed percentage's last digit: 0.05 for 6.6, 0.5 for 6 and for 150. */
  public static Column percentHalfUnit(Column percent) {
    Column unit = when(digits(percent).contains("."), unit(percent)).otherwise(lit(1));
    return when(percent.isNotNull(), unit.multiply(HALF)).cast(Types.PERCENT);
  }

  /** Whether two numbers may mean the same: their bounds meet; false where a bound is empty. */
  public static Column meet(Column low, Column high, Column otherLow, Column otherHigh) {
    return coalesce(low.leq(otherHigh).and(otherLow.leq(high)), lit(false));
  }
}
