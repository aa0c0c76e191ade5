package org.bienmau.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the settings of one run are looked for.
 *
 * @param workingDirectory what relative paths start at
 * @param environment the process's environment variables
 * @param profile the name given by {@code --profile}
 * @param confFile the file given by {@code --conf-file}
 * @param assignments what {@code --set} was given, each {@code key=value}
 * @param shorthands options that stand for a setting, such as {@code --lake}: by key, the option
 *     and its values
 */
public record Sources(
    Path workingDirectory,
    Map<String, String> environment,
    Optional<String> profile,
    Optional<Path> confFile,
    List<String> assignments,
    Map<String, Shorthand> shorthands) {

  /**
   * An option of the command line that sets one key.
   *
   * @param option as it was typed, for example {@code --lake}
   * @param values what it was given
   */
  public record Shorthand(String option, List<String> values) {}

  /** The project's folder, which only the launcher knows; without it the jar's resources serve. */
  Optional<Path> home() {
    return Optional.ofNullable(environment.get("BIENMAU_HOME"))
        .filter(text -> !text.isBlank())
        .map(Path::of);
  }

  Optional<String> chosenProfile() {
    return profile.or(
        () ->
            Optional.ofNullable(environment.get("BIENMAU_PROFILE"))
                .filter(text -> !text.isBlank()));
  }
}
