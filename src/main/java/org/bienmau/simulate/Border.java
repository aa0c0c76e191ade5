package org.bienmau.simulate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bienmau.reference.Direction;
import org.bienmau.reference.Gate;
import org.bienmau.reference.GateStatus;
import org.bienmau.reference.Registers;
import org.bienmau.reference.Section;
import org.bienmau.simulate.Shapes.GateWeight;
import org.bienmau.simulate.Shapes.GoodsKind;
import org.bienmau.simulate.Shapes.MixShare;
import org.bienmau.simulate.Shapes.SectionShape;

/**
 * Who trades what where, as numbers: sections, gates, and cells, one for each kind of goods that
 * goes through a gate in a direction. Cells of one gate and direction (a group) stand together, in
 * the order of their families.
 */
final class Border {
  static final int DIRECTIONS = 2;
  static final Direction[] DIRECTION = {Direction.EXPORT, Direction.IMPORT};

  /** A gate that is shut or only planned has no goods; of an unknown one it is not said. */
  private static final Set<String> WORKING = Set.of("open", "unknown");

  final List<SectionShape> sections = new ArrayList<>();
  final List<Gate> gates = new ArrayList<>();
  final List<GoodsKind> goods;
  final List<String> families;
  final int[] gateSection;
  final int[] cellGroup;
  final int[] cellGoods;
  final int[] cellFamily;
  final int[] groupStart;

  private final List<List<GateStatus>> statuses = new ArrayList<>();
  private final Knots[] weights;
  private final Map<String, MixShare> mix = new HashMap<>();
  private final double[][] gateTilt;

  Border(SimulationModel model, Registers registers) {
    Map<String, SectionShape> shapes =
        model.sections.stream().collect(Collectors.toMap(SectionShape::id, shape -> shape));
    registers.sections().stream().map(Section::id).map(shapes::get).forEach(sections::add);
    families = List.copyOf(model.families);
    goods = model.goods;
    Set<String> used = model.gateWeights.stream().map(GateWeight::gate).collect(Collectors.toSet());
    registers.gates().stream().filter(gate -> used.contains(gate.id())).forEach(gates::add);
    gateSection = new int[gates.size()];
    weights = new Knots[groups()];
    gateTilt = new double[gates.size()][families.size()];
    for (int g = 0; g < gates.size(); g++) {
      Gate gate = gates.get(g);
      gateSection[g] = section(gate.sectionId());
      weights[g * 2] = new Knots();
      weights[g * 2 + 1] = new Knots();
      Arrays.fill(gateTilt[g], 1);
      statuses.add(
          registers.gateStatuses().stream().filter(s -> s.gateId().equals(gate.id())).toList());
    }
    model.gateWeights.forEach(this::weigh);
    model.tilts.stream()
        .filter(tilt -> tilt.kind().equals("gate") && gate(tilt.id()) >= 0)
        .forEach(
            tilt -> gateTilt[gate(tilt.id())][families.indexOf(tilt.family())] = tilt.factor());
    for (MixShare share : model.mix) {
      share.sections().forEach(s -> mix.put(key(s, share.direction(), share.goods()), share));
    }
    List<int[]> cells = cells();
    cellGroup = cells.stream().mapToInt(cell -> cell[0]).toArray();
    cellFamily = cells.stream().mapToInt(cell -> cell[1]).toArray();
    cellGoods = cells.stream().mapToInt(cell -> cell[2]).toArray();
    groupStart = new int[groups() + 1];
    for (int group : cellGroup) {
      groupStart[group + 1]++;
    }
    Arrays.parallelPrefix(groupStart, Integer::sum);
  }

  int groups() {
    return gates.size() * DIRECTIONS;
  }

  int cellCount() {
    return cellGroup.length;
  }

  /** The number of a gate, or -1 for one without goods. */
  int gate(String id) {
    for (int g = 0; g < gates.size(); g++) {
      if (gates.get(g).id().equals(id)) {
        return g;
      }
    }
    return -1;
  }

  int section(String id) {
    for (int s = 0; s < sections.size(); s++) {
      if (sections.get(s).id().equals(id)) {
        return s;
      }
    }
    throw new IllegalArgumentException("Cannot simulate the section '%s'.".formatted(id));
  }

  int groupSection(int group) {
    return gateSection[group / DIRECTIONS];
  }

  /** Trucks stop at gates on roads and rivers; wagons are counted elsewhere. */
  boolean hasTrucks(int gate) {
    return !gates.get(gate).mode().equals("rail");
  }

  /** Whether goods may pass on each day of a month. */
  boolean[] workingDays(int gate, Timeline.Month month) {
    boolean[] working = new boolean[month.days()];
    for (int day = 0; day < working.length; day++) {
      LocalDate date = month.start().plusDays(day);
      working[day] =
          statuses.get(gate).isEmpty()
              || statuses.get(gate).stream()
                  .anyMatch(s -> s.holdsOn(date) && WORKING.contains(s.status()));
    }
    return working;
  }

  /** The weight of a group in its section at a moment, before closed gates are left out. */
  double weight(int group, double position) {
    return weights[group].at(position);
  }

  /** The shares of its goods in a group, by cell; they add up to 1, or to 0 without goods. */
  void goodsShares(int group, double position, double firstYear, double lastYear, double[] into) {
    String section = gates.get(group / DIRECTIONS).sectionId();
    double passed = Math.max(0, Math.min(1, (position - 0.5 - firstYear) / (lastYear - firstYear)));
    double sum = 0;
    for (int c = groupStart[group]; c < groupStart[group + 1]; c++) {
      MixShare share =
          mix.get(key(section, DIRECTION[group % DIRECTIONS], goods.get(cellGoods[c]).id()));
      into[c] =
          (share.first() + passed * (share.last() - share.first()))
              * gateTilt[group / DIRECTIONS][cellFamily[c]];
      sum += into[c];
    }
    for (int c = groupStart[group]; c < groupStart[group + 1]; c++) {
      into[c] = sum == 0 ? 0 : into[c] / sum;
    }
  }

  private void weigh(GateWeight weight) {
    int gate = gate(weight.gate());
    weights[gate * 2].put(weight.year(), weight.export());
    weights[gate * 2 + 1].put(weight.year(), weight.imports());
  }

  private List<int[]> cells() {
    List<int[]> cells = new ArrayList<>();
    for (int group = 0; group < groups(); group++) {
      for (int g = 0; g < goods.size(); g++) {
        String section = gates.get(group / DIRECTIONS).sectionId();
        if (mix.containsKey(key(section, DIRECTION[group % DIRECTIONS], goods.get(g).id()))) {
          cells.add(new int[] {group, families.indexOf(goods.get(g).family()), g});
        }
      }
    }
    cells.sort(
        Comparator.<int[]>comparingInt(cell -> cell[0])
            .thenComparingInt(cell -> cell[1])
            .thenComparingInt(cell -> cell[2]));
    return cells;
  }

  private static String key(String section, Direction direction, String goods) {
    return section + "/" + direction.id() + "/" + goods;
  }
}
