package org.bienmau.source.layout;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which sheets of a workbook are read.
 *
 * @param isAll whether all are that a person sees
 * @param numbers places of sheets, hidden ones too, counted from 1
 * @param names what names of sheets that a person sees read
 */
record SheetChoice(boolean isAll, List<Integer> numbers, List<TextPattern> names)
    implements Serializable {
  /** The first sheet that a person sees. */
  static final SheetChoice FIRST = new SheetChoice(false, List.of(), List.of());

  SheetChoice {
    numbers = List.copyOf(numbers);
    names = List.copyOf(names);
  }

  /** The chosen sheets by their places counted from 0, with what their names tell. */
  Map<Integer, Map<String, String>> among(List<SheetFile.Tab> tabs) {
    Map<Integer, Map<String, String>> chosen = new LinkedHashMap<>();
    List<Integer> seen = new ArrayList<>();
    for (int i = 0; i < tabs.size(); i++) {
      SheetFile.Tab tab = tabs.get(i);
      if (!tab.isHidden()) {
        seen.add(i);
      }
      if ((isAll && !tab.isHidden()) || numbers.contains(i + 1)) {
        chosen.put(i, Map.of());
      }
      int place = i;
      if (!tab.isHidden()) {
        names.stream()
            .map(name -> name.match(tab.name()))
            .flatMap(Optional::stream)
            .findFirst()
            .ifPresent(parts -> chosen.put(place, parts));
      }
    }
    boolean first = !isAll && numbers.isEmpty() && names.isEmpty();
    if (first && !seen.isEmpty()) {
      chosen.put(seen.get(0), Map.of());
    }
    return chosen;
  }
}
