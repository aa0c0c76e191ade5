package org.bienmau.config;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything about a run that differs between a laptop and production, read once by the job.
 *
 * <p>No computation sees this record: each is handed the one value that it needs. Paths are
 * absolute or URIs; those that begin with {@code classpath:} are resources of the job jar.
 *
 * @param lakeRoot folder or URI under which the Delta tables live
 * @param inputs files, folders and globs to ingest
 * @param referenceDir folder of the registers
 * @param contractsDir folder of the input contracts
 * @param layoutsDir folder of the layouts
 * @param layoutFile the one layout that all inputs are read through; empty means: the one that is
 *     for each
 * @param tables ids of the tables that are built, with all that they are made of; empty means: all
 * @param reportDir folder or URI that the report is written to
 * @param language in which the report opens
 * @param receivedAt when the inputs are said to have arrived; empty means: the clock
 * @param asOf the last day of publication that counts; empty means: all that is known
 * @param personal what becomes of cells that say who somebody is
 * @param personalKeyFile the file with the key for hashing them; empty when it stands in none
 * @param progress how steps are shown
 * @param spark settings that are handed to Spark as they stand
 */
public record Settings(
    String lakeRoot,
    List<String> inputs,
    String referenceDir,
    String contractsDir,
    String layoutsDir,
    Optional<String> layoutFile,
    List<String> tables,
    String reportDir,
    Language language,
    Optional<Instant> receivedAt,
    Optional<LocalDate> asOf,
    PersonalColumns personal,
    Optional<String> personalKeyFile,
    ProgressStyle progress,
    Map<String, String> spark) {

  public Settings {
    inputs = List.copyOf(inputs);
    tables = List.copyOf(tables);
    spark = Map.copyOf(spark);
  }
}
