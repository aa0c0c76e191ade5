package org.bienmau.job;

import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/** What {@code doctor} says of Java and of the machine. */
final class MachineDoctor {
  private static final int OLDEST_JAVA = 17;
  private static final int NEWEST_JAVA = 25;
  private static final double ENOUGH_GIB = 3.5;
  private static final double GIB = 1024.0 * 1024 * 1024;

  private MachineDoctor() {}

  static List<Finding> look(Surroundings around) {
    return List.of(java(), memory(), processors(), timeZone(around), encoding(), locale(around));
  }

  private static Finding java() {
    int feature = Runtime.version().feature();
    String found =
        "%s by %s in %s"
            .formatted(
                Runtime.version(),
                System.getProperty("java.vendor"),
                System.getProperty("java.home"));
    if (feature < OLDEST_JAVA) {
      return Finding.fail("java", found, "Install a JDK 17 to 25 and set JAVA_HOME.");
    }
    return feature > NEWEST_JAVA
        ? Finding.warn("java", found, "Newer than what was tried; a JDK 17 to 25 is known to do.")
        : Finding.ok("java", found);
  }

  private static Finding memory() {
    long bytes =
        ManagementFactory.getOperatingSystemMXBean()
                instanceof com.sun.management.OperatingSystemMXBean system
            ? system.getTotalMemorySize()
            : Runtime.getRuntime().maxMemory() * 4;
    String found =
        String.format(
            Locale.ROOT,
            "%.1f GiB; the embedded Spark may use half of it, or what --driver-memory says",
            bytes / GIB);
    return bytes / GIB < ENOUGH_GIB
        ? Finding.warn("memory", found, "A run wants 4 GiB; with less it may end for want of it.")
        : Finding.ok("memory", found);
  }

  private static Finding processors() {
    int found = Runtime.getRuntime().availableProcessors();
    return found < 2
        ? Finding.warn("processors", "1", "A run takes about twice as long as on two.")
        : Finding.ok("processors", String.valueOf(found));
  }

  /** Results do not depend on the zone, but a clock in the past would spoil what was known when. */
  private static Finding timeZone(Surroundings around) {
    String found =
        "%s; runs compute in UTC, the local day is Asia/Ho_Chi_Minh"
            .formatted(ZoneId.systemDefault());
    LocalDate today = LocalDate.ofInstant(around.clock().instant(), ZoneOffset.UTC);
    return today.getYear() < 2024
        ? Finding.fail("time", "the clock says " + today, "Set the clock of this machine.")
        : Finding.ok("time", found);
  }

  private static Finding encoding() {
    String names = System.getProperty("sun.jnu.encoding", "");
    String found =
        "texts %s, arguments and file names %s".formatted(Charset.defaultCharset(), names);
    boolean fits =
        Charset.defaultCharset().equals(StandardCharsets.UTF_8)
            && names.toLowerCase(Locale.ROOT).replace("-", "").equals("utf8");
    return fits
        ? Finding.ok("encoding", found)
        : Finding.warn("encoding", found, "Set LC_ALL=C.UTF-8, or Vietnamese arguments get lost.");
  }

  private static Finding locale(Surroundings around) {
    String set =
        around
            .environment()
            .getOrDefault("LC_ALL", around.environment().getOrDefault("LANG", "not set"));
    return Finding.ok("locale", "%s (%s)".formatted(Locale.getDefault(), set));
  }
}
