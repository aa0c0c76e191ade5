package org.bienmau.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SettingsLoaderTest {
  @TempDir private Path home;

  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void project() {
    environment.put("BIENMAU_HOME", home.toString());
  }

  @Test
  void defaults_are_these() {
    assertThat(load().settings())
        .isEqualTo(
            new Settings(
                home + "/lake",
                List.of(home + "/src/main/data/published_figures.csv"),
                home + "/conf/reference",
                home + "/conf/contracts",
                home + "/conf/layouts",
                Optional.empty(),
                List.of(),
                home + "/lake/report",
                Language.VI,
                Optional.empty(),
                Optional.empty(),
                PersonalColumns.KEYED,
                Optional.empty(),
                ProgressStyle.AUTO,
                Map.of()));
  }

  @Test
  void without_a_project_the_jar_brings_registers_contracts_and_figures() {
    environment.remove("BIENMAU_HOME");

    Settings settings = load().settings();

    assertThat(settings.lakeRoot()).isEqualTo(home.resolve("lake").toString());
    assertThat(settings.inputs()).containsExactly("classpath:data/published_figures.csv");
    assertThat(settings.referenceDir()).isEqualTo("classpath:conf/reference");
    assertThat(settings.contractsDir()).isEqualTo("classpath:conf/contracts");
  }

  @Test
  void each_place_wins_over_the_one_before() throws IOException {
    assertThat(origin("lake.root")).isEqualTo("default");
    write("conf/bienmau.conf", "# ours\nlake.root = ${home}/a");
    assertThat(origin("lake.root")).isEqualTo("conf/bienmau.conf: 2");
    write("conf/profiles/big.conf", "lake { root = /b }");
    environment.put("BIENMAU_PROFILE", "big");
    assertThat(origin("lake.root")).isEqualTo("conf/profiles/big.conf: 1");
    Path file = write("mine.conf", "lake.root = /c");
    assertThat(load(Optional.of(file)).settings().lakeRoot()).isEqualTo("/c");
    environment.put("BIENMAU_LAKE_ROOT", "/d");
    assertThat(load(Optional.of(file)).settings().lakeRoot()).isEqualTo("/d");
    assertThat(origin("lake.root")).isEqualTo("environment BIENMAU_LAKE_ROOT");
    Settings last = load(Optional.of(file), "lake.root=s3a://bucket/e").settings();
    assertThat(last.lakeRoot()).isEqualTo("s3a://bucket/e");
    assertThat(last.reportDir()).isEqualTo("s3a://bucket/e/report");
    assertThat(origin("lake.root", "lake.root=/e")).isEqualTo("--set");
  }

  @Test
  void every_kind_of_value_is_read() throws IOException {
    write("conf/bienmau.conf", "inputs = [a.csv, ${home}\"/b/*.csv\"]\nlanguage = en");
    environment.put("BIENMAU_INGEST_RECEIVED_AT", "2024-04-15T03:00:00Z");

    Settings settings = load(Optional.empty(), "progress=plain", "spark.sql.x=1").settings();

    assertThat(settings.inputs()).containsExactly(home + "/a.csv", home + "/b/*.csv");
    assertThat(settings.language()).isEqualTo(Language.EN);
    assertThat(settings.receivedAt()).contains(Instant.parse("2024-04-15T03:00:00Z"));
    assertThat(load(Optional.empty(), "as-of=2024-03-31").settings().asOf())
        .contains(LocalDate.of(2024, 3, 31));
    assertThat(settings.progress()).isEqualTo(ProgressStyle.PLAIN);
    assertThat(settings.spark()).isEqualTo(Map.of("spark.sql.x", "1"));
    assertThat(load(Optional.empty(), "inputs=x.csv, y.csv").settings().inputs())
        .containsExactly(home + "/x.csv", home + "/y.csv");
    assertThat(load(Optional.empty(), "tables=gold.gate_day, gold.trade_month").settings().tables())
        .containsExactly("gold.gate_day", "gold.trade_month");
  }

  @Test
  void all_problems_are_reported_at_once() throws IOException {
    write("conf/bienmau.conf", "\nlake.rot = /a\nlanguage = fr\n");
    environment.put("BIENMAU_LAKE_ROOTS", "/b");
    environment.put("BIENMAU_PROFILE", "big");

    assertThatThrownBy(() -> load(Optional.of(Path.of("no.conf")), "progress", "zzzzzzzzzzzzz=1"))
        .isInstanceOf(InvalidSettingsException.class)
        .hasMessage(
            """
            Cannot use the settings:
              - there is no profile 'big'; known are [].
              - --conf-file names no.conf, and there is no such file.
              - the environment variable BIENMAU_LAKE_ROOTS sets nothing; did you mean BIENMAU_LAKE_ROOT?
              - --set progress is not an assignment; write --set key=value.
              - lake.rot (conf/bienmau.conf: 2) is not a setting; did you mean lake.root?
              - zzzzzzzzzzzzz (--set) is not a setting; known are [as-of, contracts.dir, ingest.received-at,\
             inputs, lake.root, language, layouts.dir, layouts.file, personal.columns, personal.key-file, progress, reference.dir, report.dir, tables].
              - language is 'fr' (conf/bienmau.conf: 3); it must be en or vi.
            See jobs/bienmau config show --help for what may be set.""");
  }

  @Test
  void values_of_the_wrong_shape_are_refused_with_the_right_one() throws IOException {
    write(
        "conf/bienmau.conf",
        """
        ingest.received-at = yesterday
        progress = [a]
        inputs = []
        lake.root = null
        """);

    assertThatThrownBy(this::load)
        .hasMessage(
            """
            Cannot use the settings:
              - lake.root is 'null' (conf/bienmau.conf: 4); it must be a folder or a URI.
              - inputs is '' (conf/bienmau.conf: 3); it must be a list of files, folders or globs.
              - ingest.received-at is 'yesterday' (conf/bienmau.conf: 1); it must be now or an instant\
             such as 2024-04-15T03:00:00Z.
              - progress is 'a' (conf/bienmau.conf: 2); it must be auto, plain, fancy or none.
            See jobs/bienmau config show --help for what may be set.""");
  }

  @Test
  void a_file_that_is_not_hocon_is_named_with_its_line() throws IOException {
    write("conf/bienmau.conf", "lake {\n  root = }");

    assertThatThrownBy(this::load)
        .isInstanceOf(InvalidSettingsException.class)
        .hasMessageContaining("- conf/bienmau.conf: 2: ");
  }

  @Test
  void an_option_that_stands_for_a_setting_is_its_origin() {
    LoadedSettings loaded =
        SettingsLoader.load(
            new Sources(
                home,
                environment,
                Optional.empty(),
                Optional.empty(),
                List.of("lake.root=/a"),
                Map.of("lake.root", new Sources.Shorthand("--lake", List.of("b")))));

    assertThat(loaded.settings().lakeRoot()).isEqualTo(home + "/b");
    assertThat(loaded.origins().get(0).origin()).isEqualTo("--lake");
  }

  @Test
  void secrets_are_masked() {
    String key = "spark.hadoop.fs.s3a.secret.key";
    LoadedSettings loaded = load(Optional.empty(), key + "=abc");

    assertThat(loaded.settings().spark()).containsEntry(key, "abc");
    assertThat(loaded.origins())
        .contains(new Setting(key, "********", "--set", "Handed to Spark."));
  }

  @Test
  void every_default_is_a_known_key_and_the_shipped_files_can_be_used() {
    environment.put("BIENMAU_HOME", System.getProperty("bienmau.basedir"));
    environment.put("BIENMAU_PROFILE", "cluster");

    assertThat(load().origins())
        .extracting(Setting::key)
        .containsAll(Key.ALL.stream().map(Key::name).toList());
  }

  private String origin(String key, String... assignments) {
    return load(Optional.empty(), assignments).origins().stream()
        .filter(setting -> setting.key().equals(key))
        .findFirst()
        .orElseThrow()
        .origin();
  }

  private LoadedSettings load() {
    return load(Optional.empty());
  }

  private LoadedSettings load(Optional<Path> confFile, String... assignments) {
    return SettingsLoader.load(
        new Sources(home, environment, Optional.empty(), confFile, List.of(assignments), Map.of()));
  }

  private Path write(String name, String text) throws IOException {
    Path file = home.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
