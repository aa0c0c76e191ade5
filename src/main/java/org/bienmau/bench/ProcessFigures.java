package org.bienmau.bench;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/** What this process has used so far: processor time and memory, as far as the system tells. */
public final class ProcessFigures {
  /** Seconds of all processors, of user and system together. */
  static final String CPU_SECONDS = "cpu_seconds";

  /** The most memory that the process held at a time; only Linux tells. */
  static final String PEAK_BYTES = "peak_bytes";

  /** The most that a garbage collection has left on the heap: what is needed, not what is used. */
  static final String HEAP_BYTES = "heap_bytes";

  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String HIGH_WATER = "VmHWM:";

  private final AtomicLong heapLeft = new AtomicLong();

  /** Watches from now on. */
  public ProcessFigures() {
    Set<String> heapPools =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getName)
            .collect(Collectors.toSet());
    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      if (collector instanceof NotificationEmitter emitter) {
        emitter.addNotificationListener((event, none) -> collected(event, heapPools), null, null);
      }
    }
  }

  private void collected(Notification event, Set<String> heapPools) {
    if (event.getType().equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) {
      Map<String, MemoryUsage> after =
          GarbageCollectionNotificationInfo.from((CompositeData) event.getUserData())
              .getGcInfo()
              .getMemoryUsageAfterGc();
      long left =
          heapPools.stream()
              .filter(after::containsKey)
              .mapToLong(pool -> after.get(pool).getUsed())
              .sum();
      heapLeft.accumulateAndGet(left, Math::max);
    }
  }

  /** The figures by name; one that the system does not tell is left out. */
  public Map<String, Double> read() throws IOException {
    Map<String, Double> figures = new TreeMap<>();
    if (ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system) {
      figures.put(CPU_SECONDS, system.getProcessCpuTime() / 1e9);
    }
    if (Files.isReadable(STATUS)) {
      List<String> lines = Files.readAllLines(STATUS);
      lines.stream()
          .filter(line -> line.startsWith(HIGH_WATER))
          .map(line -> line.replaceAll("[^0-9]", ""))
          .forEach(kilobytes -> figures.put(PEAK_BYTES, Double.parseDouble(kilobytes) * 1024));
    }
    if (heapLeft.get() > 0) {
      figures.put(HEAP_BYTES, (double) heapLeft.get());
    }
    return figures;
  }

  /** Writes what there is to read, for the process that started this one. */
  public void write(Path file) throws IOException {
    write(read(), file);
  }

  /** Writes figures where the process that started this one reads them. */
  static void write(Map<String, Double> figures, Path file) throws IOException {
    Files.write(
        file, figures.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList());
  }
}
