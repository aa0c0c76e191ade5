package org.bienmau.source.layout;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bienmau.source.ContentHash;
import org.bienmau.source.Contract;
import org.bienmau.source.ContractSet;
import org.bienmau.source.NumberLocale;
import org.bienmau.source.TextEncoding;
import org.bienmau.source.YamlPart;

/**
 * Reads one layout, strictly: a key that is not known here is an error, like a part that is missing
 * or two that contradict each other.
 */
final class LayoutYaml {
  private static final int HASH_DIGITS = 16;
  private static final String VIETNAM = "+07:00";
  private static final List<String> NAMES = List.of("csv", "xlsx", "jsonl");

  private final String file;
  private final ContractSet contracts;
  private final List<String> problems;

  /**
   * @param problems where every problem is added, with its line
   */
  LayoutYaml(String file, ContractSet contracts, List<String> problems) {
    this.file = file;
    this.contracts = contracts;
    this.problems = problems;
  }

  /** The layout; empty when it is so wrong that nothing can be made of it. */
  Optional<Layout> read(InputStream yaml) throws IOException {
    byte[] bytes = yaml.readAllBytes();
    String hash =
        ContentHash.of(new ByteArrayInputStream(bytes)).sha256().substring(0, HASH_DIGITS);
    int before = problems.size();
    YamlPart root = YamlPart.of(file, new ByteArrayInputStream(bytes), problems);
    String dataset = root.text("contract");
    Optional<Contract> contract =
        contracts.all().stream().filter(one -> one.dataset().equals(dataset)).findFirst();
    if (contract.isEmpty()) {
      if (!dataset.isEmpty()) {
        root.problem(
            "contract",
            "is \"%s\", not one of %s"
                .formatted(
                    dataset,
                    contracts.all().stream()
                        .map(Contract::dataset)
                        .collect(Collectors.joining(", "))));
      }
      return Optional.empty();
    }
    Layout layout = layout(root, contract.get(), hash);
    root.end();
    if (problems.size() == before) {
      new LayoutChecks(layout, contract.get(), root, problems).run();
    }
    return problems.size() == before ? Optional.of(layout) : Optional.empty();
  }

  private Layout layout(YamlPart root, Contract contract, String hash) {
    FieldYaml fields = new FieldYaml(contract);
    String name = root.text("layout");
    String version = root.text("version");
    if (!version.isEmpty() && !version.matches("\\d+\\.\\d+\\.\\d+")) {
      root.problem("version", "is \"%s\", not three numbers such as 1.0.0".formatted(version));
    }
    if (!name.isEmpty() && !name.matches("[a-z][a-z0-9_]*")) {
      root.problem("layout", "is \"%s\", not a name such as customs_by_month".formatted(name));
    }
    YamlPart files = root.part("files");
    List<TextPattern> names = FieldYaml.patterns(files, "names");
    List<TextPattern> headings = FieldYaml.patterns(files, "headings");
    files.end();
    if (names.isEmpty() && headings.isEmpty()) {
      root.problem("files", "says neither names nor headings by which its files are known");
    }
    Layout.Form form = form(root);
    boolean isJson = form.kind() == Layout.Form.Kind.JSONL;
    if (isJson) {
      refuse(root, "its lines name their cells themselves", "header", "title");
    }
    if (form.kind() != Layout.Form.Kind.XLSX) {
      refuse(root, "only a workbook has sheets", "sheets");
    }
    return new Layout(
        file,
        name,
        version,
        hash,
        root.text("description"),
        root.text("descriptionVi"),
        contract.dataset(),
        names,
        headings,
        form,
        sheets(root),
        titles(root),
        header(root),
        reading(root),
        fields.remembered(root.part("remember")),
        fields.fields(root.part("columns")),
        root.parts("rows").stream().map(fields::fields).toList(),
        root.parts("when").stream().map(when -> condition(when, contract)).toList(),
        FieldYaml.patterns(root, "ignore"));
  }

  private static void refuse(YamlPart root, String why, String... keys) {
    for (String key : keys) {
      if (root.has(key)) {
        root.problem(key, "has no place here: " + why);
        root.skip(key);
      }
    }
  }

  private static Layout.Form form(YamlPart root) {
    String kind = root.oneOf("format", NAMES);
    boolean isText = !kind.equals("xlsx");
    if (!isText) {
      refuse(root, "a workbook knows its own", "encoding", "delimiter");
    } else if (kind.equals("jsonl")) {
      refuse(root, "JSON has none", "delimiter");
    }
    Optional<String> named = root.textIfAny("encoding");
    Optional<TextEncoding> encoding = named.flatMap(TextEncoding::of);
    if (named.isPresent() && encoding.isEmpty()) {
      root.problem(
          "encoding",
          "is \"%s\", not one of %s"
              .formatted(
                  named.get(),
                  Arrays.stream(TextEncoding.values())
                      .map(TextEncoding::id)
                      .collect(Collectors.joining(", "))));
    }
    String delimiter = root.has("delimiter") ? root.text("delimiter") : ",";
    if (delimiter.length() != 1 && !delimiter.equals("tab")) {
      root.problem("delimiter", "is \"%s\", not one character or tab".formatted(delimiter));
      delimiter = ",";
    }
    return new Layout.Form(
        NAMES.contains(kind)
            ? Layout.Form.Kind.valueOf(kind.toUpperCase(Locale.ROOT))
            : Layout.Form.Kind.CSV,
        delimiter.equals("tab") ? '\t' : delimiter.charAt(0),
        encoding.orElse(null));
  }

  private static SheetChoice sheets(YamlPart root) {
    if (!root.has("sheets")) {
      return SheetChoice.FIRST;
    }
    if (root.peek("sheets").filter("all"::equals).isPresent()) {
      root.skip("sheets");
      return new SheetChoice(true, List.of(), List.of());
    }
    List<TextPattern> all = FieldYaml.patterns(root, "sheets");
    Map<Boolean, List<TextPattern>> byKind =
        all.stream()
            .collect(Collectors.partitioningBy(one -> one.toString().matches("[1-9]\\d{0,2}")));
    return new SheetChoice(
        false,
        byKind.get(true).stream().map(one -> Integer.valueOf(one.toString())).toList(),
        byKind.get(false));
  }

  private static List<List<TextPattern>> titles(YamlPart root) {
    List<List<TextPattern>> titles = new ArrayList<>();
    if (root.peek("title").isPresent()) {
      titles.add(FieldYaml.patterns(root, "title"));
    } else {
      FieldYaml.patterns(root, "title").forEach(one -> titles.add(List.of(one)));
    }
    return titles;
  }

  private static HeaderRule header(YamlPart root) {
    if (!root.has("header")) {
      return HeaderRule.FIRST_ROW;
    }
    YamlPart part = root.part("header");
    List<TextPattern> from = FieldYaml.patterns(part, "from");
    boolean hasPlace = part.has("at");
    int at = part.number("at");
    boolean hasRows = part.has("rows");
    int rows = part.number("rows");
    int skip = part.number("skipAfter");
    boolean fillsRight = part.has("fill") && part.oneOf("fill", List.of("right")).equals("right");
    part.end();
    if (from.size() > 1 || (hasPlace && !from.isEmpty())) {
      part.problem("", "is found by one text in from, or by the number of its row in at");
    }
    if ((hasPlace && at < 1) || rows < 0 || rows > 20 || skip < 0 || skip > 100) {
      part.problem("", "counts rows: at from 1 on, rows up to 20, skipAfter up to 100");
    }
    return new HeaderRule(
        from.isEmpty() ? null : from.get(0),
        hasPlace ? at : 1,
        hasRows ? rows : 1,
        fillsRight,
        skip);
  }

  private static CellReading reading(YamlPart root) {
    NumberLocale numbers = FieldYaml.numbers(root);
    String offset = root.textIfAny("offset").orElse(VIETNAM);
    ZoneOffset zone = ZoneOffset.UTC;
    try {
      zone = ZoneOffset.of(offset);
    } catch (DateTimeException notAnOffset) {
      root.problem("offset", "is \"%s\", not an offset from UTC such as +07:00".formatted(offset));
    }
    return new CellReading(
        numbers == null ? NumberLocale.UNDECLARED : numbers,
        folded(root.oneOrMoreTexts("missing")),
        folded(root.oneOrMoreTexts("zero")),
        root.oneOrMoreTexts("footnotes").stream().map(CellReading::footnote).toList(),
        zone);
  }

  private static Set<String> folded(List<String> words) {
    return words.stream().map(CellReading::folded).collect(Collectors.toSet());
  }

  private static Condition condition(YamlPart when, Contract contract) {
    List<TextPattern> headings = FieldYaml.patterns(when, "column");
    int at = FieldYaml.at(when);
    List<TextPattern> reads = FieldYaml.patterns(when, "reads");
    if (reads.isEmpty()) {
      when.problem("reads", "is missing");
    }
    List<Condition.Effect> effects = new ArrayList<>();
    if (when.flag("leaveOut")) {
      effects.add(Condition.Effect.LEAVE_OUT);
    }
    if (when.flag("stop")) {
      effects.add(Condition.Effect.STOP);
    }
    if (when.has("remember")) {
      boolean isBelow = when.oneOf("remember", List.of("row", "below")).equals("below");
      effects.add(isBelow ? Condition.Effect.REMEMBER_BELOW : Condition.Effect.REMEMBER);
    }
    Map<String, TextTemplate> set = set(when, "set", contract);
    if (!set.isEmpty()) {
      effects.add(Condition.Effect.SET);
    }
    Map<String, TextTemplate> setBelow = set(when, "setBelow", contract);
    if (!setBelow.isEmpty()) {
      effects.add(Condition.Effect.SET_BELOW);
    }
    when.end();
    if (effects.size() > 1) {
      when.problem(
          "",
          "has more than one of leaveOut, stop, set, setBelow and remember; write a condition for each, several may be for the same row");
    } else if (effects.isEmpty()) {
      when.problem("", "needs one of leaveOut, stop, set, setBelow and remember");
      effects.add(Condition.Effect.LEAVE_OUT);
    }
    return new Condition(
        headings, at, reads, effects.get(0), set.isEmpty() ? setBelow : set, when.lineOf(""));
  }

  private static Map<String, TextTemplate> set(YamlPart when, String key, Contract contract) {
    Map<String, TextTemplate> set = new LinkedHashMap<>();
    YamlPart part = when.part(key);
    for (String column : part.keys()) {
      if (!contract.columnNames().contains(column)) {
        part.problem(column, "is not a column of " + contract.dataset());
      }
      part.textIfAny(column).ifPresent(text -> set.put(column, new TextTemplate(text)));
    }
    return set;
  }
}
