package org.bienmau.gold.compare;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.bienmau.gold.compare.Whole.Part;
import org.bienmau.index.Apportionment;
import org.bienmau.index.Percent;
import org.bienmau.table.TableRow;

/** The shares, ranks, growth and contributions of the parts of one whole, and its residual. */
final class Contributions {
  private final Whole whole;
  private final List<Part> parts;

  /** Whether every part with a value is among those that explain the whole. */
  private final boolean closed;

  private final List<BigDecimal> contributions;
  private final List<BigDecimal> shares;

  private Contributions(Whole whole) {
    this.whole = whole;
    List<Part> explaining = whole.parts().stream().filter(this::explains).toList();
    this.closed =
        whole.parts().stream().allMatch(part -> part.value() == null || explaining.contains(part));
    this.parts = withResidual(explaining);
    this.contributions = contributions();
    this.shares = shares();
  }

  /** The rows of {@link GrowthContribution} for a whole. */
  static List<Row> rows(Block block, String decomposition, Whole whole) {
    Contributions found = new Contributions(whole);
    TableRow row =
        whole
            .describe(TableRow.of(GrowthContribution.TABLE), block)
            .with(GrowthContribution.DECOMPOSITION, decomposition)
            .with(
                GrowthContribution.WHOLE_VALUE_YEAR_AGO,
                whole.before() == null ? null : whole.before().value())
            .with(GrowthContribution.WHOLE_GROWTH_PCT, whole.growth())
            .with(GrowthContribution.WHOLE_REASON, whole.whyNoGrowth());
    List<Row> rows = new ArrayList<>();
    for (int place : found.forReading()) {
      rows.add(
          found.fill(row.copy().with(GrowthContribution.PART_NO, rows.size() + 1), place).row());
    }
    return rows;
  }

  private boolean explains(Part part) {
    return whole.notCompared() == null
        ? part.notCompared() == null
        : part.value() != null && part.ofWhole();
  }

  /** What the parts leave of the whole, now or a year earlier, is a part of its own. */
  private List<Part> withResidual(List<Part> explaining) {
    BigDecimal value = whole.now().value().subtract(sum(explaining, Part::value));
    BigDecimal base =
        whole.notCompared() == null
            ? whole.before().value().subtract(sum(explaining, Part::base))
            : null;
    List<Part> all = new ArrayList<>(whole.parts());
    boolean left = value.signum() != 0 || base != null && base.signum() != 0;
    if (left && !explaining.isEmpty()) {
      all.add(
          new Part(
              GrowthContribution.RESIDUAL, value, base, null, null, true, whole.notCompared()));
    }
    return all;
  }

  private static BigDecimal sum(List<Part> parts, Function<Part, BigDecimal> value) {
    return parts.stream().map(value).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private List<BigDecimal> contributions() {
    BigDecimal growth = whole.growth();
    return growth == null
        ? apportioned(part -> null, BigDecimal.ONE)
        : apportioned(Contributions::change, whole.before().value());
  }

  private List<BigDecimal> shares() {
    if (whole.now().value().signum() <= 0) {
      return apportioned(part -> null, BigDecimal.ONE);
    }
    if (closed) {
      return apportioned(part -> part.ofWhole() ? part.value() : null, whole.now().value());
    }
    return parts.stream()
        .map(part -> hasShare(part) ? Percent.of(part.value(), whole.now().value()) : null)
        .toList();
  }

  /** A residual that holds parts which stand in rows of their own has no share beside them. */
  private static boolean hasShare(Part part) {
    return part.ofWhole() && !isResidual(part);
  }

  /** The percentages of the parts that have a number, null for the others. */
  private List<BigDecimal> apportioned(Function<Part, BigDecimal> number, BigDecimal of) {
    List<Part> counted = parts.stream().filter(part -> number.apply(part) != null).toList();
    List<BigDecimal> rounded = Apportionment.percent(counted.stream().map(number).toList(), of);
    return parts.stream()
        .map(part -> counted.contains(part) ? rounded.get(counted.indexOf(part)) : null)
        .toList();
  }

  private static boolean isResidual(Part part) {
    return part.id().equals(GrowthContribution.RESIDUAL);
  }

  private static BigDecimal change(Part part) {
    return part.notCompared() == null ? part.value().subtract(part.base()) : null;
  }

  /** The largest contribution first, then by value, the residual last. */
  private int[] forReading() {
    Comparator<BigDecimal> largest = Comparator.nullsLast(Comparator.reverseOrder());
    Comparator<Integer> order =
        Comparator.comparing((Integer place) -> isResidual(parts.get(place)))
            .thenComparing(contributions::get, largest)
            .thenComparing(place -> parts.get(place).value(), largest)
            .thenComparing(place -> parts.get(place).id());
    return IntStream.range(0, parts.size())
        .boxed()
        .sorted(order)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private TableRow fill(TableRow row, int place) {
    Part part = parts.get(place);
    BigDecimal share = shares.get(place);
    row.with(GrowthContribution.PART_ID, part.id())
        .with(GrowthContribution.VALUE, part.value())
        .with(GrowthContribution.VALUE_YEAR_AGO, part.base())
        .with(GrowthContribution.CHANGE, change(part))
        .with(GrowthContribution.PART_REASON, part.notCompared())
        .with(GrowthContribution.CONTRIBUTION_POINTS, contributions.get(place))
        .with(GrowthContribution.SHARE_PCT, share)
        .with(GrowthContribution.PART_OBSERVATION_ID, part.nowId())
        .with(GrowthContribution.PART_YEAR_AGO_OBSERVATION_ID, part.beforeId());
    if (share != null && whole.growth() != null && part.notCompared() == null) {
      BigDecimal shareBefore = Percent.of(part.base(), whole.before().value());
      row.with(GrowthContribution.SHARE_CHANGE_POINTS, share.subtract(shareBefore));
    }
    if (isResidual(part)) {
      return row;
    }
    if (part.value() != null) {
      row.with(GrowthContribution.RANK, rank(part, Part::value, other -> other.value() != null));
    }
    if (part.notCompared() == null) {
      Function<Part, Boolean> compared = other -> other.notCompared() == null;
      row.with(GrowthContribution.GROWTH_PCT, Percent.change(part.value(), part.base()))
          .with(GrowthContribution.STATE, state(part))
          .with(
              GrowthContribution.RANK_CHANGE,
              rank(part, Part::base, compared) - rank(part, Part::value, compared));
    }
    return row;
  }

  private static String state(Part part) {
    if (part.base().signum() == 0 && part.value().signum() > 0) {
      return "new";
    }
    return part.base().signum() > 0 && part.value().signum() == 0 ? "vanished" : "continuing";
  }

  /** One more than the number of parts that are larger: equal values share a rank. */
  private int rank(Part part, Function<Part, BigDecimal> value, Function<Part, Boolean> counts) {
    long larger =
        parts.stream()
            .filter(other -> !isResidual(other) && counts.apply(other))
            .filter(other -> value.apply(other).compareTo(value.apply(part)) > 0)
            .count();
    return Math.toIntExact(1 + larger);
  }
}
