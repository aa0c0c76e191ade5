package org.bienmau.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Layouts tried by somebody who has neither a lake nor Spark. */
final class LayoutCommandTest {
  private static final Path HOME = Path.of(System.getProperty("bienmau.basedir"));
  private static final String SAMPLES = HOME.resolve("src/main/data/samples") + "/";
  private static final String COUNTS =
      """
      layout: counts
      version: 1.0.0
      description: Trucks by day.
      descriptionVi: Lượng xe theo ngày.
      contract: vehicle_counts
      format: csv
      files: {names: "*.csv"}
      columns:
        source_id: simulated
        gate_id: {column: Gate}
        day: {column: Day, format: d/M/yyyy}
        direction: export
        cargo_kind: all
        cleared: {column: Cleared}
        published_at: {text: "2024-08-22T20:00:00+07:00"}
      ignore: Remark
      """;

  @TempDir private Path directory;

  @Test
  void the_layouts_are_listed_with_the_files_they_are_for() {
    assertThat(run("list", "--output", "csv").out())
        .contains("\ndaily_bulletin,1.0.0,vehicle_counts,xlsx,");
  }

  @Test
  void a_trial_shows_the_rows_and_says_why_some_would_be_refused() throws IOException {
    Path layout = Files.writeString(directory.resolve("counts.yaml"), COUNTS);
    Files.writeString(
        directory.resolve("counts.csv"),
        "Gate,Day,Cleared,Remark\nChi Ma,22/8/2024,12,x\nCổng Trời,22/8/2024,7,\nChi Ma,31/6/2024,7,\n");

    CommandRun run = run("try", "counts.csv", "--layout", layout.toString(), "--output", "csv");

    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.out())
        .isEqualTo(
            """
            line,origin,source_id,gate_id,day,direction,cargo_kind,cleared,published_at,refused
            2,line 2,simulated,Chi Ma,2024-08-22,export,all,12,2024-08-22T20:00:00+07:00,
            3,line 3,simulated,Cổng Trời,2024-08-22,export,all,7,2024-08-22T20:00:00+07:00,GATE_UNKNOWN: Cannot resolve 'Cổng Trời': no place of this name is registered. Add it to conf/reference if it is a place on this border.
            4,line 4,simulated,Chi Ma,31/6/2024,export,all,7,2024-08-22T20:00:00+07:00,"NOT_A_DATE: Line 4, column 2 holds ""31/6/2024"", which is no date written d/M/yyyy."
            """);
    assertThat(run.err())
        .matches(
            """
            counts 1\\.0\\.0 \\([0-9a-f]{16}\\) for vehicle_counts: 3 rows became 3; 0 rows left out, 0 empty places\\.
            1 would be accepted, 2 refused\\.
              A "Gate": gate_id
              B "Day": day
              C "Cleared": cleared
              D "Remark": not used
            """);
  }

  @Test
  void a_file_that_no_layout_is_for_is_looked_at_first() throws IOException {
    Files.writeString(directory.resolve("other.csv"), "Ngày;Số xe\n22/8/2024;1.234\n");

    assertThat(run("try", "other.csv").err())
        .startsWith("Cannot ingest other.csv: no layout is for it: ");
    assertThat(run("look", "other.csv", "--output", "csv").out())
        .isEqualTo(
            "sheet,row,A,B\n\"\",1,Ngày,Số xe\n\"\",2,\"\"\"22/8/2024\"\"\",\"\"\"1.234\"\"\"\n");
  }

  @Test
  void the_samples_pass_but_for_what_they_show_to_be_refused() {
    assertThat(run("try", SAMPLES + "sample-xnk-theo-thang-2024.xlsx").exitCode()).isZero();
    assertThat(run("try", SAMPLES + "sample-ban-tin-ngay-2024-08-22.xlsx").exitCode()).isZero();
    CommandRun run = run("try", SAMPLES + "sample-luong-va-tri-gia.csv", "--refused");
    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.out()).contains("SCOPE_UNKNOWN").doesNotContain("Hữu Nghị");
  }

  private CommandRun run(String... words) {
    List<String> all = new ArrayList<>(List.of("layout"));
    all.addAll(List.of(words));
    return CommandRun.of(
        directory, Map.of("BIENMAU_HOME", HOME.toString()), all.toArray(String[]::new));
  }
}
