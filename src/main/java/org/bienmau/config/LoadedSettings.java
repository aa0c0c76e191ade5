package org.bienmau.config;

import java.util.List;

/**
 * The settings of a run, and where each came from.
 *
 * @param origins one per setting, in the order of the documentation
 */
public record LoadedSettings(Settings settings, List<Setting> origins) {

  public LoadedSettings {
    origins = List.copyOf(origins);
  }
}
