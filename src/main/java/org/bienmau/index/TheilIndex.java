package org.bienmau.index;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The Theil index of inequality, split into what lies between groups and what lies within them.
 *
 * <p>T = Σ sᵢ·ln(sᵢ ÷ wᵢ), with s the shares of the total and w the shares of the weights: 0 where
 * each has the share of its weight. Between the groups it is the same of their sums; within them it
 * is the sum of each group's own index times the group's share. Both add up to T. Definition: H.
 * Theil, <i>Economics and Information Theory</i>, 1967, chapter 4; the split as in A. F. Shorrocks,
 * <i>The Class of Additively Decomposable Inequality Measures</i>, Econometrica 48, 1980.
 *
 * @param between sum over the groups, to eight decimals
 * @param within sum over the groups
 * @param groups each group by its name
 */
public record TheilIndex(BigDecimal between, BigDecimal within, Map<String, Group> groups) {

  private static final int SCALE = 8;

  /**
   * One that has a share.
   *
   * @param group what it belongs to
   * @param value its part of the total; not below zero
   * @param weight its part of the weights; above zero
   */
  public record Member(String group, BigDecimal value, BigDecimal weight) {}

  /**
   * What a group brings to the index.
   *
   * @param members how many it has
   * @param theil the index inside the group; null where its members have nothing
   * @param between its part of the inequality between groups; may be negative
   * @param within its share times its own index
   */
  public record Group(
      int members,
      BigDecimal value,
      BigDecimal weight,
      BigDecimal theil,
      BigDecimal between,
      BigDecimal within) {}

  /** The index of the whole: between and within added. */
  public BigDecimal total() {
    return between.add(within);
  }

  /**
   * The index of these members.
   *
   * @param members at least one has a value above zero
   */
  public static TheilIndex of(List<Member> members) {
    Map<String, List<Member>> grouped =
        members.stream()
            .collect(Collectors.groupingBy(Member::group, TreeMap::new, Collectors.toList()));
    double value = values(members).doubleValue();
    double weight = weights(members).doubleValue();
    Map<String, Group> groups = new TreeMap<>();
    BigDecimal between = BigDecimal.ZERO;
    BigDecimal within = BigDecimal.ZERO;
    for (Map.Entry<String, List<Member>> one : grouped.entrySet()) {
      Group group = group(one.getValue(), value, weight);
      groups.put(one.getKey(), group);
      between = between.add(group.between());
      within = within.add(group.within());
    }
    return new TheilIndex(between, within, groups);
  }

  private static Group group(List<Member> members, double value, double weight) {
    double share = values(members).doubleValue() / value;
    double weightShare = weights(members).doubleValue() / weight;
    double own = 0;
    for (Member member : members) {
      own +=
          term(
              member.value().doubleValue() / values(members).doubleValue(),
              member.weight().doubleValue() / weights(members).doubleValue());
    }
    boolean empty = share == 0;
    return new Group(
        members.size(),
        values(members),
        weights(members),
        empty ? null : rounded(own),
        rounded(term(share, weightShare)),
        empty ? rounded(0) : rounded(share * own));
  }

  /** x·ln(x ÷ w), which tends to nothing with x. */
  private static double term(double share, double weight) {
    return share > 0 ? share * StrictMath.log(share / weight) : 0;
  }

  private static BigDecimal values(List<Member> members) {
    return members.stream().map(Member::value).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal weights(List<Member> members) {
    return members.stream().map(Member::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal rounded(double index) {
    return BigDecimal.valueOf(index).setScale(SCALE, RoundingMode.HALF_UP);
  }
}
