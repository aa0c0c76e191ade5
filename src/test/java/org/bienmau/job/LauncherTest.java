package org.bienmau.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs jobs/bienmau with a Java and a Spark that only print what they were called with. */
@EnabledOnOs({OS.LINUX, OS.MAC})
final class LauncherTest {
  private static final Path BASE = Path.of(System.getProperty("bienmau.basedir"));

  @TempDir private Path folder;

  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void world() throws IOException {
    script(
        "java home/bin/java", "[ \"$1\" = -version ] && echo 'openjdk version \"17.0.1\"' && exit");
    script("spark home/bin/spark-submit", "");
    Files.createDirectories(folder.resolve("spark home/jars"));
    Files.createFile(folder.resolve("spark home/jars/spark-core_2.13-4.2.0.jar"));
    Files.createFile(folder.resolve("spark home/jars/delta-spark_4.2_2.13-4.4.0.jar"));
    Files.createFile(folder.resolve("job.jar"));
    environment.put("JAVA_HOME", folder.resolve("java home").toString());
    environment.put("BIENMAU_JAR", folder.resolve("job.jar").toString());
  }

  @Test
  void a_command_without_spark_goes_straight_to_main() throws Exception {
    assertThat(call("resolve", "Hữu Nghị", "a b"))
        .endsWith("<org.bienmau.job.Main> <resolve> <Hữu Nghị> <a b>\n[exit 9]");
  }

  @Test
  void a_cluster_gets_the_callers_options_before_the_jar_and_the_words_after_it() throws Exception {
    environment.put("SPARK_HOME", folder.resolve("spark home").toString());

    assertThat(call("--master", "yarn", "--conf=a=b c", "run", "--set", "x=y z"))
        .isEqualTo(
            "<--name> <bienmau run> <--master> <yarn> <--conf=a=b c> <--class> <org.bienmau.job.Main>"
                + " <%s/job.jar> <run> <--set> <x=y z>\n[exit 9]".formatted(folder));
  }

  @Test
  void a_cluster_without_delta_gets_the_jars_that_were_named_for_it() throws Exception {
    environment.put("SPARK_HOME", folder.resolve("spark home").toString());
    environment.put("BIENMAU_DELTA_JARS", "/d/a.jar,/d/b.jar");
    Files.delete(folder.resolve("spark home/jars/delta-spark_4.2_2.13-4.4.0.jar"));

    assertThat(call("run")).contains("<--jars> </d/a.jar,/d/b.jar> <--class>");
    assertThat(call("--jars", "/e.jar", "run")).doesNotContain("/d/a.jar");
  }

  @Test
  void a_master_without_a_distribution_is_refused() throws Exception {
    assertThat(call("--master", "yarn", "run"))
        .isEqualTo(
            "Cannot submit to yarn: SPARK_HOME is not set. Point it to the Spark distribution of"
                + " that cluster.\n[exit 3]");
  }

  @Test
  void a_spark_without_a_lane_is_refused() throws Exception {
    environment.put("SPARK_HOME", folder.resolve("spark home").toString());
    Files.move(
        folder.resolve("spark home/jars/spark-core_2.13-4.2.0.jar"),
        folder.resolve("spark home/jars/spark-core_2.12-3.2.1.jar"));

    assertThat(call("run"))
        .isEqualTo(
            "Cannot choose a job jar: there is none for 'spark-3.2'. Use Spark 3.4, 3.5 or 4.2"
                + " (BIENMAU_LANE or SPARK_HOME).\n[exit 3]");
  }

  @Test
  void an_old_or_missing_java_is_named_with_what_to_do() throws Exception {
    script("java home/bin/java", "echo 'java version \"1.8.0_292\"'; exit");
    assertThat(call("version"))
        .isEqualTo(
            "Cannot use %s/java home/bin/java: it is Java 8, and 17 is the oldest that will do. "
                    .formatted(folder)
                + "Install a JDK 17 to 25 and point JAVA_HOME to it.\n[exit 3]");
    environment.put("JAVA_HOME", "/nowhere");
    assertThat(call("version"))
        .isEqualTo(
            "Cannot start Java: JAVA_HOME is '/nowhere', which holds no bin/java. Point JAVA_HOME to"
                + " a JDK 17 to 25.\n[exit 3]");
  }

  @Test
  void it_finds_its_project_through_a_link() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("a link"), BASE.resolve("jobs/bienmau"));

    assertThat(run(List.of(link.toString(), "version"))).endsWith("<version>\n[exit 9]");
    Files.delete(link);
  }

  /** A program that prints its arguments and ends with 9, unless {@code first} ends it before. */
  private void script(String name, String first) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        "#!/bin/sh\n"
            + first
            + "\nline=\nfor a in \"$@\"; do line=\"$line <$a>\"; done\necho \"${line# }\"\nexit 9\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private String call(String... words) throws Exception {
    return run(
        Stream.concat(
                Stream.of("sh", BASE.resolve("jobs/bienmau").toString()), Arrays.stream(words))
            .toList());
  }

  private String run(List<String> command) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("BIENMAU_"));
    builder.environment().remove("SPARK_HOME");
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().putAll(environment);
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return out + "[exit " + process.exitValue() + "]";
  }
}
