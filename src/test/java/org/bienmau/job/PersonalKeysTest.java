package org.bienmau.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bienmau.config.InvalidSettingsException;
import org.bienmau.config.Settings;
import org.bienmau.config.SettingsLoader;
import org.bienmau.config.Sources;
import org.bienmau.source.record.MissingPersonalKeyException;
import org.bienmau.source.record.PersonalKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PersonalKeysTest {
  @TempDir private Path folder;

  private final Map<String, String> environment = new HashMap<>();

  @Test
  void nothing_said_is_no_key() {
    assertThat(key()).hasToString("no key");
  }

  @Test
  void the_environment_wins_over_the_file() throws IOException {
    Path file = Files.writeString(folder.resolve("key"), "too short\n");
    environment.put(PersonalKeys.VARIABLE, "0123456789abcdef");

    assertThat(key("personal.key-file=" + file)).hasToString("a key");
    environment.clear();
    assertThatExceptionOfType(MissingPersonalKeyException.class)
        .isThrownBy(() -> key("personal.key-file=" + file))
        .withMessage(
            "Cannot use the key for personal cells: it has 9 bytes, and 16 are the fewest that protect them. Make one with: openssl rand -hex 32.");
  }

  @Test
  void who_drops_personal_cells_needs_no_key() {
    assertThat(key("personal.columns=drop")).hasToString("dropping");
  }

  @Test
  void a_missing_key_or_file_ends_with_the_code_of_a_configuration_error() {
    assertThat(Failures.exitCode(thrownBy(() -> key("personal.key-file=nowhere"))))
        .isEqualTo(ExitCode.CONFIGURATION);
    assertThat(Failures.exitCode(thrownBy(() -> PersonalKey.of(new byte[3]))))
        .isEqualTo(ExitCode.CONFIGURATION);
  }

  @Test
  void the_key_is_no_setting_and_is_shown_nowhere() {
    environment.put(PersonalKeys.VARIABLE, "0123456789abcdef");

    assertThat(SettingsLoader.load(sources()).origins().toString()).doesNotContain("0123456789");
    assertThatExceptionOfType(InvalidSettingsException.class)
        .isThrownBy(() -> key("personal.key=0123456789abcdef"))
        .withMessageContaining("personal.key (--set) is not a setting")
        .withMessageNotContaining("0123456789");
  }

  private PersonalKey key(String... assignments) {
    Settings settings = SettingsLoader.load(sources(assignments)).settings();
    return PersonalKeys.of(settings, environment);
  }

  private Sources sources(String... assignments) {
    return new Sources(
        folder, environment, Optional.empty(), Optional.empty(), List.of(assignments), Map.of());
  }

  private static Throwable thrownBy(Runnable action) {
    try {
      action.run();
    } catch (RuntimeException expected) {
      return expected;
    }
    throw new AssertionError("nothing was thrown");
  }
}
