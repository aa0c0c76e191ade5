package org.bienmau.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigValueFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads each place where settings may stand, the weakest first, and collects what is wrong. */
final class Layers {
  /** Variables with our prefix that the launcher and this class read, and that set nothing. */
  private static final Set<String> NOT_SETTINGS =
      Set.of(
          "BIENMAU_HOME",
          "BIENMAU_PROFILE",
          "BIENMAU_PERSONAL_KEY",
          "BIENMAU_LANE",
          "BIENMAU_JAR",
          "BIENMAU_DELTA_JARS",
          "BIENMAU_JAVA_OPTS");

  private final Sources sources;
  private final List<String> problems;
  private final List<Config> layers = new ArrayList<>();

  Layers(Sources sources, List<String> problems) {
    this.sources = sources;
    this.problems = problems;
  }

  List<Config> read() {
    layers.add(ConfigFactory.parseResources(Layers.class, "/bienmau-defaults.conf"));
    sources
        .home()
        .map(home -> home.resolve("conf/bienmau.conf"))
        .filter(Files::exists)
        .ifPresent(this::file);
    sources.chosenProfile().ifPresent(this::profile);
    sources.confFile().ifPresent(this::namedFile);
    layers.add(environment());
    sources.assignments().forEach(this::assignment);
    sources
        .shorthands()
        .forEach(
            (key, given) ->
                layers.add(single(key, String.join(",", given.values()), given.option())));
    return layers;
  }

  private void file(Path path) {
    try {
      String text = Files.readString(path, StandardCharsets.UTF_8);
      layers.add(
          ConfigFactory.parseString(
              text, ConfigParseOptions.defaults().setOriginDescription(shown(path))));
    } catch (ConfigException e) {
      problems.add("%s.".formatted(e.getMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read %s.".formatted(path), e);
    }
  }

  private void namedFile(Path path) {
    Path absolute = sources.workingDirectory().resolve(path);
    if (Files.isRegularFile(absolute)) {
      file(absolute);
    } else {
      problems.add("--conf-file names %s, and there is no such file.".formatted(path));
    }
  }

  private void profile(String name) {
    Optional<Path> folder = sources.home().map(home -> home.resolve("conf/profiles"));
    Optional<Path> path = folder.map(profiles -> profiles.resolve(name + ".conf"));
    if (name.matches("[A-Za-z0-9_-]+") && path.filter(Files::isRegularFile).isPresent()) {
      file(path.get());
      return;
    }
    Config carried =
        ConfigFactory.parseResources(Layers.class, "/conf/profiles/%s.conf".formatted(name));
    if (folder.isEmpty() && !carried.isEmpty()) {
      layers.add(carried);
      return;
    }
    problems.add(
        "there is no profile '%s'; known are %s."
            .formatted(name, folder.map(Layers::profiles).orElse(Set.of())));
  }

  private static Set<String> profiles(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Set.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".conf"))
          .map(name -> name.substring(0, name.length() - ".conf".length()))
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list the profiles in %s.".formatted(folder), e);
    }
  }

  private Config environment() {
    Config config = ConfigFactory.empty();
    Set<String> known =
        Key.ALL.stream().map(Key::variable).collect(Collectors.toCollection(TreeSet::new));
    for (String variable : new TreeSet<>(sources.environment().keySet())) {
      if (!variable.startsWith("BIENMAU_") || NOT_SETTINGS.contains(variable)) {
        continue;
      }
      Optional<Key> key = Key.ALL.stream().filter(k -> k.variable().equals(variable)).findFirst();
      if (key.isEmpty()) {
        problems.add(
            "the environment variable %s sets nothing%s"
                .formatted(variable, didYouMean(variable, known)));
      } else {
        String value = sources.environment().get(variable);
        config = config.withFallback(single(key.get().name(), value, "environment " + variable));
      }
    }
    return config;
  }

  private void assignment(String text) {
    int equals = text.indexOf('=');
    if (equals < 1) {
      problems.add("--set %s is not an assignment; write --set key=value.".formatted(text));
      return;
    }
    layers.add(
        single(text.substring(0, equals).strip(), text.substring(equals + 1).strip(), "--set"));
  }

  private static Config single(String key, String value, String origin) {
    Object typed =
        Key.LISTS.contains(key)
            ? Arrays.stream(value.split(",")).map(String::strip).toList()
            : value;
    return ConfigValueFactory.fromAnyRef(typed, origin).atPath(key);
  }

  private String shown(Path path) {
    Path base = sources.home().orElse(sources.workingDirectory());
    return path.startsWith(base) ? base.relativize(path).toString() : path.toString();
  }

  static String didYouMean(String typed, Set<String> known) {
    return Nearest.to(typed, known)
        .map("; did you mean %s?"::formatted)
        .orElseGet(() -> "; known are %s.".formatted(known));
  }
}
