package org.bienmau.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bienmau.gold.Observation;
import org.bienmau.gold.facts.RecordCell;
import org.bienmau.table.TableColumn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleWordsTest {
  private static final Pattern CODE = Pattern.compile("[a-z]+(_[a-z]+)+|sole");

  @Test
  void every_rule_that_the_tables_name_has_a_sentence() {
    assertThat(codes(Observation.RULE)).contains("sole", "visits_before_counts", "sum_of_halves");
    assertThat(codes(RecordCell.RULE)).containsAll(RecordCell.RULES_OF_COUNTS);
    assertThat(codes(Observation.RULE))
        .allSatisfy(rule -> assertThat(RuleWords.of(rule)).endsWith("."));
    assertThat(codes(RecordCell.RULE))
        .allSatisfy(rule -> assertThat(RuleWords.of(rule)).endsWith(":"));
    assertThatThrownBy(() -> RuleWords.of("dice"))
        .hasMessage("Cannot explain the rule 'dice': it has no sentence.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"vi", "en"})
  void every_rule_of_the_cube_has_words_on_the_page(String language) throws IOException {
    try (InputStream words = RuleWords.class.getResourceAsStream("/report/" + language + ".json")) {
      JsonNode known = new ObjectMapper().readTree(words);

      assertThat(codes(Observation.RULE))
          .allSatisfy(rule -> assertThat(known.path("rule." + rule).asText()).endsWith("."));
    }
  }

  private static Set<String> codes(TableColumn column) {
    return CODE.matcher(column.description())
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toSet());
  }
}
