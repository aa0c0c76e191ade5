package org.bienmau.job;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.jar.Attributes;
import java.util.jar.Manifest;

/**
 * What the job jar says of itself.
 *
 * @param version of Bienmau
 * @param lane for example {@code spark-4.2}
 * @param spark version that it was built for
 * @param delta version that it was built for
 */
record JarManifest(String version, String lane, String spark, String delta) {
  private static final String UNKNOWN = "unknown";

  /** Reads the manifest; outside a jar, as in an editor, everything is unknown. */
  static JarManifest read() {
    try {
      for (URL url :
          Collections.list(
              JarManifest.class.getClassLoader().getResources("META-INF/MANIFEST.MF"))) {
        try (InputStream in = url.openStream()) {
          Attributes attributes = new Manifest(in).getMainAttributes();
          if (attributes.getValue("Bienmau-Lane") != null) {
            return new JarManifest(
                attributes.getValue("Implementation-Version"),
                attributes.getValue("Bienmau-Lane"),
                attributes.getValue("Bienmau-Spark"),
                attributes.getValue("Bienmau-Delta"));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the manifest of the job jar.", e);
    }
    return new JarManifest(UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN);
  }

  /** Whether there is a jar that could be asked. */
  boolean isKnown() {
    return !lane.equals(UNKNOWN);
  }
}
