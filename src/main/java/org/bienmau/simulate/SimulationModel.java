package org.bienmau.simulate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bienmau.reference.RegisterFiles;
import org.bienmau.reference.Registers;
import org.bienmau.simulate.Shapes.Anchor;
import org.bienmau.simulate.Shapes.CalendarStep;
import org.bienmau.simulate.Shapes.Closure;
import org.bienmau.simulate.Shapes.Fault;
import org.bienmau.simulate.Shapes.GateWeight;
import org.bienmau.simulate.Shapes.GoodsKind;
import org.bienmau.simulate.Shapes.HolidayStep;
import org.bienmau.simulate.Shapes.HsCode;
import org.bienmau.simulate.Shapes.MixShare;
import org.bienmau.simulate.Shapes.PersonName;
import org.bienmau.simulate.Shapes.RegimeShape;
import org.bienmau.simulate.Shapes.SectionShape;
import org.bienmau.simulate.Shapes.Tilt;

/**
 * What the simulated border is like: the tables of conf/simulation, read and held to the registers.
 * Their columns are told on the page simulation.md.
 */
public final class SimulationModel {
  final List<SectionShape> sections;
  final List<Anchor> anchors;
  final List<GateWeight> gateWeights;
  final List<GoodsKind> goods;
  final List<HsCode> hsCodes;
  final List<MixShare> mix;
  final List<Tilt> tilts;
  final Map<String, double[]> seasons;
  final List<HolidayStep> holidaySteps;
  final List<CalendarStep> calendar;
  final List<Closure> closures;
  final List<RegimeShape> regimes;
  final Map<Integer, Double> dongPerDollar;
  final Map<String, Double> parameters;
  final List<PersonName> names;
  final List<Fault> faults;
  final Set<String> families;
  final Map<String, String> sources;

  private SimulationModel(ModelFiles files) {
    sections = files.rows("sections.csv", SectionShape::new);
    anchors = files.rows("years.csv", Anchor::new);
    gateWeights = files.rows("gates.csv", GateWeight::new);
    goods = files.rows("goods.csv", GoodsKind::new);
    hsCodes = files.rows("hs_codes.csv", HsCode::new);
    mix = files.rows("goods_mix.csv", MixShare::new);
    tilts = files.rows("tilts.csv", Tilt::new);
    seasons = new LinkedHashMap<>();
    files.rows("seasons.csv", SimulationModel::season).forEach(seasons::putAll);
    holidaySteps = files.rows("tet.csv", HolidayStep::new);
    calendar = files.rows("calendar.csv", CalendarStep::new);
    closures = files.rows("closures.csv", Closure::new);
    regimes = files.rows("regimes.csv", RegimeShape::new);
    dongPerDollar = new LinkedHashMap<>();
    files
        .rows("exchange.csv", row -> Map.of(row.whole("year"), row.number("vnd_per_usd")))
        .forEach(dongPerDollar::putAll);
    parameters = new LinkedHashMap<>();
    files
        .rows("parameters.csv", row -> Map.of(row.text("name"), row.number("value")))
        .forEach(parameters::putAll);
    names = files.rows("names.csv", PersonName::new);
    faults = files.rows("faults.csv", Fault::new);
    sources = new LinkedHashMap<>();
    files
        .rows("sources.csv", row -> Map.of(row.text("dataset"), row.text("source_id")))
        .forEach(sources::putAll);
    families = new LinkedHashSet<>();
    goods.forEach(kind -> families.add(kind.family()));
  }

  /**
   * Reads the model.
   *
   * @param files the folder conf/simulation, on disk or in the jar
   * @throws InvalidModelException if anything is wrong; it names every problem
   */
  public static SimulationModel load(RegisterFiles files, Registers registers) {
    List<String> problems = new ArrayList<>();
    SimulationModel model = new SimulationModel(new ModelFiles(files, problems));
    if (problems.isEmpty()) {
      new ModelChecks(model, registers, problems).run();
    }
    if (!problems.isEmpty()) {
      throw new InvalidModelException(problems);
    }
    return model;
  }

  /** A number of parameters.csv. */
  double parameter(String name) {
    Double value = parameters.get(name);
    if (value == null) {
      throw new InvalidModelException(
          List.of("parameters.csv lacks '%s'; restore the row.".formatted(name)));
    }
    return value;
  }

  /** The simulated publisher of a dataset. */
  String source(String dataset) {
    String source = sources.get(dataset);
    if (source == null) {
      throw new InvalidModelException(
          List.of("sources.csv lacks the dataset '%s'; add a row.".formatted(dataset)));
    }
    return source;
  }

  private static Map<String, double[]> season(ModelRow row) {
    double[] months = new double[12];
    double sum = 0;
    for (int i = 0; i < 12; i++) {
      months[i] = row.number("m%02d".formatted(i + 1));
      sum += months[i];
    }
    for (int i = 0; i < 12; i++) {
      months[i] *= 12 / sum;
    }
    return Map.of(row.text("season"), months);
  }
}
