package org.bienmau.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DayApartTest {
  private static final String HEADER = "source_id,visit_id,declared_at\n";
  private static final String EARLIER = "a,1,2024-02-28T23:59:59+07:00\n";
  private static final String LAST = "a,2,2024-02-29T00:00:00+07:00\n";
  private static final String SPOILT = "a,3\n";

  @TempDir private Path folder;

  @Test
  void rows_of_the_last_day_go_apart_and_everything_else_stays() throws IOException {
    Path whole = Files.createDirectory(folder.resolve("whole"));
    Files.writeString(whole.resolve("x_vehicle_crossings_2024-01.csv"), HEADER + LAST);
    Files.writeString(
        whole.resolve("x_vehicle_crossings_2024-02.csv"), HEADER + EARLIER + LAST + SPOILT);
    Files.writeString(whole.resolve("x_fx_rates.csv"), "currency\nCNY\n");

    new DayApart(whole, "2024-02-29").part(folder.resolve("before"), folder.resolve("day"));

    assertThat(folder.resolve("before/x_vehicle_crossings_2024-01.csv")).hasContent(HEADER + LAST);
    assertThat(folder.resolve("before/x_vehicle_crossings_2024-02.csv"))
        .hasContent(HEADER + EARLIER + SPOILT);
    assertThat(folder.resolve("before/x_fx_rates.csv")).exists();
    assertThat(folder.resolve("day/x_vehicle_crossings_2024-02-29.csv")).hasContent(HEADER + LAST);
    assertThat(folder.resolve("day")).isDirectoryNotContaining("glob:**fx_rates.csv");
  }
}
