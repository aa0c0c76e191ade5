package org.bienmau.score;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** What a simulated history planted in each gate and direction, month by month. */
public final class SimulatedTruth {
  private static final String TABLE = "expected_month.csv";

  private final Map<String, TreeMap<YearMonth, Month>> flows = new TreeMap<>();

  private SimulatedTruth() {}

  /**
   * Logarithms of the factors of a month; 0 for none.
   *
   * @param tet of Tết and the Spring Festival
   * @param closure of closures, and of what other gates sent because of theirs
   * @param shift of all level shifts so far
   * @param anomaly of the month alone
   */
  private record Month(double tet, double closure, double shift, double anomaly) {}

  /**
   * Reads the truth that stands beside the files of a simulation.
   *
   * @throws IOException if the folder holds no such table
   */
  public static SimulatedTruth in(Path folder) throws IOException {
    SimulatedTruth truth = new SimulatedTruth();
    List<String> lines = Files.readAllLines(folder.resolve(TABLE));
    List<String> columns = Arrays.asList(lines.get(0).split(","));
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      ToDoubleFunction<String> log =
          name -> {
            String cell = cells[columns.indexOf(name)];
            return cell.isEmpty() ? Double.NEGATIVE_INFINITY : Double.parseDouble(cell);
          };
      truth
          .flows
          .computeIfAbsent(
              key(cells[columns.indexOf("gate_id")], cells[columns.indexOf("direction")]),
              any -> new TreeMap<>())
          .put(
              YearMonth.parse(cells[columns.indexOf("month")]),
              new Month(
                  log.applyAsDouble("log_tet"),
                  log.applyAsDouble("log_closure"),
                  log.applyAsDouble("log_level_shift"),
                  log.applyAsDouble("log_anomaly")));
    }
    return truth;
  }

  /** Whether a gate and direction was simulated. */
  boolean knows(String gate, String direction) {
    return flows.containsKey(key(gate, direction));
  }

  double logTet(String gate, String direction, YearMonth month) {
    return month(gate, direction, month).tet();
  }

  double logClosure(String gate, String direction, YearMonth month) {
    return month(gate, direction, month).closure();
  }

  /** Months out of line. */
  List<YearMonth> anomalies(String gate, String direction, YearMonth first, YearMonth last) {
    List<YearMonth> months = new ArrayList<>();
    flows
        .get(key(gate, direction))
        .subMap(first, true, last, true)
        .forEach(
            (month, planted) -> {
              if (planted.anomaly() != 0) {
                months.add(month);
              }
            });
    return months;
  }

  /** First months of another level. */
  List<YearMonth> shifts(String gate, String direction, YearMonth first, YearMonth last) {
    List<YearMonth> months = new ArrayList<>();
    for (YearMonth month = first.plusMonths(1); !month.isAfter(last); month = month.plusMonths(1)) {
      double before = month(gate, direction, month.minusMonths(1)).shift();
      if (month(gate, direction, month).shift() != before) {
        months.add(month);
      }
    }
    return months;
  }

  /** A month in which nothing was to pass has no row, and nothing but that was planted in it. */
  private Month month(String gate, String direction, YearMonth month) {
    TreeMap<YearMonth, Month> months = flows.get(key(gate, direction));
    Map.Entry<YearMonth, Month> nearest = months.floorEntry(month);
    Month there = months.get(month);
    return there != null
        ? there
        : new Month(
            0, Double.NEGATIVE_INFINITY, nearest == null ? 0 : nearest.getValue().shift(), 0);
  }

  private static String key(String gate, String direction) {
    return gate + " " + direction;
  }
}
