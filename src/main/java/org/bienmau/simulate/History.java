package org.bienmau.simulate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.bienmau.reference.Registers;
import org.bienmau.simulate.Shapes.HsCode;

/**
 * Everything that is decided before a row is written: what is expected where and when, the levels,
 * and how many lines each month has.
 */
final class History {
  /** Moments are written in UTC as well, and corrections come after the last month. */
  private static final int DAYS_BEFORE = 3;

  private static final int DAYS_AROUND = 200;

  final SimulationRequest request;
  final SimulationModel model;
  final Registers registers;
  final Timeline timeline;
  final Border border;
  final Closures closures;
  final Shocks shocks;
  final SectionPath path;
  final Demand demand;
  final DayShape dayShape;
  final long[] linesOfMonth;
  final long[] linesBefore;
  final Trucks trucks;
  final Rates rates;
  final Stamps stamps;
  final TetEffects tetEffects;
  final double kindCountedFrom;

  private final double lineExponent;

  History(
      SimulationRequest request,
      SimulationModel model,
      Registers registers,
      ExecutorService workers) {
    this.request = request;
    this.model = model;
    this.registers = registers;
    timeline = new Timeline(request.firstYear(), request.lastYear());
    border = new Border(model, registers);
    closures = new Closures(model, registers, border);
    shocks = new Shocks(model, border, timeline, closures, request.seed());
    tetEffects = new TetEffects(this);
    path = new SectionPath(model, border, timeline);
    dayShape =
        new DayShape(model, border.families, request.firstYear() - 1, request.lastYear() + 1);
    demand = new Demand(model, border, dayShape, closures, shocks, path);
    kindCountedFrom = model.parameter("kind_counted_from");
    lineExponent = model.parameter("line_exponent");
    trucks = new Trucks(this);
    rates = new Rates(model, registers);
    stamps = new Stamps(timeline.firstDay() - DAYS_BEFORE, timeline.days() + DAYS_AROUND);
    double[][] sums = new double[border.sections.size()][timeline.size()];
    double[][] weights = new double[border.sections.size()][timeline.size()];
    survey(workers, sums, weights);
    path.fit(timeline, sums);
    linesOfMonth = Apportionment.of(request.lines(), monthWeights(weights));
    linesBefore = new long[linesOfMonth.length + 1];
    System.arraycopy(linesOfMonth, 0, linesBefore, 1, linesOfMonth.length);
    Arrays.parallelPrefix(linesBefore, Long::sum);
    trucks.run();
  }

  /**
   * How many lines a cell has for each USD of a month, up to a constant: fewer for goods that cross
   * in big lines, and fewer where much is traded.
   *
   * @param monthUsd what the cell trades in the month
   */
  double linesPerUsd(int cell, double monthUsd) {
    return StrictMath.pow(monthUsd, lineExponent - 1)
        / border.goods.get(border.cellGoods[cell]).lineValue();
  }

  /** The codes under which goods are declared in a month. */
  List<HsCode> codes(int goods, Timeline.Month month) {
    String id = border.goods.get(goods).id();
    List<HsCode> codes =
        model.hsCodes.stream()
            .filter(code -> code.goods().equals(id) && code.holdsOn(month.start()))
            .toList();
    if (codes.isEmpty() || codes.size() > Tally.CODES) {
      throw new InvalidModelException(
          List.of(
              "hs_codes.csv has %d codes for '%s' on %s; 1 to %d are needed."
                  .formatted(codes.size(), id, month.start(), Tally.CODES)));
    }
    return codes;
  }

  /** The day on which the files of a month are delivered. */
  LocalDate delivery(Timeline.Month month) {
    return month.name().plusMonths(1).atDay((int) model.parameter("delivered_on_day"));
  }

  /** The day on which the last files are delivered. */
  LocalDate lastDelivery() {
    return delivery(timeline.month(timeline.size() - 1));
  }

  /** The name of the file that a month of a dataset is delivered in. */
  static String fileName(String dataset, Timeline.Month month) {
    return Simulation.FILE_PREFIX + dataset + "_" + month.name() + ".csv";
  }

  private void survey(ExecutorService workers, double[][] sums, double[][] weights) {
    List<Future<?>> all = new ArrayList<>();
    for (Timeline.Month month : timeline.months()) {
      all.add(workers.submit(() -> survey(month, sums, weights)));
    }
    for (Future<?> one : all) {
      await(one);
    }
  }

  /** Months write to places of their own, so that they may run side by side. */
  private void survey(Timeline.Month month, double[][] sums, double[][] weights) {
    MonthFlow flow = demand.month(month);
    double[] cellSums = flow.cellSums();
    for (int c = 0; c < cellSums.length; c++) {
      int section = border.groupSection(border.cellGroup[c]);
      if (cellSums[c] > 0) {
        sums[section][month.index()] += cellSums[c];
        weights[section][month.index()] += cellSums[c] * linesPerUsd(c, cellSums[c]);
      }
    }
    trucks.survey(flow);
  }

  /** What was counted for a level of 1 grows with the level to the power of the exponent. */
  private double[] monthWeights(double[][] weights) {
    double[] months = new double[timeline.size()];
    for (int s = 0; s < weights.length; s++) {
      for (int m = 0; m < months.length; m++) {
        months[m] += weights[s][m] * StrictMath.pow(path.level(s, m), lineExponent);
      }
    }
    return months;
  }

  /** Waits for a task and hands on what went wrong in it. */
  static <T> T await(Future<T> task) {
    try {
      return task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Cannot go on: the simulation was interrupted.", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException("Cannot go on: a month could not be made.", e.getCause());
    }
  }
}
