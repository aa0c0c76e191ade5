package org.bienmau.config;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Something that may be set.
 *
 * @param name as it stands in a file and in {@code --set}, for example {@code lake.root}
 * @param shape what a value must look like, as it completes "it must be …"
 * @param meaning what it decides, one sentence
 */
public record Key(String name, String shape, String meaning) {
  static final Key LAKE_ROOT =
      new Key("lake.root", "a folder or a URI", "Where the Delta tables live.");
  static final Key INPUTS =
      new Key(
          "inputs", "a list of files, folders or globs", "The files with figures to be ingested.");
  static final Key REFERENCE_DIR =
      new Key("reference.dir", "a folder", "The registers: places, gates, goods, events, rates.");
  static final Key CONTRACTS_DIR =
      new Key("contracts.dir", "a folder", "The contracts that inputs are held to.");
  static final Key LAYOUTS_DIR =
      new Key("layouts.dir", "a folder", "The layouts that say how files of other forms are read.");
  static final Key LAYOUTS_FILE =
      new Key(
          "layouts.file",
          "none or a file",
          "The one layout that all inputs are read through, whatever those of the folder are for.");
  static final Key TABLES =
      new Key(
          "tables",
          "all or a list of tables such as gold.trade_month",
          "The tables that are built, with all that they are made of.");
  static final Key REPORT_DIR =
      new Key("report.dir", "a folder or a URI", "Where the report is written.");
  static final Key LANGUAGE =
      new Key(
          "language", "en or vi", "The language in which the report opens; a reader may switch.");
  static final Key RECEIVED_AT =
      new Key(
          "ingest.received-at",
          "now or an instant such as 2024-04-15T03:00:00Z",
          "When the inputs are said to have arrived.");
  static final Key AS_OF =
      new Key(
          "as-of",
          "latest or a day such as 2024-03-31",
          "The last day of publication that counts; repeated later, it gives the same answer.");
  static final Key PERSONAL_COLUMNS =
      new Key(
          "personal.columns",
          "keyed or drop",
          "Whether plates, traders and drivers become keyed hashes or are left out.");
  static final Key PERSONAL_KEY_FILE =
      new Key(
          "personal.key-file",
          "none or a file",
          "Where the key for hashing personal cells stands, unless BIENMAU_PERSONAL_KEY holds it.");
  static final Key PROGRESS =
      new Key(
          "progress",
          "auto, plain, fancy or none",
          "How steps are shown; auto is fancy on a terminal.");

  /** Everything that may be set, but for what stands under {@link #SPARK}. */
  static final List<Key> ALL =
      List.of(
          LAKE_ROOT,
          INPUTS,
          REFERENCE_DIR,
          CONTRACTS_DIR,
          LAYOUTS_DIR,
          LAYOUTS_FILE,
          TABLES,
          REPORT_DIR,
          LANGUAGE,
          RECEIVED_AT,
          AS_OF,
          PERSONAL_COLUMNS,
          PERSONAL_KEY_FILE,
          PROGRESS);

  /** Keys whose value in one word is a list with commas. */
  static final Set<String> LISTS = Set.of(INPUTS.name(), TABLES.name());

  /** Every key that begins so is Spark's and is handed on as it stands. */
  static final String SPARK = "spark.";

  /** The environment variable that sets this, for example {@code BIENMAU_LAKE_ROOT}. */
  String variable() {
    return "BIENMAU_" + name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
  }

  static Optional<Key> named(String name) {
    return ALL.stream().filter(key -> key.name().equals(name)).findFirst();
  }
}
