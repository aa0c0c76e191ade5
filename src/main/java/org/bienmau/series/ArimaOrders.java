package org.bienmau.series;

import jdplus.toolkit.base.api.arima.SarimaOrders;
import jdplus.toolkit.base.api.arima.SarimaSpec;
import jdplus.toolkit.base.core.regsarima.regular.RegSarimaModel;

/**
 * Orders of a seasonal ARIMA model (p,d,q)(bp,bd,bq), without its parameters.
 *
 * @param p autoregressive, regular
 * @param d differences, regular
 * @param q moving average, regular
 * @param bp autoregressive, seasonal
 * @param bd differences, seasonal
 * @param bq moving average, seasonal
 * @param mean whether the differences have a mean other than zero
 */
record ArimaOrders(int p, int d, int q, int bp, int bd, int bq, boolean mean) {
  /** The model of Box and Jenkins for the airline series: two parameters, seldom far off. */
  static final ArimaOrders AIRLINE = new ArimaOrders(0, 1, 1, 0, 1, 1, false);

  static ArimaOrders of(RegSarimaModel model) {
    SarimaOrders orders = model.specification();
    return new ArimaOrders(
        orders.getP(),
        orders.getD(),
        orders.getQ(),
        orders.getBp(),
        orders.getBd(),
        orders.getBq(),
        model.isMeanCorrection());
  }

  SarimaSpec specification(Frequency frequency) {
    return SarimaSpec.builder()
        .period(frequency.periodsPerYear())
        .p(p)
        .d(d)
        .q(q)
        .bp(bp)
        .bd(bd)
        .bq(bq)
        .build();
  }

  @Override
  public String toString() {
    String text = "(%d,%d,%d)(%d,%d,%d)".formatted(p, d, q, bp, bd, bq);
    return mean ? text + " with mean" : text;
  }
}
