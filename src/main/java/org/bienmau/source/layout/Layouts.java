package org.bienmau.source.layout;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bienmau.source.ContractSet;
import org.bienmau.source.FolderFiles;
import org.bienmau.source.InvalidContractException;
import org.bienmau.source.SourceDataException;

/** All layouts of a folder, and which of them a file is for. */
public final class Layouts {
  /** What the name of every layout ends on. */
  public static final String ENDING = ".yaml";

  private static final Pattern LINE = Pattern.compile("line (\\d+): ");

  private final List<Layout> layouts;
  private final boolean isForced;

  private Layouts(List<Layout> layouts, boolean isForced) {
    this.layouts = List.copyOf(layouts);
    this.isForced = isForced;
  }

  /** No layouts at all. */
  public static Layouts none() {
    return new Layouts(List.of(), false);
  }

  /**
   * Reads every layout of a folder.
   *
   * @throws InvalidLayoutException if any of them is wrong, or two have one name; it names every
   *     problem of every file
   * @throws IOException if the folder or one of its files cannot be read
   */
  public static Layouts load(FolderFiles files, ContractSet contracts) throws IOException {
    List<Layout> layouts = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    Map<String, String> seen = new HashMap<>();
    for (String name : files.names()) {
      try (InputStream yaml = files.open(name)) {
        read(name, yaml, contracts, problems).ifPresent(layouts::add);
      }
    }
    for (Layout layout : layouts) {
      String other = seen.putIfAbsent(layout.name(), layout.file());
      if (other != null) {
        problems.add(
            "%s: the layout %s stands in %s already"
                .formatted(layout.file(), layout.name(), other));
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidLayoutException(problems);
    }
    return new Layouts(layouts, false);
  }

  /**
   * Reads one layout.
   *
   * @throws InvalidLayoutException if anything in it is wrong; it names every problem
   */
  public static Layout load(String file, InputStream yaml, ContractSet contracts)
      throws IOException {
    List<String> problems = new ArrayList<>();
    Optional<Layout> layout = read(file, yaml, contracts, problems);
    if (!problems.isEmpty()) {
      throw new InvalidLayoutException(problems);
    }
    return layout.orElseThrow();
  }

  private static Optional<Layout> read(
      String file, InputStream yaml, ContractSet contracts, List<String> problems)
      throws IOException {
    List<String> own = new ArrayList<>();
    Optional<Layout> layout = Optional.empty();
    try {
      layout = new LayoutYaml(file, contracts, own).read(yaml);
    } catch (InvalidContractException noYaml) {
      own.addAll(noYaml.problems());
    }
    own.stream()
        .sorted(Comparator.comparingInt(Layouts::line))
        .forEach(problem -> problems.add(file + ": " + problem));
    return layout;
  }

  private static int line(String problem) {
    Matcher line = LINE.matcher(problem);
    return line.lookingAt() ? Integer.parseInt(line.group(1)) : 0;
  }

  /** The layouts of which this one alone is for every file, whatever its name and headings. */
  public static Layouts only(Layout layout) {
    return new Layouts(List.of(layout), true);
  }

  /** The layout of a name. */
  public Optional<Layout> named(String name) {
    return layouts.stream().filter(layout -> layout.name().equals(name)).findFirst();
  }

  /**
   * Whether a file that came through a layout would come through the same now; a layout that is
   * gone leaves its files as they are.
   *
   * @param id the layout's, as {@link Layout#id()} gave it then
   */
  public boolean stillReads(String id) {
    if (isForced) {
      return layouts.get(0).id().equals(id);
    }
    return named(id.substring(0, id.indexOf(' '))).map(now -> now.id().equals(id)).orElse(true);
  }

  /** All of them, by the names of their files. */
  public List<Layout> all() {
    return layouts;
  }

  /**
   * The layout that a file is for.
   *
   * @param name the file's name without its folder
   * @return empty when it is for none
   * @throws SourceDataException if it is for several
   */
  public Optional<Layout> of(String name, FileContent content) throws IOException {
    if (isForced) {
      return Optional.of(layouts.get(0));
    }
    Claims claims = new Claims(name, content);
    List<Layout> claiming = new ArrayList<>();
    for (Layout layout : layouts) {
      if (claims.refusal(layout).isEmpty()) {
        claiming.add(layout);
      }
    }
    if (claiming.size() > 1) {
      throw new SourceDataException(
          name,
          "several layouts are for it: "
              + claiming.stream()
                  .map(one -> "%s (%s)".formatted(one.name(), one.file()))
                  .collect(Collectors.joining(", ")),
          "Narrow files in all but one of them, or name one with --layout.");
    }
    return claiming.stream().findFirst();
  }

  /** Why each layout is not for a file, as it completes "no layout is for it: …". */
  public String whyNone(String name, FileContent content) throws IOException {
    if (layouts.isEmpty()) {
      return "there are none in layouts.dir";
    }
    Claims claims = new Claims(name, content);
    List<String> why = new ArrayList<>();
    for (Layout layout : layouts) {
      claims
          .refusal(layout)
          .ifPresent(refusal -> why.add("%s %s".formatted(layout.name(), refusal)));
    }
    return String.join("; ", why);
  }
}
