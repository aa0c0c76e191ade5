package org.bienmau.series;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import jdplus.sa.base.api.ComponentType;
import jdplus.sa.base.api.SaVariable;
import jdplus.toolkit.base.api.processing.ProcessingLog;
import jdplus.toolkit.base.api.timeseries.StaticTsDataSupplier;
import jdplus.toolkit.base.api.timeseries.TsData;
import jdplus.toolkit.base.api.timeseries.TsPeriod;
import jdplus.toolkit.base.api.timeseries.regression.ModellingContext;
import jdplus.toolkit.base.api.timeseries.regression.TsContextVariable;
import jdplus.toolkit.base.api.timeseries.regression.TsDataSuppliers;
import jdplus.toolkit.base.api.timeseries.regression.Variable;

/**
 * What the two methods of JDemetra+ are handed in common.
 *
 * <p>Every model is in logarithms. Left to choose, the library takes levels when one month has
 * broken down, and then a festival's effect is no share any more.
 */
final class Engine {
  /**
   * Periods beyond the series over which a regressor must be known. SEATS forecasts two years; past
   * its end a regressor would silently count as zero.
   */
  static final int MARGIN = 36;

  private static final String GROUP = "given";
  private static final String COLUMN = "r";

  private Engine() {}

  static TsData data(TimeSeries series) {
    return data(series, series.values());
  }

  /** The regressors under names that the library accepts: it refuses some signs. */
  static ModellingContext context(TimeSeries series, List<Regressor> regressors) {
    TsDataSuppliers suppliers = new TsDataSuppliers();
    for (int i = 0; i < regressors.size(); i++) {
      TsData column = data(series, regressors.get(i).values());
      suppliers.set(columnName(i), new StaticTsDataSupplier(column));
    }
    ModellingContext context = new ModellingContext();
    context.getTsVariableManagers().set(GROUP, suppliers);
    return context;
  }

  static String reference(int index) {
    return GROUP + "." + columnName(index);
  }

  /** The regressor that a reference names; -1 for anything else. */
  static int indexOf(String reference) {
    String prefix = GROUP + "." + COLUMN;
    return reference.startsWith(prefix)
        ? Integer.parseInt(reference.substring(prefix.length()))
        : -1;
  }

  /** A regressor whose effect is counted as part of a component. */
  static Variable<TsContextVariable> variable(int index, ComponentType component) {
    return Variable.<TsContextVariable>builder()
        .name(columnName(index))
        .core(new TsContextVariable(reference(index)))
        .attribute(SaVariable.REGEFFECT, component.name())
        .build();
  }

  /** A component that the model does not have, such as the season of a random walk, is 1. */
  static double[] factorOrOnes(TsData component, TimeSeries series) {
    if (component != null) {
      return component.getValues().toArray();
    }
    double[] ones = new double[series.size()];
    Arrays.fill(ones, 1);
    return ones;
  }

  static String messages(ProcessingLog log) {
    return log.all().stream()
        .map(entry -> entry.getName() + ": " + entry.getMsg())
        .distinct()
        .collect(Collectors.joining("; "));
  }

  private static String columnName(int index) {
    return COLUMN + index;
  }

  private static TsData data(TimeSeries series, double[] values) {
    TsPeriod start =
        switch (series.frequency()) {
          case MONTHLY ->
              TsPeriod.monthly(series.start().getYear(), series.start().getMonthValue());
          case QUARTERLY ->
              TsPeriod.quarterly(
                  series.start().getYear(), (series.start().getMonthValue() + 2) / 3);
        };
    return TsData.ofInternal(start, values);
  }
}
