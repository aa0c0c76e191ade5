package org.bienmau.gold.series;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.bienmau.reference.Registers;
import org.bienmau.series.Reconciliation;

/** Reconciles the forecasts of all places and directions of a measure. */
final class ForecastReconciler implements MapPartitionsFunction<Row, Row> {
  private static final long serialVersionUID = 1;

  /** The columns of the rows it makes. */
  static final StructType ROW = Forecast.TABLE.schema();

  private static final int MEDIAN = Parts.FORECASTS.indexOf(Parts.MEDIAN);
  private static final int LOW_80 = Parts.FORECASTS.indexOf(Parts.LOW_80);
  private static final int HIGH_80 = Parts.FORECASTS.indexOf(Parts.HIGH_80);
  private static final int LOW_95 = Parts.FORECASTS.indexOf(Parts.LOW_95);
  private static final int HIGH_95 = Parts.FORECASTS.indexOf(Parts.HIGH_95);

  private final Registers registers;

  ForecastReconciler(Registers registers) {
    this.registers = registers;
  }

  @Override
  public Iterator<Row> call(Iterator<Row> groups) {
    List<Row> rows = new ArrayList<>();
    while (groups.hasNext()) {
      List<Row> group = groups.next().getList(0);
      List<ForecastSeries> series = group.stream().map(ForecastSeries::of).toList();
      for (ForecastTrees trees : ForecastTrees.of(series, registers)) {
        trees.trees().forEach(tree -> rows.addAll(reconciled(tree)));
        for (ForecastTrees.Alone one : trees.alone()) {
          one.series()
              .forecasts()
              .values()
              .forEach(base -> rows.add(row(one.series(), base, one.reason())));
        }
      }
    }
    return rows.iterator();
  }

  private static List<Row> reconciled(ForecastTrees.Tree tree) {
    List<Row> rows = new ArrayList<>();
    // All end in the same month, so all are forecast for the same ones.
    for (LocalDate month : tree.series().get(0).forecasts().keySet()) {
      List<Row> bases =
          tree.series().stream().map(series -> series.forecasts().get(month)).toList();
      List<Reconciliation.Node> nodes =
          IntStream.range(0, bases.size())
              .mapToObj(i -> node(bases.get(i), tree.parts().get(i)))
              .toList();
      Reconciliation.Parts parts = Reconciliation.of(nodes, tree.size());
      BigDecimal[] rounded =
          Arrays.stream(parts.values()).mapToObj(Rounding::quantity).toArray(BigDecimal[]::new);
      for (int i = 0; i < bases.size(); i++) {
        BigDecimal sum =
            Arrays.stream(tree.parts().get(i))
                .mapToObj(part -> rounded[part])
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        rows.add(row(tree, tree.series().get(i), bases.get(i), sum, parts.method()));
      }
    }
    return rows;
  }

  private static Reconciliation.Node node(Row base, int[] parts) {
    double reach = base.getDecimal(HIGH_80).subtract(base.getDecimal(LOW_80)).doubleValue() / 2;
    return new Reconciliation.Node(base.getDecimal(MEDIAN).doubleValue(), reach, parts);
  }

  private static Row row(
      ForecastTrees.Tree tree,
      ForecastSeries series,
      Row base,
      BigDecimal median,
      Reconciliation.Method method) {
    double moved = median.doubleValue() / base.getDecimal(MEDIAN).doubleValue();
    // Rounding must not put an end of a narrow interval beyond what it holds.
    BigDecimal low80 = moved(base, LOW_80, moved).min(median);
    BigDecimal high80 = moved(base, HIGH_80, moved).max(median);
    return row(
        series,
        base,
        new BigDecimal[] {
          median,
          low80,
          high80,
          moved(base, LOW_95, moved).min(low80),
          moved(base, HIGH_95, moved).max(high80)
        },
        method.name().toLowerCase(Locale.ROOT),
        tree.hierarchy(),
        null);
  }

  private static BigDecimal moved(Row base, int end, double by) {
    return Rounding.quantity(base.getDecimal(end).doubleValue() * by);
  }

  private static Row row(ForecastSeries series, Row base, String reason) {
    BigDecimal[] unmoved =
        IntStream.rangeClosed(MEDIAN, HIGH_95)
            .mapToObj(base::getDecimal)
            .toArray(BigDecimal[]::new);
    return row(series, base, unmoved, null, null, reason);
  }

  private static Row row(
      ForecastSeries series,
      Row base,
      BigDecimal[] numbers,
      String method,
      String hierarchy,
      String reason) {
    return RowFactory.create(
        Stream.of(
                Arrays.stream(series.key()),
                Stream.of((Object) base.getDate(0)),
                Arrays.stream((Object[]) numbers),
                Stream.of((Object) base.getDecimal(MEDIAN), method, hierarchy, reason))
            .flatMap(part -> part)
            .toArray());
  }
}
