package org.bienmau.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bienmau.series.Doubt;
import org.bienmau.series.EventEffect;
import org.bienmau.series.FestivalWindow;
import org.bienmau.series.PlanProjection;
import org.bienmau.series.Refusal;
import org.bienmau.series.TurnoverNowcast;
import org.bienmau.series.Verdict;
import org.junit.jupiter.api.Test;

/** Holds the page to what needs no browser to be seen. */
final class ReportPageTest {
  private static final Pattern SCRIPT =
      Pattern.compile("<script(?: type=\"module\")?>(.*?)</script>", Pattern.DOTALL);
  private static final Pattern KEY = Pattern.compile("\\bt\\('([a-z0-9.-]+)'");
  private static final Pattern MARKED = Pattern.compile("data-t(?:-label)?=\"([a-z0-9.-]+)\"");
  private static final Pattern NAMED = Pattern.compile("\\{(\\w+)}");

  @Test
  void the_same_data_gives_the_same_bytes() throws IOException {
    assertThat(page("{}")).isEqualTo(page("{}"));
  }

  @Test
  void data_cannot_end_the_element_that_carries_it() throws IOException {
    String plain = page("{}");
    String hostile = page("{\"note\":" + PageJson.text("</script><img src=x>") + "}");
    assertThat(hostile.split("</script", -1)).hasSameSizeAs(plain.split("</script", -1));
    assertThat(hostile).doesNotContain("<img src=x>");
  }

  @Test
  void only_the_scripts_of_the_page_are_allowed_to_run()
      throws IOException, GeneralSecurityException {
    String page = page("{}");
    String policy =
        page.lines().filter(line -> line.contains("Content-Security-Policy")).findFirst().get();
    List<String> scripts = all(SCRIPT, page);
    assertThat(scripts).hasSize(2);
    assertThat(policy)
        .contains(
            "default-src 'none'; script-src %s %s; style-src"
                .formatted(allowed(scripts.get(0)), allowed(scripts.get(1))));
  }

  @Test
  void nothing_in_the_template_is_loaded_from_elsewhere() throws IOException {
    assertThat(ReportPage.text("report/index.html"))
        .doesNotContainPattern("(src|href)=\"(?!#|data:)");
  }

  @Test
  void both_languages_have_every_text() throws IOException {
    assertThat(words("en").keySet()).isEqualTo(words("vi").keySet());
  }

  @Test
  void both_languages_fill_in_the_same_things() throws IOException {
    Map<String, Set<String>> vietnamese = named(words("vi"));
    Map<String, Set<String>> english = named(words("en"));
    // Periods are named by different parts, and a single thing is not counted in every language.
    vietnamese.keySet().removeIf(key -> key.startsWith("period.") || key.endsWith(".one"));
    english.keySet().removeIf(key -> key.startsWith("period.") || key.endsWith(".one"));
    assertThat(english).isEqualTo(vietnamese);
  }

  @Test
  void every_text_that_the_page_names_is_there() throws IOException {
    List<String> named = new ArrayList<>(all(MARKED, ReportPage.text("report/index.html")));
    for (String script : ReportPage.SCRIPTS) {
      named.addAll(all(KEY, ReportPage.text("report/" + script + ".js")));
    }
    assertThat(words("vi").keySet()).containsAll(named);
  }

  @Test
  void every_verdict_of_the_mathematics_has_words() throws IOException {
    List<String> codes = new ArrayList<>();
    Stream.of(Verdict.values()).forEach(v -> codes.add("trust." + lower(v)));
    Stream.of(Doubt.values()).forEach(doubt -> codes.add("doubt." + doubt));
    Stream.of(Refusal.values()).forEach(refusal -> codes.add("refusal." + refusal));
    Stream.of(EventEffect.Reason.values()).forEach(reason -> codes.add("untold." + reason));
    Stream.of(PlanProjection.Reason.values()).forEach(r -> codes.add("noprojection." + lower(r)));
    Stream.of(TurnoverNowcast.Reason.values()).forEach(r -> codes.add("notmade." + lower(r)));
    FestivalWindow.STANDARD.forEach(window -> codes.add("festival." + window.name()));
    assertThat(words("vi").keySet()).containsAll(codes);
  }

  private static String lower(Enum<?> code) {
    return code.name().toLowerCase(Locale.ROOT);
  }

  private static List<String> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(found -> found.group(1)).toList();
  }

  private static Map<String, Set<String>> named(Map<String, String> words) {
    return words.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                word -> new TreeSet<>(all(NAMED, word.getValue())),
                (a, b) -> a,
                TreeMap::new));
  }

  private static Map<String, String> words(String language) throws IOException {
    return new ObjectMapper()
        .readValue(ReportPage.text("report/" + language + ".json"), new TypeReference<>() {});
  }

  private static String page(String data) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ReportPage.write(data, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static String allowed(String script) throws GeneralSecurityException {
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
    return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
  }
}
