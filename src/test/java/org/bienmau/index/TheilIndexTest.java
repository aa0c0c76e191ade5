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

  /**
   * The two examples in the documentation of Inequality.jl
   * (https://github.com/JosepER/Inequality.jl, src/Theil.jl): nine incomes, each of one person and
   * each of a tenth to nine tenths of one.
   */
  @Test
  void the_examples_of_another_library_come_out_as_printed() {
    int[] incomes = {8, 5, 1, 3, 5, 6, 7, 6, 3};
    List<Member> weighted =
        IntStream.range(0, incomes.length)
            .mapToObj(
                n -> {
                  BigDecimal persons = BigDecimal.valueOf(n + 1, 1);
                  return new Member(
                      "group" + n % 3, persons.multiply(BigDecimal.valueOf(incomes[n])), persons);
                })
            .toList();

    assertThat(TheilIndex.of(members(incomes)).total().doubleValue())
        .isCloseTo(0.104_945_622_143_235_44, within(2e-8));
    assertThat(TheilIndex.of(weighted).total().doubleValue())
        .isCloseTo(0.081_200_139_116_806_12, within(2e-8));
  }

  /** Nothing here and all there, as PySAL's own test has it: ln 2, and all of it between. */
  @Test
  void groups_that_have_all_or_nothing_differ_only_between_one_another() {
    TheilIndex index =
        TheilIndex.of(
            IntStream.range(0, 6)
                .mapToObj(
                    n ->
                        new Member(
                            n < 3 ? "poor" : "rich",
                            BigDecimal.valueOf(n < 3 ? 0 : 10),
                            BigDecimal.ONE))
                .toList());

    assertThat(index.between()).isEqualByComparingTo("0.69314718");
    assertThat(index.within()).isEqualByComparingTo("0");
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
