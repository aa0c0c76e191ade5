package org.bienmau.simulate;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bienmau.reference.Event;
import org.bienmau.reference.Gate;
import org.bienmau.reference.Goods;
import org.bienmau.reference.Registers;
import org.bienmau.reference.Section;
import org.bienmau.simulate.Shapes.Closure;
import org.bienmau.simulate.Shapes.GoodsKind;

/** Holds the model's ids to the registers and to each other. */
final class ModelChecks {
  /** Stands for every gate in closures.csv. */
  static final String EVERY_GATE = "*";

  private final SimulationModel model;
  private final Registers registers;
  private final List<String> problems;

  ModelChecks(SimulationModel model, Registers registers, List<String> problems) {
    this.model = model;
    this.registers = registers;
    this.problems = problems;
  }

  void run() {
    Set<String> sections = ids(registers.sections(), Section::id);
    Set<String> gates = ids(registers.gates(), Gate::id);
    Set<String> goods = ids(model.goods, GoodsKind::id);
    Set<String> regimes = ids(model.regimes, regime -> regime.regime());
    known("sections.csv", "section", ids(model.sections, s -> s.id()), sections);
    known("years.csv", "section", ids(model.anchors, a -> a.section()), sections);
    known("gates.csv", "gate", ids(model.gateWeights, g -> g.gate()), gates);
    known("goods_mix.csv", "goods", ids(model.mix, m -> m.goods()), goods);
    known("hs_codes.csv", "goods", ids(model.hsCodes, h -> h.goods()), goods);
    known("goods.csv", "season", ids(model.goods, GoodsKind::season), model.seasons.keySet());
    known("goods.csv", "goods_id", registered(), ids(registers.goods(), Goods::id));
    known("tilts.csv", "family", ids(model.tilts, t -> t.family()), model.families);
    model.tilts.forEach(
        tilt ->
            known(
                "tilts.csv",
                tilt.kind(),
                Set.of(tilt.id()),
                tilt.kind().equals("gate") ? gates : regimes));
    model.mix.forEach(
        share -> known("goods_mix.csv", "section", new HashSet<>(share.sections()), sections));
    model.holidaySteps.forEach(
        step -> known("tet.csv", "family", new HashSet<>(step.families()), model.families));
    Set<String> events = ids(registers.events(), Event::id);
    model.closures.forEach(closure -> check(closure, events, gates));
    missing("years.csv", sections, ids(model.anchors, a -> a.section()));
    missing("sections.csv", sections, ids(model.sections, s -> s.id()));
    missing("hs_codes.csv", goods, ids(model.hsCodes, h -> h.goods()));
  }

  private void check(Closure closure, Set<String> events, Set<String> gates) {
    known("closures.csv", "event", Set.of(closure.event()), events);
    Set<String> named = new HashSet<>(closure.gates());
    named.addAll(closure.divertedTo());
    named.remove(EVERY_GATE);
    known("closures.csv", "gate", named, gates);
    known("closures.csv", "family", new HashSet<>(closure.families()), model.families);
  }

  private Set<String> registered() {
    return model.goods.stream()
        .map(GoodsKind::goodsId)
        .filter(id -> !id.isEmpty())
        .collect(Collectors.toSet());
  }

  private void known(String file, String what, Set<String> used, Set<String> known) {
    used.stream()
        .filter(id -> !known.contains(id))
        .sorted()
        .forEach(
            id ->
                problems.add(
                    "%s names the %s '%s', which is not known. Correct it or register it."
                        .formatted(file, what, id)));
  }

  private void missing(String file, Set<String> wanted, Set<String> there) {
    wanted.stream()
        .filter(id -> !there.contains(id))
        .sorted()
        .forEach(id -> problems.add("%s has no row for '%s'.".formatted(file, id)));
  }

  private static <T> Set<String> ids(Collection<T> rows, Function<T, String> id) {
    return rows.stream().map(id).collect(Collectors.toSet());
  }
}
