package org.bienmau.config;

import java.util.Locale;

/**
 * One setting as {@code config show} prints it.
 *
 * @param key for example {@code lake.root}
 * @param value as text, masked where it is a secret
 * @param origin where it was set: file and line, environment variable, {@code --set} or the default
 * @param meaning what it decides
 */
public record Setting(String key, String value, String origin, String meaning) {

  static Setting of(String key, String value, String origin, String meaning) {
    return new Setting(key, isSecret(key) ? "********" : value, origin, meaning);
  }

  /** Spark's own rule for what it hides, and the words that object stores use. */
  private static boolean isSecret(String key) {
    String name = key.toLowerCase(Locale.ROOT);
    return name.matches(".*(secret|password|token|access[._-]?key|account[._-]?key|credential).*");
  }
}
