package org.bienmau.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.SparkConf;
import org.bienmau.config.Settings;

/** Which metastore a command writes to: the one that Spark is configured for, else a local one. */
final class MetastoreChoice {
  private static final String URL = "javax.jdo.option.ConnectionURL";
  private static final List<String> NAMES = List.of("hive.metastore.uris", URL);

  private MetastoreChoice() {}

  /**
   * Spark's settings for the metastore.
   *
   * @param folder of a metastore in an embedded Derby; null: that configured for Spark, or else the
   *     folder {@code metastore} of the lake
   */
  static Map<String, String> conf(Settings settings, Path folder) {
    Map<String, String> conf = new HashMap<>(settings.spark());
    if (folder == null && isConfigured(conf)) {
      return conf;
    }
    Path home = folder == null ? inLake(settings.lakeRoot()) : folder.toAbsolutePath();
    try {
      Files.createDirectories(home);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot make the folder %s.".formatted(home), e);
    }
    // Derby writes its log where the process was started, unless it is told.
    System.setProperty("derby.stream.error.file", home.resolve("derby.log").toString());
    conf.put("spark.hadoop." + URL, url(home));
    return conf;
  }

  private static String url(Path home) {
    return "jdbc:derby:;databaseName=%s;create=true".formatted(home.resolve("derby"));
  }

  private static boolean isConfigured(Map<String, String> conf) {
    SparkConf submitted = new SparkConf();
    return MetastoreChoice.class.getResource("/hive-site.xml") != null
        || NAMES.stream()
            .flatMap(name -> List.of("spark.hadoop." + name, "spark." + name).stream())
            .anyMatch(name -> submitted.contains(name) || conf.containsKey(name));
  }

  private static Path inLake(String root) {
    String path = root.startsWith("file:") ? root.replaceFirst("^file:/*", "/") : root;
    if (path.contains(":/")) {
      throw new RefusedException(
          ExitCode.CONFIGURATION,
          "Cannot register %s: no metastore is named, and an embedded one cannot live there. Set spark.hadoop.hive.metastore.uris, or pass --derby FOLDER."
              .formatted(root));
    }
    return Path.of(path, "metastore");
  }
}
