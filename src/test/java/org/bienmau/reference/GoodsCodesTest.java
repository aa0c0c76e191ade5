package org.bienmau.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GoodsCodesTest {
  private static final Registers REGISTERS =
      Registers.load(
          RegisterFiles.in(
              Path.of(System.getProperty("bienmau.basedir")).resolve("conf/reference")));

  private final GoodsCodes codes = new GoodsCodes(REGISTERS.goods());

  @ParameterizedTest(name = "{0} is {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          08106000 | durian                 | the sum of two goods that holds it too is left out
          08109092 | fresh_fruit            | five fruits share the code, and their group is certain
          08013100 | cashew                 | the longer claim wins over nuts, fruit and farm goods
          08029900 | dried_nuts_other       | four digits win over two
          08134000 | dried_nuts_other       | dried fruit
          08119000 | fruit                  | of three groups with the same two digits the finest
          07096010 | chili                  | six digits win over vegetables
          07031019 | vegetables             | the chapter
          03061790 | seafood                | frozen or live, nobody can say
          03031400 | frozen_seafood         | only the frozen
          87032361 | cars                   | finer than new vehicles, which claim the same heading
          87042369 | new_vehicles           | the heading
          02023000 | agri_forestry_fishery  | a group's own chapter
          72083700 | other_goods            | nobody claims steel
          """)
  void a_code_belongs_to_the_finest_goods_that_are_certain(
      String code, String goods, String because) {
    assertThat(codes.of(code)).as(because).isEqualTo(goods);
  }

  @Test
  void the_table_of_beginnings_gives_every_code_what_its_longest_beginning_says() {
    List<String> some =
        List.of("08106000", "08109092", "08013100", "03061790", "87032361", "72083700");

    assertThat(some)
        .allSatisfy(
            code ->
                assertThat(
                        codes.byBeginning().entrySet().stream()
                            .filter(one -> code.startsWith(one.getKey()))
                            .max(
                                (a, b) -> Integer.compare(a.getKey().length(), b.getKey().length()))
                            .map(java.util.Map.Entry::getValue)
                            .orElse(codes.byBeginning().get(GoodsCodes.REST)))
                    .isEqualTo(codes.of(code)));
  }

  @Test
  void goods_without_a_common_group_below_the_root_are_of_the_rest() {
    GoodsCodes two =
        new GoodsCodes(
            List.of(
                goods("everything", null),
                goods("left", "everything", "27"),
                goods("right", "everything", "27"),
                goods("remaining", "everything", "*")));

    assertThat(two.of("27011200")).isEqualTo("remaining");
  }

  @Test
  void without_a_row_for_the_rest_the_root_stands_for_it() {
    GoodsCodes few =
        new GoodsCodes(List.of(goods("everything", null), goods("coal", "everything", "2701")));

    assertThat(few.of("72083700")).isEqualTo("everything");
  }

  @Test
  void the_lineage_leads_from_the_goods_to_the_root() {
    assertThat(codes.lineage("durian"))
        .containsExactly(
            "durian", "fresh_fruit", "fruit", "agri_products", "agri_forestry_fishery", "all");
  }

  private static Goods goods(String id, String parent, String... codes) {
    return new Goods(
        id, List.of(), id, id, parent, List.of(codes), null, false, false, "made up", "");
  }
}
