package org.bienmau.testing;

import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.bienmau.job.LakeSession;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands one local Spark session to every test that asks for it, as a parameter of its constructor
 * or method; the session lives as long as the test run.
 *
 * <p>Code generation and adaptive execution are off because compiling each query, and writing its
 * plan out anew at each stage, costs more than these few rows gain. The end-to-end test runs in a
 * process of its own, with both on, as in production.
 */
public final class SparkExtension implements ParameterResolver {
  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(SparkExtension.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == SparkSession.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .computeIfAbsent("session", key -> new Shared(start()), Shared.class)
        .session();
  }

  private static SparkSession start() {
    // Surefire points this at the build folder of the lane.
    Path folder = Path.of(System.getProperty("java.io.tmpdir"), "spark-tests").toAbsolutePath();
    System.setProperty("derby.system.home", folder.resolve("derby").toString());
    SparkSession.Builder builder =
        SparkSession.builder()
            .master("local[2]")
            .appName("tests")
            .config("spark.sql.warehouse.dir", folder.resolve("warehouse").toUri().toString())
            .config("spark.local.dir", folder.resolve("scratch").toString())
            .config("spark.ui.enabled", "false")
            .config("spark.ui.showConsoleProgress", "false")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.hadoop.fs.file.impl", "org.bienmau.job.LocalFiles")
            .config("spark.default.parallelism", "2")
            .config("spark.sql.shuffle.partitions", "2")
            .config("spark.sql.sources.parallelPartitionDiscovery.parallelism", "2")
            .config("spark.databricks.delta.snapshotPartitions", "2")
            .config("spark.sql.adaptive.enabled", "false")
            .config("spark.sql.codegen.wholeStage", "false")
            .config("spark.sql.codegen.factoryMode", "NO_CODEGEN");
    LakeSession.required().forEach(builder::config);
    return builder.getOrCreate();
  }

  private record Shared(SparkSession session) implements AutoCloseable {
    @Override
    public void close() {
      session.stop();
    }
  }
}
