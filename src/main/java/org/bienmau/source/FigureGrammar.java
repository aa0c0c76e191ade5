package org.bienmau.source;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bienmau.reference.Qualifier;

/**
 * How figures are built from words: qualifiers, a number, a multiplier, a unit, and again for the
 * other end of a range. Words are compared without their marks, as people often type them.
 */
final class FigureGrammar {
  /** Longer phrases stand before the shorter ones that begin them. */
  private static final Map<String, Qualifier> QUALIFIERS = new LinkedHashMap<>();

  static {
    means(Qualifier.APPROX, "tren duoi", "khoang", "xap xi", "chung", "uoc tinh", "uoc", "~", "≈");
    means(Qualifier.APPROX, "about", "around", "approximately", "approx.", "roughly", "some");
    means(Qualifier.APPROX, "an estimated", "estimated");
    means(Qualifier.UPTO, "toi da", "len den", "len toi", "den", "toi", "≤", "<=");
    means(Qualifier.UPTO, "up to", "at most");
    means(Qualifier.UNDER, "gan", "duoi", "chua den", "chua toi", "<", "nearly", "almost");
    means(Qualifier.UNDER, "close to", "under", "less than", "below");
    means(Qualifier.OVER, "tren", "hon", "vuot", "it nhat", "toi thieu", "≥", ">=", ">", "over");
    means(Qualifier.OVER, "more than", "above", "at least", "exceeding");
  }

  private static final Map<String, BigDecimal> MULTIPLIERS =
      Map.ofEntries(
          power("nghin ty", 12),
          power("ngan ty", 12),
          power("trillion", 12),
          power("ty", 9),
          power("billion", 9),
          power("bn", 9),
          power("trieu", 6),
          power("million", 6),
          power("mln", 6),
          power("mn", 6),
          power("nghin", 3),
          power("ngan", 3),
          power("thousand", 3),
          power("k", 3));

  private static final Pattern FILLER = Pattern.compile("^(?:dat|la|moc|tu|from|between) ");

  private static final String AMOUNT =
      "(?<currency%1$s>us\\$|[$¥₫]|(?:usd|vnd|cny|rmb)(?![a-z]))? ?"
          + "(?<number%1$s>[-+]?\\d(?:[\\d., ]*\\d)?)"
          + "(?: ?(?<multiplier%1$s>nghin ty|ngan ty|trillion|ty|billion|bn|trieu|million|mln|mn|nghin|ngan|thousand|k)(?![a-z]))?"
          + " ?(?<unit%1$s>[a-z%%$¥₫][^\\d]*?)?";
  private static final Pattern FIGURE =
      Pattern.compile(
          AMOUNT.formatted("Low")
              + "(?: ?(?:-|(?<= )(?:den|toi|to|and)(?= )) ?"
              + AMOUNT.formatted("High")
              + ")?[.;,]?");

  /** Longer texts are sentences; no pattern is tried on them. */
  private static final int LONGEST = 200;

  private final String tidy;
  private final Qualifier qualifier;
  private final String opening;
  private final Optional<Matcher> match;

  FigureGrammar(String text) {
    // tỷ and tỉ are one word; without its mark the second would also be the beginning of "ti vi".
    String whole = Spelling.tidy(text).replaceAll("(?<!\\p{L})([Tt])ỉ(?!\\p{L})", "$1ỷ");
    Opening opening = Opening.of(Spelling.folded(whole));
    this.qualifier = opening.qualifier;
    this.opening = whole.substring(0, opening.length);
    this.tidy = whole.substring(opening.length);
    String folded = Spelling.folded(tidy);
    Matcher figure = FIGURE.matcher(folded);
    this.match =
        folded.length() <= LONGEST && figure.matches() ? Optional.of(figure) : Optional.empty();
  }

  /** The figure read in that way, or empty when its numbers are not written so. */
  Optional<FigureText> read(NumberLocale locale) {
    return match.flatMap(figure -> read(figure, locale));
  }

  /**
   * The text with its numbers written as machines write them.
   *
   * @param locale the way in which they are written, and in which the figure can be read
   */
  String inEnglish(NumberLocale locale) {
    Matcher figure = match.orElseThrow();
    StringBuilder text = new StringBuilder(tidy);
    for (String group : new String[] {"numberHigh", "numberLow"}) {
      if (figure.group(group) != null) {
        String plain =
            PrintedNumber.read(figure.group(group), locale).orElseThrow().toPlainString();
        text.replace(figure.start(group), figure.end(group), plain);
      }
    }
    return opening + text;
  }

  private Optional<FigureText> read(Matcher figure, NumberLocale locale) {
    Optional<BigDecimal> low = PrintedNumber.read(figure.group("numberLow"), locale);
    String upper = figure.group("numberHigh");
    if (low.isEmpty()) {
      return Optional.empty();
    }
    if (upper == null) {
      BigDecimal value = scaled(low.get(), figure.group("multiplierLow"));
      return Optional.of(new FigureText(value, null, qualifier, unit(figure)));
    }
    String lowMultiplier =
        figure.group("multiplierLow") == null && figure.group("unitLow") == null
            ? figure.group("multiplierHigh")
            : figure.group("multiplierLow");
    return PrintedNumber.read(upper, locale)
        .map(
            high ->
                new FigureText(
                    scaled(low.get(), lowMultiplier),
                    scaled(high, figure.group("multiplierHigh")),
                    qualifier,
                    unit(figure)));
  }

  private String unit(Matcher figure) {
    for (String part : new String[] {"unitHigh", "unitLow", "currencyHigh", "currencyLow"}) {
      if (figure.group(part) != null) {
        return tidy.substring(figure.start(part), figure.end(part)).strip();
      }
    }
    return null;
  }

  private static BigDecimal scaled(BigDecimal number, String multiplier) {
    BigDecimal value = multiplier == null ? number : number.multiply(MULTIPLIERS.get(multiplier));
    BigDecimal shortest = value.stripTrailingZeros();
    return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
  }

  private static void means(Qualifier qualifier, String... phrases) {
    for (String phrase : phrases) {
      QUALIFIERS.put(phrase, qualifier);
    }
  }

  private static Map.Entry<String, BigDecimal> power(String word, int zeros) {
    return Map.entry(word, BigDecimal.TEN.pow(zeros));
  }

  /** The words before the number: {@code ước đạt trên} is over, because it is the sharper word. */
  private record Opening(Qualifier qualifier, int length) {
    static Opening of(String folded) {
      Qualifier qualifier = Qualifier.EXACT;
      int length = 0;
      while (true) {
        String rest = folded.substring(length);
        Optional<String> phrase =
            QUALIFIERS.keySet().stream().filter(p -> opens(rest, p)).findFirst();
        Matcher filler = FILLER.matcher(rest);
        if (phrase.isPresent()) {
          Qualifier said = QUALIFIERS.get(phrase.get());
          qualifier =
              said == Qualifier.APPROX && length > 0 && qualifier != Qualifier.EXACT
                  ? qualifier
                  : said;
          length += phrase.get().length();
          length += folded.startsWith(" ", length) ? 1 : 0;
        } else if (filler.find()) {
          length += filler.end();
        } else {
          return new Opening(qualifier, length);
        }
      }
    }

    private static boolean opens(String rest, String phrase) {
      boolean isSign = !Character.isLetter(phrase.charAt(phrase.length() - 1));
      return rest.startsWith(phrase) && (isSign || rest.startsWith(" ", phrase.length()));
    }
  }
}
