package org.bienmau.source.record;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bienmau.source.ContractColumn;

/**
 * The form that a contract gives for the cells of a column.
 *
 * <p>One class of letters and how many of them, such as {@code ^[0-9A-Z/-]{1,30}$}, is looked up
 * byte by byte; anything else is left to a regular expression.
 */
final class CellForm {
  private static final Pattern ONE_CLASS =
      Pattern.compile("\\^(\\[[^\\[\\]&^\\\\]+])\\{(\\d{1,4})(?:(,)(\\d{1,4})?)?}\\$");
  private static final int ASCII = 128;

  private final Pattern pattern;
  private final boolean[] allowed;
  private final int shortest;
  private final int longest;

  private CellForm(Pattern pattern, boolean[] allowed, int shortest, int longest) {
    this.pattern = pattern;
    this.allowed = allowed;
    this.shortest = shortest;
    this.longest = longest;
  }

  /** The form of a column, or one that everything has. */
  static CellForm of(ContractColumn column) {
    return of(column.limits().pattern());
  }

  /** The form of a pattern, or one that everything has when it is empty. */
  static CellForm of(String pattern) {
    if (pattern.isEmpty()) {
      return new CellForm(null, null, 0, Integer.MAX_VALUE);
    }
    Matcher oneClass = ONE_CLASS.matcher(pattern);
    if (!oneClass.matches()) {
      return new CellForm(Pattern.compile(pattern), null, 0, Integer.MAX_VALUE);
    }
    int shortest = Integer.parseInt(oneClass.group(2));
    int longest = shortest;
    if (oneClass.group(3) != null) {
      longest = oneClass.group(4) == null ? Integer.MAX_VALUE : Integer.parseInt(oneClass.group(4));
    }
    Pattern letters = Pattern.compile(oneClass.group(1));
    boolean[] allowed = new boolean[ASCII];
    for (char letter = 0; letter < ASCII; letter++) {
      allowed[letter] = letters.matcher(String.valueOf(letter)).matches();
    }
    // A class with letters beyond ASCII would need more than single bytes.
    boolean plain = oneClass.group(1).chars().allMatch(letter -> letter < ASCII);
    return plain
        ? new CellForm(null, allowed, shortest, longest)
        : new CellForm(Pattern.compile(pattern), null, 0, Integer.MAX_VALUE);
  }

  boolean fits(byte[] bytes, int from, int to) {
    if (pattern != null) {
      return pattern.matcher(new String(bytes, from, to - from, StandardCharsets.UTF_8)).matches();
    }
    if (allowed == null) {
      return true;
    }
    int length = to - from;
    if (length < shortest || length > longest) {
      return false;
    }
    for (int at = from; at < to; at++) {
      if (bytes[at] < 0 || !allowed[bytes[at]]) {
        return false;
      }
    }
    return true;
  }
}
