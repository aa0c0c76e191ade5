package org.bienmau.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.bienmau.index.TheilIndex.Member;
import org.junit.jupiter.api.Test;

final class TheilIndexTest {
  @Test
  void equal_shares_are_zero_and_one_that_has_all_is_the_logarithm_of_their_number() {
    assertThat(TheilIndex.of(members(5, 5, 5, 5)).total()).isEqualByComparingTo("0");
    assertThat(TheilIndex.of(members(0, 0, 9, 0)).total()).isEqualByComparingTo("1.38629436");
  }

  /** Against the definition for all members at once, which knows no groups. */
  @Test
  void between_and_within_make_up_the_index_of_all() {
    Random random = new Random(3);
    for (int i = 0; i < 2_000; i++) {
      List<Member> members =
          IntStream.range(0, 2 + random.nextInt(8))
              .mapToObj(
                  n ->
                      new Member(
                          "group" + random.nextInt(3),
                          BigDecimal.valueOf(random.nextInt(1_000) * random.nextInt(2) + 1L, 2),
                          BigDecimal.valueOf(1 + random.nextInt(500), 3)))
              .toList();

      TheilIndex index = TheilIndex.of(members);

      assertThat(index.total().doubleValue()).isCloseTo(direct(members), within(1e-7));
      assertThat(index.groups().values().stream().mapToInt(TheilIndex.Group::members).sum())
          .isEqualTo(members.size());
    }
  }

  private static double direct(List<Member> members) {
    double value = members.stream().mapToDouble(member -> member.value().doubleValue()).sum();
    double weight = members.stream().mapToDouble(member -> member.weight().doubleValue()).sum();
    return members.stream()
        .mapToDouble(
            member -> {
              double share = member.value().doubleValue() / value;
              return share * Math.log(share / (member.weight().doubleValue() / weight));
            })
        .sum();
  }

  private static List<Member> members(int... values) {
    return IntStream.range(0, values.length)
        .mapToObj(n -> new Member("group" + n % 2, BigDecimal.valueOf(values[n]), BigDecimal.ONE))
        .toList();
  }
}
