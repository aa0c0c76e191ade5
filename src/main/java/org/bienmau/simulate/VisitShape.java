package org.bienmau.simulate;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bienmau.reference.Event;
import org.bienmau.reference.Gate;
import org.bienmau.simulate.Shapes.GoodsKind;
import org.bienmau.simulate.Shapes.PersonName;

/** What all visits share: words as bytes, loads, rates, invented names, and when gates work. */
final class VisitShape {
  private static final String DIGITAL_PLATFORM = "digital_platform";

  final byte[] source;
  final byte[][] gates;
  final byte[][] directions;
  final byte[][] kinds;
  final byte[][] letters;
  final byte[] yes = CsvBytes.utf8("true");
  final byte[] no = CsvBytes.utf8("false");
  final double[] payload;
  final Spread service;
  final double noTonnes;
  final double outOfOrder;
  final double noInspection;
  final double noDeparture;
  final double transferred;

  private final Timeline timeline;
  private final boolean[][] working;
  private final long[] monthStarts;
  private final int[] onlineSince;
  private final double onlineShare;
  private final byte[][] familyNames;
  private final byte[][] middleNames;
  private final byte[][] givenNames;

  VisitShape(History history) {
    SimulationModel model = history.model;
    Border border = history.border;
    timeline = history.timeline;
    int series = history.trucks.series();
    source = CsvBytes.utf8(model.source(Visit.DATASET));
    gates = new byte[series][];
    directions = new byte[series][];
    kinds = new byte[series][];
    payload = new double[series];
    onlineSince = new int[border.gates.size()];
    working = new boolean[border.gates.size()][timeline.days()];
    for (int s = 0; s < series; s++) {
      int group = s / Trucks.KINDS;
      gates[s] = CsvBytes.utf8(border.gates.get(group / Border.DIRECTIONS).id());
      directions[s] = CsvBytes.utf8(Border.DIRECTION[group % Border.DIRECTIONS].id());
      kinds[s] = CsvBytes.utf8(Trucks.KIND[s % Trucks.KINDS]);
      payload[s] = payload(border, group, Trucks.KIND[s % Trucks.KINDS]);
    }
    monthStarts = new long[timeline.days()];
    for (Timeline.Month month : timeline.months()) {
      int from = month.firstDay() - timeline.firstDay();
      Arrays.fill(monthStarts, from, from + month.days(), month.firstDay() * (long) Stamps.DAY);
      for (int g = 0; g < working.length; g++) {
        System.arraycopy(border.workingDays(g, month), 0, working[g], from, month.days());
      }
    }
    for (int g = 0; g < onlineSince.length; g++) {
      onlineSince[g] = onlineSince(history, border.gates.get(g));
    }
    letters = DeclarationWords.words("ABCDEFGHKLMNPSTUVXYZ".split(""));
    service = new Spread(model.parameter("service_spread"));
    noTonnes = model.parameter("tonnes_missing_per_million") / 1e6;
    outOfOrder = model.parameter("out_of_order_per_million") / 1e6;
    noInspection = model.parameter("inspection_missing_per_million") / 1e6;
    noDeparture = model.parameter("departure_missing_per_million") / 1e6;
    transferred = model.parameter("transferred_share");
    onlineShare = model.parameter("online_share");
    familyNames = names(model, "family");
    middleNames = names(model, "middle");
    givenNames = names(model, "given");
  }

  /** The share of visits that are declared online at a gate on a day. */
  double onlineShare(int series, int day) {
    return day >= onlineSince[gateOf(series)] ? onlineShare : 0;
  }

  /** Whether goods may pass the gate of a series on a day. */
  boolean works(int series, int day) {
    return working[gateOf(series)][day - timeline.firstDay()];
  }

  /** A visit is declared in the month of its arrival, and not before its gate opens. */
  long earliestDeclaration(int series, int day) {
    long today = day * (long) Stamps.DAY;
    boolean openedToday = day > timeline.firstDay() && !works(series, day - 1);
    return openedToday ? today : monthStarts[day - timeline.firstDay()];
  }

  /** The day on which a truck leaves; the day after the history if it does not. */
  int leaves(Trucks trucks, int series, int number, int arrivedOn) {
    for (int day = arrivedOn; day <= timeline.lastDay(); day++) {
      if (trucks.leftBefore(series, day + 1) > number) {
        return day;
      }
    }
    return timeline.lastDay() + 1;
  }

  /** Writes the invented name of a person. */
  void person(CsvBytes out, int person) {
    byte space = ' ';
    out.raw(familyNames[person % familyNames.length]).raw(new byte[] {space});
    out.raw(middleNames[person / 31 % middleNames.length]).raw(new byte[] {space});
    out.raw(givenNames[person / 977 % givenNames.length]);
  }

  private static int gateOf(int series) {
    return series / Trucks.KINDS / Border.DIRECTIONS;
  }

  /** The load of a truck in tonnes, as goods of a kind go through a gate. */
  private static double payload(Border border, int group, String kind) {
    double sum = 0;
    int goods = 0;
    for (int c = border.groupStart[group]; c < border.groupStart[group + 1]; c++) {
      GoodsKind one = border.goods.get(border.cellGoods[c]);
      if (one.cargoKind().equals(kind)) {
        sum += one.payloadTonnes();
        goods++;
      }
    }
    return goods == 0 ? 0 : sum / goods;
  }

  /** The first day of a digital platform at the gate or at the gate that it is a lane of. */
  private static int onlineSince(History history, Gate gate) {
    Set<String> names =
        history.registers.gateStatuses().stream()
            .filter(status -> status.gateId().equals(gate.id()) && status.parentGateId() != null)
            .map(status -> status.parentGateId())
            .collect(Collectors.toSet());
    names.add(gate.id());
    List<Event> starts =
        history.registers.events().stream()
            .filter(event -> event.kind().equals(DIGITAL_PLATFORM))
            .filter(event -> event.scopeIds().stream().anyMatch(names::contains))
            .toList();
    return starts.stream()
        .mapToInt(event -> (int) event.start().toEpochDay())
        .min()
        .orElse(Integer.MAX_VALUE);
  }

  private static byte[][] names(SimulationModel model, String kind) {
    return model.names.stream()
        .filter(name -> name.kind().equals(kind))
        .map(PersonName::name)
        .map(CsvBytes::utf8)
        .toArray(byte[][]::new);
  }
}
