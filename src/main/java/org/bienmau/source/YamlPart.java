package org.bienmau.source;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * One mapping of a YAML file, taken apart key by key. What is missing, of another type or left over
 * becomes a problem with its path, so that all of them can be reported at once.
 */
final class YamlPart {
  private final String path;
  private final Map<Object, Object> left;
  private final List<String> problems;

  private YamlPart(String path, Object value, List<String> problems) {
    this.path = path;
    this.problems = problems;
    this.left = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> map) {
      left.putAll(map);
    } else {
      problem("", "is not a mapping");
    }
  }

  /**
   * The whole of a file.
   *
   * @param problems where every problem is added
   * @throws InvalidContractException if the file is no YAML
   */
  static YamlPart of(String file, InputStream yaml, List<String> problems) {
    LoadSettings strict =
        LoadSettings.builder().setLabel(file).setAllowDuplicateKeys(false).build();
    try {
      return new YamlPart("", new Load(strict).loadFromInputStream(yaml), problems);
    } catch (YamlEngineException notYaml) {
      String where = notYaml.getMessage().replaceAll("\\s+", " ").strip();
      throw new InvalidContractException(file, List.of("it is no YAML: " + where));
    }
  }

  /** A text that must be there; empty, and a problem, when it is not. */
  String text(String key) {
    Optional<String> text = textIfAny(key);
    if (text.isEmpty()) {
      problem(key, "is missing");
    }
    return text.orElse("");
  }

  /** A text that is there, left for the one who takes it. */
  Optional<String> peek(String key) {
    return Optional.ofNullable(left.get(key)).map(String::valueOf).map(String::strip);
  }

  /** A text, number or flag as text; empty when there is none. */
  Optional<String> textIfAny(String key) {
    Object value = left.remove(key);
    if (value instanceof Map || value instanceof List) {
      problem(key, "is not a text");
      return Optional.empty();
    }
    return Optional.ofNullable(value)
        .map(String::valueOf)
        .map(String::strip)
        .filter(t -> !t.isEmpty());
  }

  /** A text that must be one of these. */
  String oneOf(String key, List<String> allowed) {
    String text = text(key);
    if (!text.isEmpty() && !allowed.contains(text)) {
      problem(key, "is \"%s\", not one of %s".formatted(text, String.join(", ", allowed)));
    }
    return text;
  }

  boolean flag(String key) {
    Object value = left.remove(key);
    if (value != null && !(value instanceof Boolean)) {
      problem(key, "is \"%s\", not true or false".formatted(value));
    }
    return Boolean.TRUE.equals(value);
  }

  int number(String key) {
    Object value = left.remove(key);
    if (value != null && !(value instanceof Integer)) {
      problem(key, "is \"%s\", not a whole number".formatted(value));
    }
    return value instanceof Integer number ? number : 0;
  }

  /** The texts of a list; none when the key is absent. */
  List<String> texts(String key) {
    return list(key).stream().map(String::valueOf).toList();
  }

  /** The mappings of a list; none when the key is absent. */
  List<YamlPart> parts(String key) {
    List<YamlPart> parts = new ArrayList<>();
    for (Object one : list(key)) {
      parts.add(new YamlPart("%s[%d]".formatted(at(key), parts.size()), one, problems));
    }
    return parts;
  }

  /** A mapping that may be absent; then it is empty. */
  YamlPart part(String key) {
    Object value = left.remove(key);
    return new YamlPart(at(key), value == null ? Map.of() : value, problems);
  }

  /** Adds a problem of this part's key. */
  void problem(String key, String what) {
    String where = at(key);
    problems.add(where.isEmpty() ? "the file " + what : where + " " + what);
  }

  /** Nothing may be left over: a mistyped key would otherwise be a rule that nobody keeps. */
  void end() {
    left.keySet().forEach(key -> problem(String.valueOf(key), "is not a key known here"));
  }

  private List<?> list(String key) {
    Object value = left.remove(key);
    if (value != null && !(value instanceof List)) {
      problem(key, "is not a list");
    }
    return value instanceof List<?> list ? list : List.of();
  }

  private String at(String key) {
    return path.isEmpty() || key.isEmpty() ? path + key : path + "." + key;
  }
}
