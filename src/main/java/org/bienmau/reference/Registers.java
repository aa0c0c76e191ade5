package org.bienmau.reference;

import java.io.Serializable;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The registers of conf/reference: places, measures, units, goods, publishers, events, plans and
 * rates, each row with its source.
 */
public final class Registers implements Serializable {
  private final RegisterRows rows;
  private final String checksum;
  private final Publishers publisherFinder;
  private final Places places;
  private final HsCodes hsCodes;

  private Registers(RegisterRows rows, String checksum) {
    this.rows = rows;
    this.checksum = checksum;
    this.publisherFinder = new Publishers(rows.publishers());
    this.places = new Places(rows);
    this.hsCodes = new HsCodes(rows.hsVintages(), rows.hsChapters(), rows.hsHeadings());
  }

  /**
   * Reads and validates all register files.
   *
   * @throws InvalidRegistersException if anything in them is wrong; it names every problem
   */
  public static Registers load(RegisterFiles files) {
    Problems problems = new Problems();
    RegisterTexts texts = new RegisterTexts(files, problems);
    RegisterContents contents = RegisterContents.read(texts);
    RegisterRows rows = contents.rows(LunarHolidays.all());
    if (texts.areComplete()) {
      new IdChecks(contents).run();
      new IntervalChecks(contents, problems).run();
      new StructureChecks(contents, problems).run();
      new HsChecks(contents).run();
      new NameChecks(rows, contents, problems).run();
    }
    problems.throwIfAny();
    return new Registers(rows, texts.checksum());
  }

  /** The border sections from west to east. */
  public List<Section> sections() {
    return rows.sections();
  }

  /** Every province row; a province that changed has several. */
  public List<Province> provinces() {
    return rows.provinces();
  }

  /** Gates and lanes. */
  public List<Gate> gates() {
    return rows.gates();
  }

  /** What each gate was from one day to another. */
  public List<GateStatus> gateStatuses() {
    return rows.gateStatuses();
  }

  /** Vehicles a day that gates can take. */
  public List<GateCapacity> capacities() {
    return rows.capacities();
  }

  /** Groups of sections and regions. */
  public List<Area> areas() {
    return rows.areas();
  }

  /** The area that all sections make up together. */
  public Area wholeBorder() {
    return rows.areas().stream()
        .filter(area -> area.kind().equals(Area.WHOLE_BORDER))
        .findFirst()
        .orElseThrow();
  }

  /** What is measured. */
  public List<Measure> measures() {
    return rows.measures();
  }

  /** Units as printed, with their base units. */
  public List<Unit> units() {
    return rows.units();
  }

  /** Commodities and their groups. */
  public List<Goods> goods() {
    return rows.goods();
  }

  /** Publishers with their tiers. */
  public List<Publisher> publishers() {
    return rows.publishers();
  }

  /** Dated events. */
  public List<Event> events() {
    return rows.events();
  }

  /** Targets. */
  public List<Plan> plans() {
    return rows.plans();
  }

  /** Exchange rates. */
  public List<FxRate> fxRates() {
    return rows.fxRates();
  }

  /** First days of the lunar years 1990 to 2035 in Vietnam and China, computed. */
  public List<Holiday> holidays() {
    return rows.holidays();
  }

  /** Names that several places share. */
  public List<Namesake> namesakes() {
    return rows.namesakes();
  }

  /** The chapters of the Harmonized System. */
  public List<HsChapter> hsChapters() {
    return rows.hsChapters();
  }

  /** Official levels of congestion, from the one without any upwards. */
  public List<CongestionLevel> congestionLevels() {
    return rows.congestionLevels();
  }

  /** The headings of the Harmonized System that came or went with an edition. */
  public List<HsHeading> hsHeadings() {
    return rows.hsHeadings();
  }

  /** Which codes of the Harmonized System exist, and on which days. */
  public HsCodes hsCodes() {
    return hsCodes;
  }

  /** The finder of places by printed name. */
  public Places places() {
    return places;
  }

  /** SHA-256 over all register files, in hexadecimal: equal registers, equal checksum. */
  public String checksum() {
    return checksum;
  }

  /**
   * The measure of an id.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Measure measure(String id) {
    return withId(id, "measure", rows.measures(), Measure::id);
  }

  /**
   * The section of an id.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Section section(String id) {
    return withId(id, "section", rows.sections(), Section::id);
  }

  /**
   * The gate of an id.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Gate gate(String id) {
    return withId(id, "gate", rows.gates(), Gate::id);
  }

  /**
   * The measure that a data set prints under a name; where one name serves two measures, the unit
   * tells which.
   *
   * @param unit the printed unit; its base unit is compared
   */
  public Optional<Measure> measureNamed(String printedName, String unit) {
    List<Measure> named =
        rows.measures().stream()
            .filter(measure -> isNamed(printedName, measure.id(), measure.printedNames()))
            .toList();
    if (named.size() == 1) {
      return Optional.of(named.get(0));
    }
    Optional<String> base = unitNamed(unit).map(Unit::baseUnit);
    return named.stream().filter(measure -> base.equals(Optional.of(measure.unit()))).findFirst();
  }

  /** Whether any measure is printed under a name, in whatever unit. */
  public boolean isMeasureNamed(String printedName) {
    return rows.measures().stream()
        .anyMatch(measure -> isNamed(printedName, measure.id(), measure.printedNames()));
  }

  /** The goods that a data set prints under a name, in any case. */
  public Optional<Goods> goodsNamed(String printedName) {
    return rows.goods().stream()
        .filter(goods -> isNamed(printedName, goods.id(), goods.printedNames()))
        .findFirst();
  }

  /** The unit that a data set prints, in any case. */
  public Optional<Unit> unitNamed(String printedName) {
    return rows.units().stream()
        .filter(unit -> isNamed(printedName, unit.id(), unit.aliases()))
        .findFirst();
  }

  /**
   * The province that held a section on a day.
   *
   * @throws IllegalArgumentException if the section is unknown or the day lies before the register
   */
  public Province provinceOf(String sectionId, LocalDate day) {
    return rows.provinces().stream()
        .filter(province -> province.sectionIds().contains(sectionId) && province.holdsOn(day))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Cannot name the province of section '%s' on %s: none is registered. Add it to conf/reference/provinces.csv."
                        .formatted(sectionId, day)));
  }

  /** The gate whose totals include this gate on a day; empty when it stands alone. */
  public Optional<Gate> parentOf(String gateId, LocalDate day) {
    return rows.gateStatuses().stream()
        .filter(status -> status.gateId().equals(gateId) && status.holdsOn(day))
        .findFirst()
        .map(GateStatus::parentGateId)
        .map(this::gate);
  }

  /** The register row of a printed publisher. */
  public Optional<Publisher> publisherOf(String printed) {
    return publisherFinder.of(printed);
  }

  /** The tier of a printed publisher, 1 best; 4 for one that is not registered. */
  public int tierOf(String printed) {
    return publisherOf(printed).map(Publisher::tier).orElse(4);
  }

  /** Whether the figures of a printed publisher are made up; false for one not registered. */
  public boolean isSimulated(String printed) {
    return publisherOf(printed).map(Publisher::simulated).orElse(false);
  }

  private static boolean isNamed(String printed, String id, List<String> names) {
    String wanted = fold(printed);
    return wanted.equals(fold(id)) || names.stream().anyMatch(name -> wanted.equals(fold(name)));
  }

  static String fold(String text) {
    return Normalizer.normalize(text.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }

  private static <T> T withId(String id, String what, List<T> all, Function<T, String> idOf) {
    return all.stream()
        .filter(one -> idOf.apply(one).equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Cannot find the %s '%s': known are %s."
                        .formatted(
                            what, id, all.stream().map(idOf).collect(Collectors.joining(", ")))));
  }
}
