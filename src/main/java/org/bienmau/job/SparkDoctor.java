package org.bienmau.job;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** What {@code doctor} says of Spark and Delta, without starting them. */
final class SparkDoctor {
  private SparkDoctor() {}

  static List<Finding> look(Surroundings around, JarManifest jar) {
    return List.of(spark(jar), delta(jar), sparkHome(around));
  }

  private static Finding spark(JarManifest jar) {
    Optional<String> found = sparkVersion();
    if (found.isEmpty()) {
      return Finding.fail(
          "spark", "not on the class path", "Run jobs/bienmau, which fetches it with the build.");
    }
    boolean fits = !jar.isKnown() || ("spark-" + minor(found.get())).equals(jar.lane());
    return fits
        ? Finding.ok("spark", "%s, jar for %s".formatted(found.get(), jar.lane()))
        : Finding.fail(
            "spark",
            "%s, but the jar is for %s".formatted(found.get(), jar.lane()),
            "Use the jar of that Spark: set BIENMAU_LANE=spark-%s.".formatted(minor(found.get())));
  }

  private static Finding delta(JarManifest jar) {
    Optional<String> found = deltaVersion();
    if (found.isEmpty()) {
      return Finding.fail(
          "delta",
          "not on the class path",
          "Use jobs/bienmau, or give spark-submit Delta %s.".formatted(jar.delta()));
    }
    boolean fits = !jar.isKnown() || minor(found.get()).equals(minor(jar.delta()));
    return fits
        ? Finding.ok("delta", found.get())
        : Finding.warn(
            "delta",
            "%s, the jar was tested with %s".formatted(found.get(), jar.delta()),
            "Use Delta %s, which goes with this Spark.".formatted(jar.delta()));
  }

  private static Finding sparkHome(Surroundings around) {
    String home = around.environment().getOrDefault("SPARK_HOME", "");
    if (home.isEmpty()) {
      return Finding.ok("SPARK_HOME", "not set; the embedded Spark is used");
    }
    return Files.isExecutable(Path.of(home, "bin", "spark-submit"))
        ? Finding.ok("SPARK_HOME", home)
        : Finding.fail(
            "SPARK_HOME",
            home + " holds no bin/spark-submit",
            "Point it to a Spark distribution, or unset it to use the embedded Spark.");
  }

  /** Spark's jars carry a file with their version, which needs no class to be loaded. */
  private static Optional<String> sparkVersion() {
    try (InputStream in =
        SparkDoctor.class.getClassLoader().getResourceAsStream("spark-version-info.properties")) {
      if (in == null) {
        return Optional.empty();
      }
      Properties info = new Properties();
      info.load(in);
      return Optional.ofNullable(info.getProperty("version"));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the version of Spark.", e);
    }
  }

  private static Optional<String> deltaVersion() {
    try {
      Class<?> delta =
          Class.forName("io.delta.tables.DeltaTable", false, SparkDoctor.class.getClassLoader());
      return Optional.ofNullable(delta.getPackage().getImplementationVersion());
    } catch (ClassNotFoundException e) {
      return Optional.empty();
    }
  }

  private static String minor(String version) {
    String[] parts = version.split("\\.");
    return parts.length < 2 ? version : parts[0] + "." + parts[1];
  }
}
