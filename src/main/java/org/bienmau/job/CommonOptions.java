package org.bienmau.job;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bienmau.config.LoadedSettings;
import org.bienmau.config.SettingsLoader;
import org.bienmau.config.Sources;
import org.bienmau.config.Sources.Shorthand;
import picocli.CommandLine.Option;

/** What every command that reads settings understands. */
final class CommonOptions {
  static final String VERBOSE = "--verbose";

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      description = "Settings of conf/profiles/NAME.conf; also BIENMAU_PROFILE.")
  private String profile;

  @Option(
      names = "--conf-file",
      paramLabel = "FILE",
      description = "Settings of this HOCON file, over those of the profile.")
  private Path confFile;

  @Option(
      names = "--lake",
      paramLabel = "FOLDER",
      description = "Where the Delta tables live; short for --set lake.root=FOLDER.")
  private String lake;

  @Option(
      names = "--input",
      paramLabel = "FILE",
      description = "A file, folder or glob to take in instead of inputs; may be repeated.")
  private List<String> inputs = new ArrayList<>();

  @Option(
      names = "--layout",
      paramLabel = "FILE",
      description = "Read all inputs through this layout; short for --set layouts.file=FILE.")
  private String layout;

  @Option(
      names = "--as-of",
      paramLabel = "DAY",
      description = "Only what was known on that day counts; short for --set as-of=DAY.")
  private String asOf;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "One setting, over files and environment; may be repeated.")
  private List<String> assignments = new ArrayList<>();

  @Option(names = VERBOSE, description = "Show the stack trace of an error.")
  private boolean verbose;

  /** Reads the settings from all the places that these options and the surroundings name. */
  LoadedSettings settings(Surroundings around) {
    return settings(around, List.of());
  }

  /**
   * Reads the settings, and over them those that a command needs for itself.
   *
   * @param own assignments as {@code --set} has them
   */
  LoadedSettings settings(Surroundings around, List<String> own) {
    List<String> all = new ArrayList<>(assignments);
    all.addAll(own);
    Map<String, Shorthand> given = shorthands();
    own.forEach(assignment -> given.remove(assignment.substring(0, assignment.indexOf('='))));
    return SettingsLoader.load(
        new Sources(
            around.workingDirectory(),
            around.environment(),
            Optional.ofNullable(profile),
            Optional.ofNullable(confFile),
            all,
            given));
  }

  private Map<String, Shorthand> shorthands() {
    Map<String, Shorthand> given = new LinkedHashMap<>();
    if (lake != null) {
      given.put("lake.root", new Shorthand("--lake", List.of(lake)));
    }
    if (!inputs.isEmpty()) {
      given.put("inputs", new Shorthand("--input", inputs));
    }
    if (layout != null) {
      given.put("layouts.file", new Shorthand("--layout", List.of(layout)));
    }
    if (asOf != null) {
      given.put("as-of", new Shorthand("--as-of", List.of(asOf)));
    }
    return given;
  }
}
