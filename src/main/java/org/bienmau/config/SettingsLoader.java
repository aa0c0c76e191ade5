package org.bienmau.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Puts the settings of a run together: built-in defaults, then {@code conf/bienmau.conf}, the
 * profile, the file given, the environment and single assignments, each over the one before.
 */
public final class SettingsLoader {
  private final Sources sources;
  private final List<String> problems = new ArrayList<>();
  private final Map<String, ConfigValue> values = new TreeMap<>();
  private final Map<String, String> places = new TreeMap<>();

  private SettingsLoader(Sources sources) {
    this.sources = sources;
  }

  /**
   * Reads and validates the settings.
   *
   * @throws InvalidSettingsException naming every unknown key and every malformed value at once
   */
  public static LoadedSettings load(Sources sources) {
    return new SettingsLoader(sources).load();
  }

  private LoadedSettings load() {
    List<Config> layers = new Layers(sources, problems).read();
    layers.forEach(this::note);
    merge(layers);
    Settings settings = values.isEmpty() ? null : settings();
    if (!problems.isEmpty()) {
      throw new InvalidSettingsException(problems.stream().distinct().toList());
    }
    return new LoadedSettings(settings, origins());
  }

  /**
   * Remembers where each setting stands last. Unknown keys are found layer by layer, so that one
   * which another layer hides is named too.
   */
  private void note(Config layer) {
    Set<String> known =
        Key.ALL.stream().map(Key::name).collect(Collectors.toCollection(TreeSet::new));
    try {
      flat(layer.root(), "")
          .forEach(
              (name, value) -> {
                places.put(name, shown(value.origin()));
                if (Key.named(name).isEmpty() && !name.startsWith(Key.SPARK)) {
                  problems.add(
                      "%s (%s) is not a setting%s"
                          .formatted(name, shown(value.origin()), Layers.didYouMean(name, known)));
                }
              });
    } catch (ConfigException.NotResolved e) {
      problems.add("%s.".formatted(e.getMessage()));
    }
  }

  private void merge(List<Config> layers) {
    Config merged = ConfigFactory.empty();
    for (Config layer : layers) {
      merged = layer.withFallback(merged);
    }
    try {
      values.putAll(flat(merged.withFallback(variables()).resolve().root(), ""));
      values.keySet().removeIf(name -> name.equals("home") || name.startsWith("carried."));
    } catch (ConfigException e) {
      problems.add("%s.".formatted(e.getMessage()));
    }
  }

  /** What files may refer to as {@code ${home}} and so on, and may not set. */
  private Config variables() {
    String home = sources.home().orElse(sources.workingDirectory()).toString();
    boolean project = sources.home().isPresent();
    return ConfigFactory.parseMap(
        Map.of(
            "home", home,
            "carried.conf", project ? home + "/conf" : "classpath:conf",
            "carried.data", project ? home + "/src/main/data" : "classpath:data"));
  }

  private Settings settings() {
    Map<String, String> spark = new TreeMap<>();
    values.forEach(
        (name, value) -> {
          if (name.startsWith(Key.SPARK)) {
            spark.put(name, text(value));
          }
        });
    return new Settings(
        parsed(Key.LAKE_ROOT, this::path),
        list(Key.INPUTS, this::path),
        parsed(Key.REFERENCE_DIR, this::path),
        parsed(Key.CONTRACTS_DIR, this::path),
        parsed(Key.LAYOUTS_DIR, this::path),
        Optional.ofNullable(parsed(Key.LAYOUTS_FILE, this::keyFile)).flatMap(Function.identity()),
        tables(),
        parsed(Key.REPORT_DIR, this::path),
        parsed(Key.LANGUAGE, text -> constant(Language.class, text)),
        Optional.ofNullable(parsed(Key.RECEIVED_AT, SettingsLoader::receivedAt))
            .flatMap(Function.identity()),
        Optional.ofNullable(parsed(Key.AS_OF, SettingsLoader::asOf)).flatMap(Function.identity()),
        parsed(Key.PERSONAL_COLUMNS, text -> constant(PersonalColumns.class, text)),
        Optional.ofNullable(parsed(Key.PERSONAL_KEY_FILE, this::keyFile))
            .flatMap(Function.identity()),
        parsed(Key.PROGRESS, text -> constant(ProgressStyle.class, text)),
        spark);
  }

  private List<String> tables() {
    List<String> found = list(Key.TABLES, text -> text);
    return found.equals(List.of("all")) ? List.of() : found;
  }

  private List<String> list(Key key, UnaryOperator<String> parse) {
    ConfigValue value = values.get(key.name());
    List<String> found = new ArrayList<>();
    if (value == null) {
      problems.add(missing(key));
      return found;
    }
    if (value.unwrapped() instanceof List<?> items) {
      items.forEach(item -> found.add(parse.apply(String.valueOf(item))));
    } else {
      found.add(parse.apply(text(value)));
    }
    if (found.isEmpty()) {
      refuse(key, value);
    }
    return found;
  }

  private <T> T parsed(Key key, Function<String, T> parse) {
    ConfigValue value = values.get(key.name());
    if (value == null) {
      problems.add(missing(key));
      return null;
    }
    try {
      if (value.valueType() != ConfigValueType.LIST && value.valueType() != ConfigValueType.NULL) {
        return parse.apply(text(value));
      }
    } catch (IllegalArgumentException | DateTimeParseException e) {
      // The reader learns what the value must be instead; the parser's own words add nothing.
    }
    refuse(key, value);
    return null;
  }

  private static String missing(Key key) {
    return "%s has no value; it must be %s.".formatted(key.name(), key.shape());
  }

  private void refuse(Key key, ConfigValue value) {
    problems.add(
        "%s is '%s' (%s); it must be %s."
            .formatted(key.name(), text(value), places.get(key.name()), key.shape()));
  }

  private String path(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("blank");
    }
    boolean uri = text.matches("[a-zA-Z][a-zA-Z0-9+.-]+:.*");
    return uri ? text : sources.workingDirectory().resolve(Path.of(text)).normalize().toString();
  }

  private Optional<String> keyFile(String text) {
    return text.equals("none") ? Optional.empty() : Optional.of(path(text));
  }

  private static Optional<Instant> receivedAt(String text) {
    return text.equals("now") ? Optional.empty() : Optional.of(Instant.parse(text));
  }

  private static Optional<LocalDate> asOf(String text) {
    return text.equals("latest") ? Optional.empty() : Optional.of(LocalDate.parse(text));
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String text) {
    return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
  }

  private List<Setting> origins() {
    List<Setting> shown = new ArrayList<>();
    for (Key key : Key.ALL) {
      ConfigValue value = values.get(key.name());
      shown.add(Setting.of(key.name(), text(value), places.get(key.name()), key.meaning()));
    }
    values.forEach(
        (name, value) -> {
          if (name.startsWith(Key.SPARK)) {
            shown.add(Setting.of(name, text(value), places.get(name), "Handed to Spark."));
          }
        });
    return shown;
  }

  private static String text(ConfigValue value) {
    if (value.unwrapped() instanceof List<?> items) {
      return items.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
    return value.valueType() == ConfigValueType.OBJECT
        ? value.render(ConfigRenderOptions.concise())
        : String.valueOf(value.unwrapped());
  }

  private static String shown(ConfigOrigin origin) {
    String place = origin.description();
    return place.contains("bienmau-defaults.conf") ? "default" : place;
  }

  /** The leaves of a tree of settings by their dotted names; substitutions may stand unresolved. */
  private static Map<String, ConfigValue> flat(Map<String, ConfigValue> tree, String prefix) {
    Map<String, ConfigValue> leaves = new TreeMap<>();
    tree.forEach(
        (key, value) -> {
          String name = prefix + key;
          if (value instanceof ConfigObject object) {
            leaves.putAll(flat(object, name + "."));
          } else {
            leaves.put(name, value);
          }
        });
    return leaves;
  }
}
