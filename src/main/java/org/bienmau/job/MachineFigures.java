package org.bienmau.job;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What a reader of measurements has to know about the machine. */
final class MachineFigures {
  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
  private static final String MODEL = "model name";

  private MachineFigures() {}

  static Map<String, String> read() {
    Map<String, String> figures = new LinkedHashMap<>();
    java.lang.management.OperatingSystemMXBean system =
        ManagementFactory.getOperatingSystemMXBean();
    figures.put(
        "machine",
        "%d processors%s, %s %s"
            .formatted(
                system.getAvailableProcessors(), model(), system.getName(), system.getVersion()));
    if (system instanceof OperatingSystemMXBean detailed) {
      figures.put(
          "memory", "%.1f GiB".formatted(detailed.getTotalMemorySize() / (double) (1L << 30)));
    }
    figures.put("Java", System.getProperty("java.vm.name") + " " + Runtime.version());
    figures.put(
        "load average at the start",
        String.format(Locale.ROOT, "%.2f", system.getSystemLoadAverage()));
    return figures;
  }

  private static String model() {
    if (!Files.isReadable(PROCESSORS)) {
      return "";
    }
    try {
      return Files.readAllLines(PROCESSORS).stream()
          .filter(line -> line.startsWith(MODEL))
          .findFirst()
          .map(line -> " (" + line.substring(line.indexOf(':') + 1).strip() + ")")
          .orElse("");
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + PROCESSORS + ".", e);
    }
  }
}
