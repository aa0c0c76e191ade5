package org.bienmau.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ContractComparisonTest {
  private static final String FILE = "conf/contracts/fx_rates.odcs.yaml";

  @Test
  void what_may_refuse_a_good_file_of_the_old_version_is_breaking() throws IOException {
    assertThat(
            changes(
                text ->
                    text.replace("validValues: [CNY, VND]", "validValues: [CNY, THB]")
                        .replace("exclusiveMinimum: 0", "exclusiveMinimum: 1")
                        .replace("- name: basis", "- name: kind")
                        .replace("day_to, basis]", "day_to, kind]")
                        .replace("value: 5\n", "value: 10\n")
                        .replace("decimal(18,6)", "decimal(18,4)")))
        .isEqualTo(
            """
            breaking recordKey is [source_id, currency, day_from, day_to, kind], was [source_id, currency, day_from, day_to, basis]
            fine stopAbovePercentRefused is 10, was 5
            breaking currency may no longer be VND
            fine currency may be THB as well
            breaking per_usd is written as decimal(18,4), was decimal(18,6)
            breaking per_usd has the exclusiveMinimum 1, was 0
            breaking basis was removed, and seems to be renamed to kind
            breaking kind was added, and files of the old version lack it
            """);
  }

  @Test
  void the_first_number_of_the_version_tells_of_breaking_changes() throws IOException {
    UnaryOperator<String> breaking = text -> text.replace("[CNY, VND]", "[CNY]");
    UnaryOperator<String> widening = text -> text.replace("[CNY, VND]", "[CNY, VND, THB]");

    assertThat(dishonesty(breaking)).isEqualTo("1.0.0 breaks 1.0.0; it has to be 2.0.0");
    assertThat(dishonesty(text -> breaking.apply(text).replace("version: 1.0.0", "version: 1.4.0")))
        .isEqualTo("1.4.0 breaks 1.0.0; it has to be 2.0.0");
    assertThat(dishonesty(text -> breaking.apply(text).replace("version: 1.0.0", "version: 2.0.0")))
        .isEmpty();
    assertThat(dishonesty(widening)).isEqualTo("1.0.0 differs from 1.0.0 and is no higher version");
    assertThat(dishonesty(text -> widening.apply(text).replace("version: 1.0.0", "version: 1.1.0")))
        .isEmpty();
    assertThat(dishonesty(UnaryOperator.identity())).isEmpty();
  }

  private static String changes(UnaryOperator<String> edit) throws IOException {
    return ContractComparison.between(load(UnaryOperator.identity()), load(edit)).stream()
        .map(
            change ->
                "%s %s %s\n"
                    .formatted(
                        change.isBreaking() ? "breaking" : "fine", change.where(), change.what()))
        .collect(Collectors.joining());
  }

  private static String dishonesty(UnaryOperator<String> edit) throws IOException {
    Contract before = load(UnaryOperator.identity());
    Contract after = load(edit);
    List<ContractChange> changes = ContractComparison.between(before, after);
    return ContractComparison.dishonesty(before, after, changes).orElse("");
  }

  private static Contract load(UnaryOperator<String> edit) throws IOException {
    String yaml = edit.apply(RealFiles.text(FILE));
    return Contracts.load(FILE, new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
  }
}
