package org.bienmau.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ContractsTest {
  private static final ContractSet CONTRACTS = RealFiles.contracts();

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
  void every_code_is_a_rule_of_a_contract_and_every_rule_of_single_cells_a_code() {
    assertThat(names(true)).isEqualTo(codes(ReasonCode.values()));
    assertThat(names(false)).isEqualTo(codes(RemarkCode.values()));
  }

  @Test
  void the_records_say_what_tells_them_apart() {
    assertThat(CONTRACTS.all())
        .extracting(Contract::dataset, Contract::isOfRecords)
        .contains(
            tuple("fx_rates", true),
            tuple("published_figures", false),
            tuple("trade_declarations", true),
            tuple("vehicle_counts", true),
            tuple("vehicle_crossings", true));
    assertThat(CONTRACTS.ofDataset("trade_declarations").records())
        .isEqualTo(
            new Shape.Records(
                List.of("source_id", "declaration_no", "item_no"),
                List.of("revision_no", "revised_at"),
                "registered_at",
                5));
    assertThat(CONTRACTS.ofDataset("trade_declarations").rules())
        .filteredOn(rule -> rule.ofRows().isPresent())
        .extracting(ContractRule::name, ContractRule::refuses, ContractRule::rowRule)
        .contains(
            tuple(
                "NET_ABOVE_GROSS",
                true,
                new RowRule.Chain(List.of("net_kg", "gross_kg"), RowRule.Operator.AT_MOST)),
            tuple("GATE_NOT_OPEN", false, new RowRule.OpenOn("gate_id", "registered_at")),
            tuple(
                "EXPORT_NOT_FOB",
                false,
                new RowRule.Implication(
                    new RowRule.Bound("direction", RowRule.Operator.EQUAL, "export"),
                    new RowRule.Bound("value_basis", RowRule.Operator.EQUAL, "FOB"))));
    assertThat(CONTRACTS.ofDataset("vehicle_crossings").columns())
        .filteredOn(ContractColumn::isPersonal)
        .extracting(ContractColumn::name)
        .containsExactly("plate", "driver_name");
  }

  @Test
  void a_file_is_recognised_by_its_columns_in_any_order() {
    List<String> header = new ArrayList<>(CONTRACTS.ofDataset("fx_rates").columnNames());
    Collections.reverse(header);

    assertThat(CONTRACTS.recognise("rates.csv", header).dataset()).isEqualTo("fx_rates");
  }

  @Test
  void a_file_of_no_contract_hears_of_the_nearest() {
    List<String> header =
        List.of("source_id", "currency", "from", "day_to", "per_usd", "basis", "basis");

    assertThatExceptionOfType(SourceDataException.class)
        .isThrownBy(() -> CONTRACTS.recognise("rates.csv", header))
        .withMessage(
            "Cannot ingest rates.csv: its header fits no contract; the nearest is fx_rates, of which it lacks the columns \"day_from\", and has the unknown columns \"from\", and repeats the columns \"basis\". Name the columns as in fx_rates.odcs.yaml, delimited by ',', or describe the file by a layout.");
  }

  @Test
  void the_contracts_of_the_class_path_are_those_of_the_folder() throws IOException {
    assertThat(
            ContractSet.load(
                    ContractFiles.onClassPath("conf/contracts", "published_figures.odcs.yaml"))
                .all())
        .isEqualTo(CONTRACTS.all());
  }

  @Test
  void what_does_not_fit_together_in_a_contract_of_records_is_named() throws IOException {
    String broken =
        RealFiles.text("conf/contracts/fx_rates.odcs.yaml")
            .replace("value: [source_id, currency,", "value: [currency,")
            .replace("value: day_from", "value: per_usd")
            .replace("value: 5\n", "value: 5%\n")
            .replace("day_from <= day_to", "day_from <= basis")
            .replace("decimal(18,6)", "decimal(38,6)")
            .replace("exclusiveMinimum: 0", "exclusiveMinimum: none")
            .replace("pattern: \"^[a-z0-9_]{1,40}$\"", "pattern: \"[a-z]\"");

    assertThatExceptionOfType(InvalidContractException.class)
        .isThrownBy(() -> load(broken))
        .withMessage(
            """
            Cannot use broken.odcs.yaml: 7 problems.
              - line 20: schema[0].customProperties has the stopAbovePercentRefused "5%", not a whole number from 0 to 100
              - line 20: schema[0].customProperties has the recordKey [currency, day_from, day_to, basis], but the primary key is [source_id, currency, day_from, day_to, basis]
              - line 20: schema[0].customProperties has the periodColumn "per_usd", which is no date or timestamp of it
              - line 108: schema[0].properties gives per_usd the physicalType "decimal(38,6)", not decimal(18,3) or another of at most 18 digits
              - line 108: schema[0].properties bounds per_usd by "none", which is no number
              - line 108: schema[0].properties gives basis the pattern "[a-z]", not a regular expression from ^ to $
              - line 39: schema[0].quality has the rule DAYS_REVERSED, which compares columns of the types date, string
            Correct the file.""");
  }

  @Test
  void every_description_is_there_in_both_languages() {
    assertThat(CONTRACTS.all())
        .flatExtracting(Contract::columns)
        .allSatisfy(
            column ->
                assertThat(column.descriptionVi()).isNotBlank().isNotEqualTo(column.description()));
    assertThat(rules())
        .allSatisfy(
            rule -> assertThat(rule.descriptionVi()).isNotBlank().isNotEqualTo(rule.description()));
  }

  @Test
  void all_problems_are_named_at_once_with_their_lines_and_paths() throws IOException {
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
              - line 7: version is "one", not three numbers such as 1.0.0
              - line 8: status is "live", not one of draft, active, deprecated, retired
              - line 66: schema[0].properties[0].examples is missing
              - line 85: schema[0].properties[1].requird is not a key known here
              - line 218: schema[0].properties[7].logicalType is "day", not one of string, date, timestamp, number, integer, boolean
              - line 20: schema[0].customProperties has the numberLocale "FR", not VI, EN or UNDECLARED
              - line 65: schema[0].properties repeats the column source_url
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
        .withMessageContaining("line 2: id stands twice");
  }

  private static Contract load(String yaml) {
    return Contracts.load(
        "broken.odcs.yaml", new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
  }

  /** The rules of single cells and of reading; those of several cells have names of their own. */
  private static Set<String> names(boolean refusing) {
    return rules()
        .filter(rule -> rule.ofRows().isEmpty() && rule.refuses() == refusing)
        .map(ContractRule::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<ContractRule> rules() {
    return CONTRACTS.all().stream()
        .flatMap(
            contract ->
                Stream.concat(
                    contract.rules().stream(),
                    contract.columns().stream().flatMap(column -> column.rules().stream())));
  }

  private static Set<String> codes(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).collect(Collectors.toCollection(TreeSet::new));
  }
}
