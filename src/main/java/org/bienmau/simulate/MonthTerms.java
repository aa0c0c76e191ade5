package org.bienmau.simulate;

import java.util.Arrays;
import java.util.List;
import org.bienmau.simulate.Shapes.HsCode;

/** What holds for all declarations of a month: prices, codes, rates, shares of regimes. */
final class MonthTerms {
  private static final int ROUNDS = 8;

  final double[] price;
  final byte[][][] codes;
  final double[][] codePassed;
  final double[] perDollar = new double[Rates.CURRENCY.length];

  /** By section and family: sums of the regimes' shares of lines. */
  final double[][][] regimePassed;

  /** By section, family and regime: the size of its lines against the mean line. */
  final double[][][] regimeSize;

  MonthTerms(History history, DeclarationWords words, MonthFlow flow) {
    Border border = history.border;
    int goods = border.goods.size();
    price = new double[goods];
    codes = new byte[goods][][];
    codePassed = new double[goods][];
    for (int g = 0; g < goods; g++) {
      price[g] = history.demand.price(border.goods.get(g), flow.month.position());
      List<HsCode> inForce = history.codes(g, flow.month);
      codes[g] = DeclarationWords.words(inForce.stream().map(HsCode::code).toArray(String[]::new));
      codePassed[g] =
          DeclarationWords.passed(inForce.stream().mapToDouble(HsCode::share).toArray());
    }
    for (int c = 0; c < perDollar.length; c++) {
      perDollar[c] = history.rates.perDollar(c, flow.month).doubleValue();
    }
    int sections = border.sections.size();
    regimePassed = new double[sections][border.families.size()][];
    regimeSize = new double[sections][border.families.size()][];
    double[][] families = familyShares(border, flow);
    for (int s = 0; s < sections; s++) {
      regimes(s, history.path.regimeShares(s, flow.month), families[s], words);
    }
  }

  private static double[][] familyShares(Border border, MonthFlow flow) {
    double[][] shares = new double[border.sections.size()][border.families.size()];
    double[] sums = flow.cellSums();
    for (int c = 0; c < sums.length; c++) {
      shares[border.groupSection(border.cellGroup[c])][border.cellFamily[c]] += sums[c];
    }
    for (double[] section : shares) {
      double sum = Arrays.stream(section).sum();
      for (int f = 0; f < section.length && sum > 0; f++) {
        section[f] /= sum;
      }
    }
    return shares;
  }

  /**
   * Bends the regimes' shares of each family as tilts.csv says, and keeps their shares of the whole
   * section by moving them in turn (iterative proportional fitting).
   */
  private void regimes(int section, double[] wanted, double[] families, DeclarationWords words) {
    int regimes = wanted.length;
    double[] strength = wanted.clone();
    double[][] shares = new double[families.length][regimes];
    for (int round = 0; round < ROUNDS; round++) {
      double[] realised = new double[regimes];
      for (int f = 0; f < families.length; f++) {
        double sum = 0;
        for (int r = 0; r < regimes; r++) {
          shares[f][r] = strength[r] * words.regimeTilt[r][f];
          sum += shares[f][r];
        }
        for (int r = 0; r < regimes; r++) {
          shares[f][r] = sum == 0 ? wanted[r] : shares[f][r] / sum;
          realised[r] += families[f] * shares[f][r];
        }
      }
      for (int r = 0; r < regimes; r++) {
        strength[r] *= realised[r] == 0 ? 1 : wanted[r] / realised[r];
      }
    }
    for (int f = 0; f < families.length; f++) {
      double[] lines = new double[regimes];
      double sum = 0;
      for (int r = 0; r < regimes; r++) {
        lines[r] = shares[f][r] / words.regimeLineValue[r];
        sum += lines[r];
      }
      regimePassed[section][f] = DeclarationWords.passed(lines);
      regimeSize[section][f] = new double[regimes];
      for (int r = 0; r < regimes; r++) {
        regimeSize[section][f][r] = words.regimeLineValue[r] * sum;
      }
    }
  }
}
