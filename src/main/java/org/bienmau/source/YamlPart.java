package org.bienmau.source;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * One mapping of a YAML file, taken apart key by key. What is missing, of another type or left over
 * becomes a problem with its line and path, so that all of them can be reported at once.
 *
 * <p>Texts are handed out as they are written: 1.0 stays {@code 1.0}.
 */
public final class YamlPart {
  private final String path;
  private final int line;
  private final Map<String, Node> left = new LinkedHashMap<>();
  private final Map<String, Integer> lines = new LinkedHashMap<>();
  private final List<String> problems;

  private YamlPart(String path, Node node, int line, List<String> problems) {
    this.path = path;
    this.problems = problems;
    this.line = line;
    if (node instanceof MappingNode mapping) {
      mapping.getValue().forEach(this::take);
    } else if (node != null) {
      problem("", "is not a mapping");
    }
  }

  private void take(NodeTuple entry) {
    String key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
    int keyLine = lineOf(entry.getKeyNode());
    if (lines.put(key, keyLine) != null) {
      problem(key, "stands twice");
    }
    left.put(key, entry.getValueNode());
  }

  /**
   * The whole of a file.
   *
   * @param problems where every problem is added
   * @throws InvalidContractException if the file is no YAML
   */
  public static YamlPart of(String file, InputStream yaml, List<String> problems) {
    LoadSettings settings = LoadSettings.builder().setLabel(file).build();
    try {
      Optional<Node> root = new Compose(settings).composeInputStream(yaml);
      YamlPart part = new YamlPart("", root.orElse(null), 0, problems);
      if (root.isEmpty()) {
        part.problem("", "is not a mapping");
      }
      return part;
    } catch (YamlEngineException notYaml) {
      String where = notYaml.getMessage().replaceAll("\\s+", " ").strip();
      throw new InvalidContractException(file, List.of("it is no YAML: " + where));
    }
  }

  /** A text that must be there; empty, and a problem, when it is not. */
  public String text(String key) {
    Optional<String> text = textIfAny(key);
    if (text.isEmpty()) {
      problem(key, "is missing");
    }
    return text.orElse("");
  }

  /** A text that is there, left for the one who takes it. */
  public Optional<String> peek(String key) {
    return left.get(key) instanceof ScalarNode scalar
        ? Optional.of(scalar.getValue().strip())
        : Optional.empty();
  }

  /** A text, number or flag as text; empty when there is none. */
  public Optional<String> textIfAny(String key) {
    Node value = left.remove(key);
    if (value != null && !(value instanceof ScalarNode)) {
      problem(key, "is not a text");
    }
    return scalar(value).map(ScalarNode::getValue).map(String::strip).filter(t -> !t.isEmpty());
  }

  /** Takes whatever stands under the key, of which a problem was told already. */
  public void skip(String key) {
    left.remove(key);
  }

  /** A text that must be one of these. */
  public String oneOf(String key, List<String> allowed) {
    String text = text(key);
    if (!text.isEmpty() && !allowed.contains(text)) {
      problem(key, "is \"%s\", not one of %s".formatted(text, String.join(", ", allowed)));
    }
    return text;
  }

  /** A flag; false when it is absent. */
  public boolean flag(String key) {
    Node value = left.remove(key);
    Optional<ScalarNode> flag = scalar(value).filter(scalar -> scalar.getTag().equals(Tag.BOOL));
    if (value != null && flag.isEmpty()) {
      problem(key, "is \"%s\", not true or false".formatted(shown(value)));
    }
    return flag.map(scalar -> scalar.getValue().equalsIgnoreCase("true")).orElse(false);
  }

  /** A whole number; 0 when it is absent. */
  public int number(String key) {
    Node value = left.remove(key);
    Optional<String> number =
        scalar(value).map(ScalarNode::getValue).filter(text -> text.matches("-?\\d{1,9}"));
    if (value != null && number.isEmpty()) {
      problem(key, "is \"%s\", not a whole number".formatted(shown(value)));
    }
    return number.map(Integer::parseInt).orElse(0);
  }

  /** The texts of a list; none when the key is absent. */
  public List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    for (Node one : list(key)) {
      if (one instanceof ScalarNode scalar) {
        texts.add(scalar.getValue());
      } else {
        problem(key, "holds something else than texts");
      }
    }
    return texts;
  }

  /** The texts of a list, or the one text that stands in its place. */
  public List<String> oneOrMoreTexts(String key) {
    return left.get(key) instanceof ScalarNode
        ? textIfAny(key).map(List::of).orElse(List.of())
        : texts(key);
  }

  /** The mappings of a list; none when the key is absent. */
  public List<YamlPart> parts(String key) {
    List<YamlPart> parts = new ArrayList<>();
    for (Node one : list(key)) {
      parts.add(
          new YamlPart("%s[%d]".formatted(at(key), parts.size()), one, lineOf(one), problems));
    }
    return parts;
  }

  /** A mapping that may be absent; then it is empty. */
  public YamlPart part(String key) {
    Node value = left.remove(key);
    return new YamlPart(at(key), value, value == null ? lineOf(key) : lineOf(value), problems);
  }

  /** Whether the key is there and nobody has taken it yet. */
  public boolean has(String key) {
    return left.containsKey(key);
  }

  /** Whether a mapping stands under the key. */
  public boolean hasPart(String key) {
    return left.get(key) instanceof MappingNode;
  }

  /** The keys that nobody has taken yet, in the order of the file. */
  public List<String> keys() {
    return List.copyOf(left.keySet());
  }

  /** Adds a problem of this part's key. */
  public void problem(String key, String what) {
    String where = at(key);
    int number = lineOf(key);
    problems.add(
        (number == 0 ? "" : "line %d: ".formatted(number))
            + (where.isEmpty() ? "the file " + what : where + " " + what));
  }

  /** Nothing may be left over: a mistyped key would otherwise be a rule that nobody keeps. */
  public void end() {
    left.keySet().forEach(key -> problem(key, "is not a key known here"));
  }

  private List<Node> list(String key) {
    Node value = left.remove(key);
    if (value != null && !(value instanceof SequenceNode)) {
      problem(key, "is not a list");
    }
    return value instanceof SequenceNode list ? list.getValue() : List.of();
  }

  private static Optional<ScalarNode> scalar(Node value) {
    return value instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL)
        ? Optional.of(scalar)
        : Optional.empty();
  }

  private static String shown(Node value) {
    return value instanceof ScalarNode scalar ? scalar.getValue() : "a list or mapping";
  }

  /** The line on which a key stands, or the part itself when it has no such key; 0 for a file. */
  public int lineOf(String key) {
    return lines.getOrDefault(key, line);
  }

  private static int lineOf(Node node) {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
  }

  private String at(String key) {
    return path.isEmpty() || key.isEmpty() ? path + key : path + "." + key;
  }
}
