package org.bienmau.reference;

import java.io.Serializable;
import java.util.List;

/** The rows of all registers, as read. */
record RegisterRows(
    List<Section> sections,
    List<Province> provinces,
    List<Gate> gates,
    List<GateStatus> gateStatuses,
    List<GateCapacity> capacities,
    List<Area> areas,
    List<Measure> measures,
    List<Unit> units,
    List<Goods> goods,
    List<Publisher> publishers,
    List<Event> events,
    List<Plan> plans,
    List<FxRate> fxRates,
    List<Namesake> namesakes,
    List<HsVintage> hsVintages,
    List<HsChapter> hsChapters,
    List<HsHeading> hsHeadings,
    List<CongestionLevel> congestionLevels,
    List<Holiday> holidays)
    implements Serializable {}
