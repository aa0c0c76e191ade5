package org.bienmau.pipeline;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A history of deliveries made up from a seed, with what must come out of it: late files,
 * amendments, cancellations, repeated rows, refused rows, files delivered again in other states or
 * without rows, originals that come after their amendments.
 *
 * <p>It keeps to three months of its own, so that many histories can share a lake.
 */
final class RandomHistory {
  private static final String HEADER =
      "source_id,declaration_no,item_no,revision_no,revised_at,status,registered_at,cleared_at,gate_id,direction,regime,hs_code,net_kg,gross_kg,value,currency,value_basis,partner_country,trader_id,origin_form,channel";

  private final int number;
  private final Random random;
  private final YearMonth first;
  private final Map<String, List<Line>> live = new LinkedHashMap<>();
  private final Map<String, List<List<Line>>> states = new HashMap<>();
  private final List<Line> heldBack = new ArrayList<>();
  private int declarations;
  private int files;

  /**
   * One state of a declaration line; the same line and revision always say the same.
   *
   * @param revision below zero for a row that must be refused
   */
  record Line(String declarationNo, YearMonth month, int revision) {
    boolean isGood() {
      return revision >= 0;
    }

    boolean isCancelled() {
      return revision > 0 && dice() % 3 == 0;
    }

    BigDecimal kg() {
      return new BigDecimal(1 + dice() + ".500");
    }

    Line amended() {
      return new Line(declarationNo, month, revision + 1);
    }

    private int dice() {
      return Math.floorMod((declarationNo + "/" + revision).hashCode(), 9000);
    }

    private String csv() {
      String registered = month + "-07T08:00:00+07:00";
      return String.join(
          ",",
          "Vietnam Customs",
          declarationNo,
          "1",
          String.valueOf(Math.max(revision, 0)),
          month + "-%02dT09:00:00+07:00".formatted(8 + Math.max(revision, 0)),
          isCancelled() ? "cancelled" : "active",
          registered,
          "",
          "huu_nghi",
          "export",
          "customs_declared",
          "08106000",
          isGood() ? kg().toPlainString() : "-1",
          "",
          "1000.00",
          "USD",
          "FOB",
          "CN",
          "trader",
          "",
          "green");
    }
  }

  /** A file of a step. */
  record File(String name, List<Line> lines) {
    String text() {
      return HEADER
          + "\n"
          + lines.stream().map(line -> line.csv() + "\n").collect(Collectors.joining());
    }

    long refused() {
      return lines.stream().filter(line -> !line.isGood()).count();
    }
  }

  RandomHistory(int number, long seed) {
    this.number = number;
    this.random = new Random(seed * 1_000 + number);
    this.first = YearMonth.of(2012, 1).plusMonths(number);
  }

  /** The files of the next step, none for a step in which nothing comes. */
  List<File> next() {
    if (live.isEmpty()) {
      return List.of(deliver(newName(), firstLines()));
    }
    return switch (random.nextInt(8)) {
      case 0 -> List.of();
      case 1 -> List.of(deliver(newName(), someNewLines(3)));
      case 2 -> List.of(deliver(newName(), amended()));
      case 3 -> List.of(deliver(newName(), repeated()));
      case 4 -> List.of(deliver(aName(), changed()));
      case 5 -> List.of(deliver(aName(), List.of()));
      case 6 -> List.of(deliverAnEarlierState(aName()));
      default -> List.of(deliver(newName(), amendmentFirst()));
    };
  }

  private File deliver(String name, List<Line> lines) {
    live.put(name, lines);
    states.computeIfAbsent(name, any -> new ArrayList<>()).add(lines);
    return new File(name, lines);
  }

  private File deliverAnEarlierState(String name) {
    List<List<Line>> known = states.get(name);
    return deliver(name, known.get(random.nextInt(known.size())));
  }

  private String newName() {
    // Names in no order, so that later files do not always sort after earlier ones.
    return "h%02d-%04d-%d.csv".formatted(number, random.nextInt(10_000), files++);
  }

  private String aName() {
    List<String> names = new ArrayList<>(live.keySet());
    return names.get(random.nextInt(names.size()));
  }

  /** So many that one bad one among them does not make the whole file refused. */
  private List<Line> firstLines() {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      lines.add(new Line(newNo(), aMonth(), 0));
    }
    if (random.nextInt(3) == 0) {
      lines.add(new Line(newNo(), aMonth(), -1));
    }
    Collections.shuffle(lines, random);
    return lines;
  }

  private List<Line> someNewLines(int most) {
    List<Line> lines = new ArrayList<>(heldBack);
    heldBack.clear();
    for (int i = random.nextInt(most) + 1; i > 0; i--) {
      lines.add(new Line(newNo(), aMonth(), 0));
    }
    return lines;
  }

  private String newNo() {
    return "%02d%08d".formatted(number + 10, declarations++);
  }

  private YearMonth aMonth() {
    return first.plusMonths(random.nextInt(3));
  }

  private List<Line> amended() {
    List<Line> current = new ArrayList<>(current().values());
    Collections.shuffle(current, random);
    return current.stream().limit(3).map(Line::amended).toList();
  }

  private List<Line> repeated() {
    List<Line> good = goodLines();
    Collections.shuffle(good, random);
    return good.stream().limit(3).toList();
  }

  private List<Line> changed() {
    List<Line> lines = new ArrayList<>(live.get(aName()));
    lines.removeIf(line -> !line.isGood());
    Collections.shuffle(lines, random);
    List<Line> kept = new ArrayList<>(lines.subList(0, lines.size() / 2));
    kept.addAll(someNewLines(2));
    return kept;
  }

  /** The second state of a line whose first one comes later. */
  private List<Line> amendmentFirst() {
    Line original = new Line(newNo(), aMonth(), 0);
    heldBack.add(original);
    return List.of(original.amended());
  }

  private List<Line> goodLines() {
    return live.values().stream()
        .flatMap(Collection::stream)
        .filter(Line::isGood)
        .collect(Collectors.toCollection(ArrayList::new));
  }

  /** What must count now: of each line the highest revision among the live files. */
  Map<String, Line> current() {
    Map<String, Line> current = new TreeMap<>();
    for (Line line : goodLines()) {
      current.merge(
          line.declarationNo(),
          line,
          (one, other) -> one.revision() >= other.revision() ? one : other);
    }
    return current;
  }

  /** The last state of every file. */
  List<File> liveFiles() {
    return live.entrySet().stream().map(file -> new File(file.getKey(), file.getValue())).toList();
  }

  /** The lines of the live files by name. */
  Map<String, List<Line>> live() {
    return new LinkedHashMap<>(live);
  }
}
