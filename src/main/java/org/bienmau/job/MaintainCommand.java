package org.bienmau.job;

import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Keeps a lake small and quick. */
@Command(
    name = "maintain",
    description = {
      "Put small files together and remove those that no kept release shows.",
      "Gộp các tệp nhỏ và xóa những tệp mà không bản công bố nào còn cần.",
      "What was taken in stays: no row of any delivery is removed."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  jobs/bienmau maintain --dry-run",
      "  jobs/bienmau maintain --keep-days 14 --output json"
    })
final class MaintainCommand implements Runnable {
  /** Delta may forget versions that are older than 30 days. */
  private static final int MOST_DAYS = 28;

  private final Surroundings around;

  @Option(
      names = "--keep-days",
      paramLabel = "DAYS",
      defaultValue = "7",
      description =
          "Releases that were current within so many days stay readable (default: ${DEFAULT-VALUE}, at most "
              + MOST_DAYS
              + ").")
  private int keepDays;

  @Option(names = "--dry-run", description = "Only say what there is to do.")
  private boolean dryRun;

  @Mixin private CommonOptions common;
  @Mixin private OutputOption output;

  MaintainCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public void run() {
    if (keepDays < 0 || keepDays > MOST_DAYS) {
      throw new RefusedException(
          ExitCode.USAGE,
          "Cannot keep releases for %d days: Delta may forget what is older than 30 days. Name 0 to %d days."
              .formatted(keepDays, MOST_DAYS));
    }
    Duration kept = Duration.ofDays(keepDays);
    output.print(
        LakeWork.run(
            "maintain",
            common.settings(around).settings(),
            around,
            work -> dryRun ? Steps.maintenance(work, kept) : Steps.maintain(work, kept)),
        around);
  }
}
