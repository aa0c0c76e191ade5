package org.bienmau.source;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Optional;
import org.bienmau.reference.Qualifier;

/**
 * A figure as a source prints it, for example {@code gần 1,2 nghìn xe} or {@code 900 - 1000
 * xe/ngày}.
 *
 * @param value the number times its multiplier; the lower end of a range
 * @param high the upper end of a range; null when no range is printed
 * @param qualifier how exactly the source means it
 * @param unitText the unit as printed, for example {@code triệu tấn} without its {@code triệu};
 *     null when none is printed
 */
public record FigureText(BigDecimal value, BigDecimal high, Qualifier qualifier, String unitText)
    implements Serializable {

  /**
   * Reads a text in the declared way.
   *
   * <p>Where no way is declared, a text is read when both ways agree or only one is possible.
   *
   * @param column where the text stands, for the error
   * @throws FigureTextException if the text is no figure, or two different ones
   */
  public static FigureText read(String column, String text, NumberLocale locale) {
    FigureGrammar grammar = new FigureGrammar(text);
    FigureText figure =
        locale == NumberLocale.UNDECLARED
            ? onlyReading(column, text, grammar)
            : grammar.read(locale).orElseThrow(() -> unreadable(column, text, locale, grammar));
    if (figure.high != null && figure.high.compareTo(figure.value) < 0) {
      throw new FigureTextException(
          ReasonCode.RANGE_REVERSED,
          "Cannot read \"%s\" in column %s: the range runs from %s down to %s. Write the lower end first, each end with its own multiplier."
              .formatted(text, column, figure.value.toPlainString(), figure.high.toPlainString()));
    }
    return figure;
  }

  /**
   * The text with its numbers written the English way and all its words kept.
   *
   * @throws FigureTextException if the text is no figure, or two different ones
   */
  public static String inEnglish(String column, String text, NumberLocale locale) {
    FigureText figure = read(column, text, locale);
    FigureGrammar grammar = new FigureGrammar(text);
    NumberLocale way = locale;
    if (locale == NumberLocale.UNDECLARED) {
      boolean isVietnamese = Optional.of(figure).equals(grammar.read(NumberLocale.VI));
      way = isVietnamese ? NumberLocale.VI : NumberLocale.EN;
    }
    return grammar.inEnglish(way);
  }

  private static FigureText onlyReading(String column, String text, FigureGrammar grammar) {
    Optional<FigureText> vietnamese = grammar.read(NumberLocale.VI);
    Optional<FigureText> english = grammar.read(NumberLocale.EN);
    if (vietnamese.isPresent() && english.isPresent() && !vietnamese.equals(english)) {
      throw new FigureTextException(
          ReasonCode.NUMBER_AMBIGUOUS,
          "Cannot read \"%s\" in column %s: it is %s the Vietnamese way and %s the English way. Declare the file's numberLocale, VI or EN, in its contract."
              .formatted(text, column, vietnamese.get().plain(), english.get().plain()));
    }
    return vietnamese
        .or(() -> english)
        .orElseThrow(() -> unreadable(column, text, NumberLocale.UNDECLARED, grammar));
  }

  private static FigureTextException unreadable(
      String column, String text, NumberLocale locale, FigureGrammar grammar) {
    NumberLocale other = locale == NumberLocale.VI ? NumberLocale.EN : NumberLocale.VI;
    boolean otherWay = locale != NumberLocale.UNDECLARED && grammar.read(other).isPresent();
    String why =
        otherWay
            ? "its number is written the %s way, and the file declares %s. Correct the number, or the numberLocale in the file's contract."
                .formatted(other, locale)
            : "it is not a figure. Write a number, with a word such as tỷ, triệu, million and a unit if need be.";
    return new FigureTextException(
        ReasonCode.NOT_A_NUMBER,
        "Cannot read \"%s\" in column %s: %s".formatted(text, column, why));
  }

  private String plain() {
    return high == null
        ? value.toPlainString()
        : value.toPlainString() + " to " + high.toPlainString();
  }
}
