package org.bienmau.job;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.bienmau.config.PersonalColumns;
import org.bienmau.config.Settings;
import org.bienmau.source.record.PersonalKey;

/**
 * Finds the key for personal cells: in the environment, else in a file. It is no setting, so that
 * it stands neither in arguments nor in what {@code config show} prints.
 */
final class PersonalKeys {
  /** The variable that holds the key. */
  static final String VARIABLE = "BIENMAU_PERSONAL_KEY";

  private PersonalKeys() {}

  /** What the settings and the environment say is to become of personal cells. */
  static PersonalKey of(Settings settings, Map<String, String> environment) {
    if (settings.personal() == PersonalColumns.DROP) {
      return PersonalKey.dropping();
    }
    String key = environment.getOrDefault(VARIABLE, "").strip();
    if (key.isEmpty() && settings.personalKeyFile().isPresent()) {
      key = read(settings.personalKeyFile().get());
    }
    return key.isEmpty()
        ? PersonalKey.none()
        : PersonalKey.of(key.getBytes(StandardCharsets.UTF_8));
  }

  private static String read(String file) {
    try {
      return Files.readString(Path.of(file)).strip();
    } catch (IOException unreadable) {
      throw new RefusedException(
          ExitCode.CONFIGURATION,
          "Cannot read the key for personal cells from %s: there is no such text file. Correct the setting personal.key-file."
              .formatted(file),
          unreadable);
    }
  }
}
