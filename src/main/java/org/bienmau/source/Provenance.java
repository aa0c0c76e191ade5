package org.bienmau.source;

import java.io.InputStream;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a delivered file comes from, written beside it by the person who brought it.
 *
 * @param provenanceFile the provenance's own file, for errors
 * @param dataset name of the dataset, as its contract has it
 * @param file name of the data file
 * @param producer who made the data file
 * @param title what it is, in one English line
 * @param titleVi the same in Vietnamese
 * @param description what its rows are and how they were made
 * @param accessed the day on which its pages were read for the last time
 * @param licence on what terms it may be used
 * @param told what it says of every row of the data file: publisher, published_on and source_url,
 *     as far as it does
 * @param content checksum and size of the data file
 * @param notes guesses and doubts; may be empty
 */
public record Provenance(
    String provenanceFile,
    String dataset,
    String file,
    String producer,
    String title,
    String titleVi,
    String description,
    LocalDate accessed,
    String licence,
    Map<String, String> told,
    ContentHash content,
    List<String> notes)
    implements Serializable {
  private static final String ENDING = ".provenance.yaml";

  public Provenance {
    told = Map.copyOf(told);
    notes = List.copyOf(notes);
  }

  /**
   * The name of the provenance beside a data file: {@code a.provenance.yaml} beside {@code a.csv}.
   */
  public static String fileNameFor(String dataFile) {
    return dataFile.replaceFirst("\\.[^./]+$", "") + ENDING;
  }

  /**
   * Reads a provenance file.
   *
   * @throws InvalidContractException if anything in it is wrong; it names every problem
   */
  public static Provenance load(String provenanceFile, InputStream yaml) {
    List<String> problems = new ArrayList<>();
    YamlPart root = YamlPart.of(provenanceFile, yaml, problems);
    Provenance provenance =
        new Provenance(
            provenanceFile,
            root.text("dataset"),
            root.text("file"),
            root.text("producer"),
            root.text("title"),
            root.text("titleVi"),
            root.text("description"),
            accessed(root),
            root.text("licence"),
            told(root),
            content(root),
            root.texts("notes"));
    root.end();
    if (!problems.isEmpty()) {
      throw new InvalidContractException(provenanceFile, problems);
    }
    return provenance;
  }

  private static Map<String, String> told(YamlPart root) {
    Map<String, String> told = new LinkedHashMap<>();
    root.textIfAny("publisher").ifPresent(text -> told.put("publisher", text));
    root.textIfAny("published").ifPresent(text -> told.put("published_on", text));
    root.textIfAny("url").ifPresent(text -> told.put("source_url", text));
    return told;
  }

  /**
   * Holds a file's bytes to the checksum written here.
   *
   * @throws SourceDataException if the file is another one
   */
  public void holdTo(String dataFile, ContentHash actual) {
    if (!actual.equals(content)) {
      throw new SourceDataException(
          dataFile,
          "it has %,d bytes with the SHA-256 %s, and %s speaks of %,d bytes with %s"
              .formatted(
                  actual.bytes(),
                  actual.sha256(),
                  provenanceFile,
                  content.bytes(),
                  content.sha256()),
          "Restore the file, or describe the new one in " + provenanceFile + ".");
    }
  }

  private static LocalDate accessed(YamlPart root) {
    String text = root.text("accessed");
    LocalDate day = Findings.parsedDay(text).orElse(null);
    if (day == null && !text.isEmpty()) {
      root.problem("accessed", "is \"%s\", not a day such as 2024-03-31".formatted(text));
    }
    return day;
  }

  private static ContentHash content(YamlPart root) {
    String sha256 = root.text("sha256");
    if (!sha256.isEmpty() && !sha256.matches("[0-9a-f]{64}")) {
      root.problem("sha256", "is \"%s\", not 64 small hexadecimal digits".formatted(sha256));
    }
    int bytes = root.number("bytes");
    if (bytes <= 0) {
      root.problem("bytes", "is not above zero");
    }
    return new ContentHash(sha256, bytes);
  }
}
