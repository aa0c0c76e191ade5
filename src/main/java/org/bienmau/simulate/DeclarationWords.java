package org.bienmau.simulate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.bienmau.reference.Regime;
import org.bienmau.simulate.Shapes.RegimeShape;

/** What all months of declarations share: words as bytes, tables of spreads and choices. */
final class DeclarationWords {
  static final String DATASET = "trade_declarations";
  static final Regime[] REGIME = {
    Regime.CUSTOMS_DECLARED, Regime.BORDER_RESIDENT, Regime.TRANSIT_REEXPORT, Regime.VIA_TERRITORY
  };

  /** The upper ten bits of a draw choose among so many. */
  private static final int DRAWS_OF_A_TRADER = 1 << 10;

  final byte[] source;
  final byte[][] gates;
  final byte[][] directions = words("export", "import");
  final byte[][] regimes;
  final byte[][] currencies = words(Rates.CURRENCY);
  final byte[][] bases = words("FOB", "CIF");
  final byte[][] channels = words("green", "yellow", "red");
  final byte[][] origins = words("", "E", "RCEP");
  final double[] regimeLineValue = new double[REGIME.length];
  final double[][] regimeTilt;
  final double[][] currencyPassed = new double[REGIME.length][];
  final byte[][][] partners = new byte[REGIME.length][][];
  final double[][] partnerPassed = new double[REGIME.length][];
  final Spread value;
  final Spread[] weight;
  final Spread minutes;
  final double[] channelPassed;
  final double[] channelMinutes;
  final double uncleared;
  final double originShare;
  final double secondOriginShare;
  final double packing;
  final double grossMissing;

  /** The chance that a declaration has a further line. */
  final double moreItems;

  /** By section: a trader's rank at each of equally likely draws. */
  final double[][] traderRanks;

  DeclarationWords(History history) {
    SimulationModel model = history.model;
    Border border = history.border;
    source = CsvBytes.utf8(model.source(DATASET));
    gates = words(border.gates.stream().map(gate -> gate.id()).toArray(String[]::new));
    regimes = words(Arrays.stream(REGIME).map(Regime::id).toArray(String[]::new));
    regimeTilt = new double[REGIME.length][border.families.size()];
    value = new Spread(model.parameter("value_spread"));
    minutes = new Spread(model.parameter("minutes_spread"));
    double green = model.parameter("green_share");
    double yellow = model.parameter("yellow_share");
    channelPassed = passed(new double[] {green, yellow, 1 - green - yellow});
    channelMinutes =
        new double[] {
          model.parameter("green_minutes"),
          model.parameter("yellow_minutes"),
          model.parameter("red_minutes")
        };
    uncleared = model.parameter("uncleared_per_million") / 1e6;
    originShare = model.parameter("origin_share");
    secondOriginShare = model.parameter("origin_second_share");
    packing = model.parameter("packing_most");
    grossMissing = model.parameter("gross_missing_share");
    moreItems = 1 - 1 / model.parameter("items_mean");
    traderRanks =
        border.sections.stream().map(one -> ranks(one.traders())).toArray(double[][]::new);
    weight =
        border.goods.stream().map(kind -> new Spread(kind.priceSpread())).toArray(Spread[]::new);
    for (int r = 0; r < REGIME.length; r++) {
      String regime = REGIME[r].id();
      RegimeShape shape =
          model.regimes.stream()
              .filter(one -> one.regime().equals(regime))
              .findFirst()
              .orElseThrow(
                  () ->
                      new InvalidModelException(
                          List.of("regimes.csv has no row for '%s'.".formatted(regime))));
      regimeLineValue[r] = shape.lineValue();
      currencyPassed[r] =
          passed(
              Arrays.stream(Rates.CURRENCY)
                  .mapToDouble(c -> share(shape.currencies(), c))
                  .toArray());
      partners[r] = words(shape.partners().keySet().toArray(String[]::new));
      partnerPassed[r] =
          passed(shape.partners().values().stream().mapToDouble(Double::doubleValue).toArray());
      Arrays.fill(regimeTilt[r], 1);
    }
    model.tilts.stream()
        .filter(tilt -> tilt.kind().equals("regime"))
        .forEach(
            tilt ->
                regimeTilt[List.of(REGIME).indexOf(regime(tilt.id()))][
                        border.families.indexOf(tilt.family())] =
                    tilt.factor());
  }

  /** Sums up to each place, scaled so that the last is 1. */
  static double[] passed(double[] shares) {
    double[] passed = shares.clone();
    Arrays.parallelPrefix(passed, Double::sum);
    double sum = passed[passed.length - 1];
    for (int i = 0; i < passed.length; i++) {
      passed[i] /= sum;
    }
    return passed;
  }

  /** The place that a draw from 0 to 1 falls into. */
  static int choice(double[] passed, double draw) {
    int place = 0;
    while (place < passed.length - 1 && draw >= passed[place]) {
      place++;
    }
    return place;
  }

  private static double[] ranks(int traders) {
    double[] ranks = new double[DRAWS_OF_A_TRADER + 1];
    for (int i = 0; i < ranks.length; i++) {
      ranks[i] = StrictMath.pow(traders + 1, i / (double) DRAWS_OF_A_TRADER);
    }
    return ranks;
  }

  static byte[][] words(String... texts) {
    List<byte[]> words = new ArrayList<>();
    for (String text : texts) {
      words.add(CsvBytes.utf8(text));
    }
    return words.toArray(byte[][]::new);
  }

  private static double share(Map<String, Double> shares, String name) {
    return shares.getOrDefault(name, 0.0);
  }

  private static Regime regime(String id) {
    return Arrays.stream(REGIME)
        .filter(regime -> regime.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidModelException(
                    List.of("tilts.csv names the regime '%s', which no line has.".formatted(id))));
  }
}
