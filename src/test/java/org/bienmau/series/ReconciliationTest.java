package org.bienmau.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReconciliationTest {

  @Test
  void the_worked_example_of_the_page_is_right() throws Exception {
    Reconciliation.Parts parts =
        Reconciliation.of(List.of(part(100, 10, 0), part(50, 5, 1), node(160, 20, 0, 1)), 2);

    String page = MethodPage.of("forecast");
    double[] values = parts.values();
    assertThat(page)
        .contains(
            row("export | 100 | 90 to 110 | 100", values[0]),
            row("import | 50 | 45 to 55 | 25", values[1]),
            row("total | 160 | 140 to 180 | 400", values[0] + values[1]));
    assertThat(parts.method()).isEqualTo(Reconciliation.Method.WLS);
    // By hand: each takes its share of the ten by its variance.
    assertThat(values)
        .containsExactly(new double[] {100 + 1000 / 525.0, 50 + 250 / 525.0}, within(1e-9));
  }

  @Test
  void forecasts_that_add_up_stay() {
    Reconciliation.Parts parts =
        Reconciliation.of(
            List.of(
                part(7, 1, 0),
                part(5, 3, 1),
                part(2, 9, 2),
                node(12, 2, 0, 1),
                node(14, 1, 0, 1, 2)),
            3);

    assertThat(parts.values()).containsExactly(new double[] {7, 5, 2}, within(1e-9));
  }

  /** The smallest weighted distance: no other parts lie nearer to all forecasts together. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void no_other_parts_lie_nearer(int seed) {
    Random random = new Random(seed);
    int size = 6;
    List<Reconciliation.Node> nodes = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      nodes.add(part(80 + 40 * random.nextDouble(), 5 + 5 * random.nextDouble(), i));
    }
    nodes.add(node(330, 20 * random.nextDouble() + 1, 0, 1, 2));
    nodes.add(node(270, 20 * random.nextDouble() + 1, 3, 4, 5));
    nodes.add(node(640, 20 * random.nextDouble() + 1, 0, 1, 2, 3, 4, 5));
    double[] best = Reconciliation.of(nodes, size).values();

    for (int trial = 0; trial < 200; trial++) {
      double[] other = Arrays.stream(best).map(x -> x + 0.1 * random.nextGaussian()).toArray();
      assertThat(distance(nodes, other)).isGreaterThan(distance(nodes, best));
    }
  }

  @Test
  void where_a_part_would_vanish_the_parts_stand() {
    Reconciliation.Parts parts =
        Reconciliation.of(List.of(part(100, 1, 0), part(5, 40, 1), node(60, 1, 0, 1)), 2);

    assertThat(parts.method()).isEqualTo(Reconciliation.Method.BOTTOM_UP);
    assertThat(parts.values()).containsExactly(100, 5);
  }

  @Test
  void every_part_needs_a_forecast_of_its_own() {
    List<Reconciliation.Node> nodes = List.of(part(100, 10, 0), node(160, 20, 0, 1));

    assertThatThrownBy(() -> Reconciliation.of(nodes, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Cannot reconcile forecasts: part 1 has none of its own. Give every part one.");
  }

  private static double distance(List<Reconciliation.Node> nodes, double[] parts) {
    return nodes.stream()
        .mapToDouble(
            node -> {
              double sum = IntStream.of(node.parts()).mapToDouble(i -> parts[i]).sum();
              return Math.pow((sum - node.value()) / node.deviation(), 2);
            })
        .sum();
  }

  private static Reconciliation.Node part(double value, double deviation, int number) {
    return node(value, deviation, number);
  }

  private static Reconciliation.Node node(double value, double deviation, int... parts) {
    return new Reconciliation.Node(value, deviation, parts);
  }

  private static String row(String given, double value) {
    return String.format(Locale.ROOT, "| %s | %.4f |", given, value);
  }
}
