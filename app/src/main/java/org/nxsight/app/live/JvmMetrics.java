package org.nxsight.app.live;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a JVM tells of itself: memory, collections, threads, processor time. */
final class JvmMetrics {
  private JvmMetrics() {}

  static void addTo(Metrics metrics) {
    metrics.gauge(
        "jvm_memory_used_bytes",
        "Memory in use.",
        "area",
        () -> Map.of("heap", heap().getUsed(), "nonheap", nonHeap().getUsed()));
    metrics.gauge(
        "jvm_memory_committed_bytes",
        "Memory taken from the system.",
        "area",
        () -> Map.of("heap", heap().getCommitted(), "nonheap", nonHeap().getCommitted()));
    metrics.gauge(
        "jvm_memory_max_bytes",
        "The most memory, -1 for no limit.",
        "area",
        () -> Map.of("heap", heap().getMax(), "nonheap", nonHeap().getMax()));
    metrics.counters(
        "jvm_gc_collection_seconds", "Time spent in collections.", "gc", JvmMetrics::collections);
    metrics.gauge(
        "jvm_threads_current",
        "Platform threads.",
        () -> ManagementFactory.getThreadMXBean().getThreadCount());
    metrics.counter(
        "process_cpu_seconds", "Processor time of the process.", JvmMetrics::processorSeconds);
    metrics.gauge(
        "process_start_time_seconds",
        "When the process began, in seconds since 1970.",
        () -> ManagementFactory.getRuntimeMXBean().getStartTime() / 1e3);
  }

  private static MemoryUsage heap() {
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
  }

  private static MemoryUsage nonHeap() {
    return ManagementFactory.getMemoryMXBean().getNonHeapMemoryUsage();
  }

  private static Map<String, Double> collections() {
    Map<String, Double> seconds = new LinkedHashMap<>();
    for (GarbageCollectorMXBean each : ManagementFactory.getGarbageCollectorMXBeans()) {
      seconds.put(each.getName(), Math.max(0, each.getCollectionTime()) / 1e3);
    }
    return seconds;
  }

  private static double processorSeconds() {
    return ProcessHandle.current()
        .info()
        .totalCpuDuration()
        .map(each -> each.toNanos() / 1e9)
        .orElse(0.0);
  }
}
