package org.bienmau.serve;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/**
 * A view that answers one question of somebody with a BI tool; the statement that makes it is a
 * file in {@code sql/views}.
 *
 * @param name name of the view and of its file
 * @param reads ids of the tables that it reads
 */
public record QuestionView(String name, Set<String> reads) {

  /** All of them. */
  public static final List<QuestionView> ALL =
      List.of(
          new QuestionView("v_region_year", Set.of("gold.regional_comparison", "gold.dim_section")),
          new QuestionView("v_province_trend", Set.of("gold.trend", "gold.dim_section")),
          new QuestionView(
              "v_growth_drivers",
              Set.of(
                  "gold.growth_contribution",
                  "gold.dim_section",
                  "gold.dim_gate",
                  "gold.dim_goods")),
          new QuestionView("v_concentration", Set.of("gold.concentration")),
          new QuestionView("v_gate_trucks", Set.of("gold.observation", "gold.dim_gate")),
          new QuestionView("v_plan", Set.of("gold.plan_pace")),
          new QuestionView("v_disagreements", Set.of("gold.published_reconciliation")),
          new QuestionView("v_completeness", Set.of("gold.completeness", "gold.dim_section")));

  public QuestionView {
    reads = Set.copyOf(reads);
  }

  /** The statement that creates or replaces the view. */
  String statement() {
    String file = "/sql/views/" + name + ".sql";
    try (InputStream in = QuestionView.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("The job jar does not hold " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file + " from the job jar", e);
    }
  }
}
