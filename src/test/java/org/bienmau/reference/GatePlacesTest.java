package org.bienmau.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.bienmau.reference.GatePlaces.Holds;
import org.junit.jupiter.api.Test;

final class GatePlacesTest {
  private static final LocalDate JOINED = LocalDate.of(2024, 5, 27);

  @Test
  void a_lane_is_held_by_its_gate_from_the_day_it_became_one_and_by_the_border_always() {
    assertThat(new GatePlaces(Registers.load(new TestRegisters())).all())
        .filteredOn(holds -> holds.gateId().equals("lane"))
        .containsExactly(
            new Holds("lane", ScopeType.GATE, "lane", null, null),
            new Holds("lane", ScopeType.GATE, "big_gate", JOINED, null),
            new Holds("lane", ScopeType.SECTION, "east", null, null),
            new Holds("lane", ScopeType.AREA, "border", null, null));
  }

  @Test
  void a_lane_of_a_lane_is_held_only_while_both_are() {
    Registers registers =
        Registers.load(
            new TestRegisters()
                .plus("gates.csv", "side,Lối Phụ,Side Lane,,lane,road,east,,,,,guangxi,page,high,")
                .plus("gate_status.csv", "side,2020-01-01,2025-01-31,lane,lane,open,page,")
                .plus("gate_status.csv", "side,2025-02-01,,,auxiliary,open,page,"));

    assertThat(new GatePlaces(registers).all())
        .filteredOn(holds -> holds.gateId().equals("side") && holds.scopeType() == ScopeType.GATE)
        .containsExactly(
            new Holds("side", ScopeType.GATE, "side", null, null),
            new Holds(
                "side",
                ScopeType.GATE,
                "lane",
                LocalDate.of(2020, 1, 1),
                LocalDate.of(2025, 1, 31)),
            new Holds("side", ScopeType.GATE, "big_gate", JOINED, LocalDate.of(2025, 1, 31)));
  }
}
