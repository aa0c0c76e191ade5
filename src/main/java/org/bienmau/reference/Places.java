package org.bienmau.reference;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds the section, gate or area that a printed name stands for.
 *
 * <p>A name that stands for several things is never decided by itself: the hint, a counterpart
 * ({@code Hữu Nghị - Hữu Nghị Quan}) or a path ({@code Lang Son/Huu Nghi}) must. A name printed
 * with marks must have exactly the marks of the register; one without any may stand for every
 * reading.
 */
public final class Places implements Serializable {
  private final PlaceIndex index;
  private final SectionNames sectionNames;
  private final List<Province> provinces;

  Places(RegisterRows rows) {
    this.index = new PlaceIndex(rows);
    this.sectionNames = new SectionNames(rows);
    this.provinces = rows.provinces();
  }

  /**
   * What a printed name stands for.
   *
   * @param text name as printed, for example {@code CKQT HỮU NGHỊ} or {@code Thanh Thủy - Thiên
   *     Bảo}
   * @param hint what stands beside it in the source
   */
  public Resolution resolve(String text, Hint hint) {
    if (text == null || PlaceName.of(text).isEmpty()) {
      return new Resolution.Unknown(Objects.toString(text, ""), "it names nothing", List.of());
    }
    if (hint.scopeType() != null && wanted(hint.scopeType()).isEmpty()) {
      String why = "'%s' is no kind of place".formatted(hint.scopeType());
      return new Resolution.Unknown(text, why, List.of());
    }
    ScopeType wanted = hint.scopeType() == null ? null : wanted(hint.scopeType()).orElseThrow();
    List<String> names = hint.province() == null ? List.of() : List.of(hint.province());
    Question question = new Question(text, wanted, names, hint.date());
    return whole(question, PlaceName.of(text))
        .or(() -> path(question))
        .or(() -> pair(question))
        .or(() -> counterpart(question))
        .orElseGet(() -> unknown(question));
  }

  private static Optional<ScopeType> wanted(String printed) {
    return Optional.ofNullable(
        switch (printed.toLowerCase(Locale.ROOT)) {
          case "province", "section" -> ScopeType.SECTION;
          case "gate" -> ScopeType.GATE;
          case "region", "national", "area" -> ScopeType.AREA;
          default -> null;
        });
  }

  /** The text as one name, with or without words such as cửa khẩu before it. */
  private Optional<Resolution> whole(Question question, PlaceName name) {
    return asPrinted(question, name)
        .or(
            () ->
                PlaceWords.strip(name)
                    .flatMap(rest -> asPrinted(question.ofKind(rest.kind()), rest.name())));
  }

  private Optional<Resolution> asPrinted(Question question, PlaceName name) {
    SectionNames.Answer sections = sectionNames.find(name, question.date());
    List<PlaceTarget> targets = new ArrayList<>(index.find(name));
    sections.sectionIds().forEach(id -> targets.add(index.section(id)));
    boolean maySpeakOfSections =
        question.wanted() == null || question.wanted() == ScopeType.SECTION;
    if (sections.why() != null && maySpeakOfSections) {
      return Optional.of(
          targets.isEmpty()
              ? new Resolution.Unknown(question.text(), sections.why(), List.of())
              : ambiguous(question, sections.why(), targets));
    }
    if (targets.isEmpty()) {
      return Optional.empty();
    }
    String how = name.hasMarks() ? "name" : "name without marks";
    return Optional.of(decide(question, targets, how));
  }

  /** A province and a place in it, as in {@code Lang Son/Huu Nghi}. */
  private Optional<Resolution> path(Question question) {
    int slash = question.text().lastIndexOf('/');
    if (slash <= 0) {
      return Optional.empty();
    }
    String province = question.text().substring(0, slash);
    if (sectionsOf(province, question.date()).isEmpty()) {
      return Optional.empty();
    }
    return whole(question.in(province), PlaceName.of(question.text().substring(slash + 1)));
  }

  /** A place and its other side, in either order; the other side decides. */
  private Optional<Resolution> pair(Question question) {
    String[] sides = question.text().split("\\s*[-–—]\\s*");
    if (sides.length != 2) {
      return Optional.empty();
    }
    List<PlaceTarget> first = gatesNamed(sides[0]);
    List<PlaceTarget> second = gatesNamed(sides[1]);
    List<PlaceTarget> facing = facing(first, sides[1]);
    facing.addAll(facing(second, sides[0]));
    if (!facing.isEmpty()) {
      return Optional.of(decide(question, facing.stream().distinct().toList(), "counterpart"));
    }
    if (first.isEmpty() && second.isEmpty()) {
      return Optional.empty();
    }
    boolean firstIsOurs = !first.isEmpty();
    String why = "'%s' is not known as its other side".formatted(sides[firstIsOurs ? 1 : 0]);
    return Optional.of(ambiguous(question, why, firstIsOurs ? first : second));
  }

  private List<PlaceTarget> gatesNamed(String side) {
    PlaceName name = PlaceName.of(side);
    List<PlaceTarget> named = index.find(name);
    return named.isEmpty()
        ? PlaceWords.strip(name).map(rest -> index.find(rest.name())).orElse(List.of())
        : named;
  }

  private static List<PlaceTarget> facing(List<PlaceTarget> gates, String side) {
    PlaceName far = PlaceName.of(side);
    return gates.stream()
        .filter(gate -> !far.isEmpty() && gate.facesOneNamed(far))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private Optional<Resolution> counterpart(Question question) {
    List<PlaceTarget> gates = index.facing(PlaceName.of(question.text()));
    return gates.isEmpty()
        ? Optional.empty()
        : Optional.of(ambiguous(question, "it is the other side of a gate of ours", gates));
  }

  private Resolution unknown(Question question) {
    PlaceName name = PlaceName.of(question.text());
    PlaceName core = PlaceWords.strip(name).map(PlaceWords.Stripped::name).orElse(name);
    String why =
        index.isKnownWithOtherMarks(core)
            ? "no place is written with exactly these marks"
            : "no place of this name is registered";
    return new Resolution.Unknown(
        question.text(), why, candidates(index.nearest(core, question.wanted())));
  }

  private Resolution decide(Question question, List<PlaceTarget> targets, String how) {
    List<PlaceTarget> ofKind =
        targets.stream()
            .filter(one -> question.wanted() == null || one.type() == question.wanted())
            .toList();
    if (ofKind.isEmpty()) {
      String why = "it is known, but not as a %s".formatted(question.wanted().id());
      return new Resolution.Unknown(question.text(), why, candidates(targets));
    }
    List<PlaceTarget> left = ofKind;
    for (String province : question.provinces()) {
      left = in(province, question.date(), left);
      if (left.isEmpty()) {
        String why = "no place of this name lies in '%s'".formatted(province);
        return ambiguous(question, why, ofKind);
      }
    }
    if (left.stream().noneMatch(PlaceTarget::isOurs)) {
      return ambiguous(question, "it is not on the border with China", targets);
    }
    if (left.size() > 1) {
      return ambiguous(question, "the name alone stands for several places", left);
    }
    String decidedBy = how + (left.size() < targets.size() ? " and what stands beside it" : "");
    return found(left.get(0), question.date(), decidedBy);
  }

  private List<PlaceTarget> in(String province, LocalDate date, List<PlaceTarget> targets) {
    List<String> sections = sectionsOf(province, date);
    PlaceName name = PlaceName.of(province);
    return targets.stream()
        .filter(
            one ->
                one.isOurs()
                    ? one.type() == ScopeType.AREA || sections.contains(one.sectionId())
                    : one.province() != null && name.fits(PlaceName.of(one.province())))
        .toList();
  }

  private List<String> sectionsOf(String province, LocalDate date) {
    PlaceName name = PlaceName.of(province);
    List<String> sections = sectionNames.find(name, date).sectionIds();
    return sections.isEmpty()
        ? PlaceWords.strip(name)
            .map(rest -> sectionNames.find(rest.name(), date).sectionIds())
            .orElse(List.of())
        : sections;
  }

  private Resolution found(PlaceTarget target, LocalDate date, String how) {
    String province =
        provinces.stream()
            .filter(one -> date != null && one.holdsOn(date))
            .filter(one -> one.sectionIds().stream().anyMatch(id -> id.equals(target.sectionId())))
            .map(Province::id)
            .findFirst()
            .orElse(null);
    return new Resolution.Found(target.type(), target.id(), target.sectionId(), province, how);
  }

  private static Resolution ambiguous(Question question, String why, List<PlaceTarget> targets) {
    return new Resolution.Ambiguous(question.text(), why, candidates(targets));
  }

  private static List<Resolution.Candidate> candidates(List<PlaceTarget> targets) {
    return targets.stream().map(PlaceTarget::candidate).toList();
  }

  /** A name with everything that is known beside it. */
  private record Question(String text, ScopeType wanted, List<String> provinces, LocalDate date) {
    Question ofKind(ScopeType kind) {
      return wanted == null ? new Question(text, kind, provinces, date) : this;
    }

    Question in(String province) {
      List<String> both = new ArrayList<>(provinces);
      both.add(province);
      return new Question(text, wanted, both, date);
    }
  }
}
