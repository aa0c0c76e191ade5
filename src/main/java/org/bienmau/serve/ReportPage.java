package org.bienmau.serve;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts the parts of the page together: template, styles, fonts, texts, scripts and data. */
final class ReportPage {
  private ReportPage() {}

  static final List<String> SCRIPTS =
      List.of(
          "data",
          "words",
          "state",
          "dom",
          "panel",
          "chart",
          "curves",
          "fit",
          "how",
          "strip",
          "ranking",
          "drivers",
          "trends",
          "gaps",
          "season",
          "tet",
          "nowcast",
          "trucks",
          "plans",
          "events",
          "coverage",
          "disputes",
          "implied",
          "head",
          "main");
  static final List<String> LANGUAGES = List.of("vi", "en");
  private static final List<String> STYLES = List.of("style", "graphics", "media");
  private static final Pattern PLACE = Pattern.compile("%([A-Z]+)%");

  /** Code points of Vietnamese letters that the fonts' Latin parts lack. */
  private static final String VIETNAMESE =
      "U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,"
          + "U+0300-0301,U+0303-0304,U+0308-0309,U+0323,U+0329,U+1EA0-1EF9,U+20AB";

  private static final String WEBJAR = "META-INF/maven/org.webjars/echarts/pom.properties";

  /** Writes the page around its data, which must be safe inside a script element. */
  static void write(String data, OutputStream out) throws IOException {
    String charts = charts();
    String script = script();
    Map<String, String> parts =
        Map.of(
            "POLICY",
            policy(charts, script),
            "STYLE",
            fonts() + all(STYLES, ".css"),
            "WORDS",
            words(),
            "DATA",
            data,
            "CHARTS",
            charts,
            "SCRIPT",
            script);
    String page =
        PLACE
            .matcher(text("report/index.html"))
            .replaceAll(place -> Matcher.quoteReplacement(parts.get(place.group(1))));
    out.write(page.getBytes(StandardCharsets.UTF_8));
  }

  /** Only the two scripts of the page may run, and nothing may be loaded. */
  private static String policy(String... scripts) {
    StringBuilder allowed = new StringBuilder();
    for (String script : scripts) {
      allowed.append(" 'sha256-").append(sha256(script)).append('\'');
    }
    return "default-src 'none'; script-src%s; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'"
        .formatted(allowed);
  }

  private static String script() throws IOException {
    return all(SCRIPTS, ".js");
  }

  private static String words() throws IOException {
    StringBuilder json = new StringBuilder();
    for (String language : LANGUAGES) {
      json.append(json.isEmpty() ? "{" : ",").append(PageJson.text(language)).append(':');
      json.append(PageJson.safe(text("report/" + language + ".json").strip()));
    }
    return json.append('}').toString();
  }

  private static String charts() throws IOException {
    Properties webjar = new Properties();
    try (InputStream in = open(WEBJAR)) {
      webjar.load(in);
    }
    String version = webjar.getProperty("version");
    return text("META-INF/resources/webjars/echarts/%s/echarts.min.js".formatted(version));
  }

  private static String fonts() throws IOException {
    StringBuilder css = new StringBuilder();
    for (String family : List.of("Source Sans 3", "Source Serif 4")) {
      String file = "report/fonts/" + family.toLowerCase(Locale.ROOT).replace(' ', '-');
      css.append(font(family, file + "-latin.woff2", ""));
      css.append(font(family, file + "-vietnamese.woff2", ";unicode-range:" + VIETNAMESE));
    }
    return css.toString();
  }

  private static String font(String family, String file, String range) throws IOException {
    return "@font-face{font-family:\"%s\";font-weight:200 900;src:url(data:font/woff2;base64,%s) format(\"woff2\")%s}\n"
        .formatted(family, Base64.getEncoder().encodeToString(bytes(file)), range);
  }

  private static String all(List<String> names, String ending) throws IOException {
    StringBuilder joined = new StringBuilder();
    for (String name : names) {
      joined.append(text("report/" + name + ending)).append('\n');
    }
    return joined.toString();
  }

  static String text(String resource) throws IOException {
    return new String(bytes(resource), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String resource) throws IOException {
    try (InputStream in = open(resource)) {
      return in.readAllBytes();
    }
  }

  private static InputStream open(String resource) {
    InputStream in = ReportPage.class.getClassLoader().getResourceAsStream(resource);
    if (in == null) {
      throw new IllegalStateException(
          "Cannot write the report: %s is not on the class path. Build the job jar again."
              .formatted(resource));
    }
    return in;
  }

  private static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Cannot hash the report's scripts: no SHA-256.", e);
    }
  }
}
