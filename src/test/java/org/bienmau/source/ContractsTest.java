package org.bienmau.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ContractsTest {
  private final Contract contract = RealFiles.contract();

  @Test
  void the_contract_of_the_published_figures_names_what_a_file_must_have() {
    assertThat(contract.id()).isEqualTo("urn:bienmau:published-figures");
    assertThat(contract.version()).isEqualTo("1.0.0");
    assertThat(contract.dataset()).isEqualTo("published_figures");
    assertThat(contract.numberLocale()).isEqualTo(NumberLocale.EN);
    assertThat(contract.delimiter()).isEqualTo(',');
    assertThat(contract.columnNames())
        .startsWith("figure_id", "source_url", "publisher")
        .endsWith("plan_pct", "note")
        .hasSize(22);
    assertThat(contract.column("direction").allowed()).containsExactly("export", "import", "total");
    assertThat(contract.column("note").required()).isFalse();
    assertThat(contract.columns())
        .filteredOn(column -> column.keyPosition() > 0)
        .extracting(ContractColumn::name)
        .contains("source_url", "value")
        .hasSize(9);
  }

  @Test
  void every_code_of_the_judge_is_a_rule_of_the_contract_and_the_other_way_round() {
    Set<String> refusing = names("error");
    Set<String> remarking = names("warning");

    assertThat(refusing).isEqualTo(codes(ReasonCode.values()));
    assertThat(remarking).isEqualTo(codes(RemarkCode.values()));
  }

  @Test
  void every_description_is_there_in_both_languages() {
    assertThat(contract.columns())
        .allSatisfy(
            column ->
                assertThat(column.descriptionVi()).isNotBlank().isNotEqualTo(column.description()));
  }

  @Test
  void all_problems_are_named_at_once_with_their_paths() throws IOException {
    String broken =
        RealFiles.text("conf/contracts/published_figures.odcs.yaml")
            .replace("version: 1.0.0", "version: one")
            .replace("status: active", "status: live")
            .replaceFirst("      - name: publisher\n", "      - name: source_url\n")
            .replaceFirst("logicalType: date", "logicalType: day")
            .replaceFirst("required: true", "requird: true")
            .replaceFirst("value: EN", "value: FR")
            .replaceFirst("(?s)        examples:\n          - \"f06f1cead876\"\n", "");

    assertThatExceptionOfType(InvalidContractException.class)
        .isThrownBy(() -> load(broken))
        .withMessage(
            """
            Cannot use broken.odcs.yaml: 7 problems.
              - version is "one", not three numbers such as 1.0.0
              - status is "live", not one of draft, active, deprecated, retired
              - schema[0].properties[0].examples is missing
              - schema[0].properties[1].requird is not a key known here
              - schema[0].properties[7].logicalType is "day", not one of string, date, number, integer, boolean
              - schema[0].properties repeats the column source_url
              - schema[0].customProperties has the numberLocale "FR", not VI, EN or UNDECLARED
            Correct the file.""");
  }

  @Test
  void a_file_that_is_no_yaml_is_an_error_with_its_place() {
    assertThatExceptionOfType(InvalidContractException.class)
        .isThrownBy(() -> load("id: [1\nname: x"))
        .withMessageStartingWith("Cannot use broken.odcs.yaml: 1 problem.\n  - it is no YAML: ")
        .withMessageContaining("line 2");
  }

  @Test
  void a_key_that_stands_twice_is_an_error() {
    assertThatExceptionOfType(InvalidContractException.class)
        .isThrownBy(() -> load("id: a\nid: b"))
        .withMessageContaining("found duplicate key id");
  }

  private static Contract load(String yaml) {
    return Contracts.load(
        "broken.odcs.yaml", new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
  }

  private Set<String> names(String severity) {
    return Stream.concat(
            contract.rules().stream(),
            contract.columns().stream().flatMap(column -> column.rules().stream()))
        .filter(rule -> rule.severity().equals(severity))
        .map(ContractRule::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> codes(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).collect(Collectors.toCollection(TreeSet::new));
  }
}
