package org.nxsight.cluster;

import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.nxsight.analysis.sharding.Destination;
import org.nxsight.exchange.Packing;

/**
 * The job, from packed exchanges to findings:
 *
 * <pre>
 *   source ─▶ routing ══▶ domains ══▶ keys ──▶ ledger ─▶ findings
 *               └──▶ popular ══▲═══════▲
 * </pre>
 *
 * <p>Double lines go by shard. Uids are fixed, so that a savepoint fits the next version.
 */
final class JobGraph {
  private JobGraph() {}

  /**
   * Adds the job to an environment.
   *
   * @return what comes out of it
   */
  static Found add(
      StreamExecutionEnvironment env, Source<byte[], ?, ?> source, JobSettings settings) {
    env.setMaxParallelism(settings.shards());
    env.getConfig().enableObjectReuse();
    WatermarkStrategy<byte[]> watermarks =
        WatermarkStrategy.<byte[]>forBoundedOutOfOrderness(
                Duration.ofMillis(settings.outOfOrderMillis()))
            .withTimestampAssigner((packed, _) -> EventTimes.millis(Packing.earliestNanos(packed)))
            .withIdleness(Duration.ofMillis(settings.idleMillis()));
    SingleOutputStreamOperator<byte[]> routed =
        env.fromSource(source, watermarks, "observations", Tags.OCTETS)
            .uid("observations")
            .transform("routing", Tags.OCTETS, new RoutingOperator(settings.shards()))
            .uid("routing");
    SingleOutputStreamOperator<byte[]> popular =
        stage(routed.getSideOutput(Tags.of(Destination.POPULAR)), settings, StageMaker.POPULAR)
            .setParallelism(1);
    SingleOutputStreamOperator<byte[]> domains =
        stage(
            routed
                .getSideOutput(Tags.of(Destination.DOMAIN))
                .union(popular.getSideOutput(Tags.of(Destination.DOMAIN))),
            settings,
            StageMaker.DOMAIN);
    SingleOutputStreamOperator<byte[]> keys =
        stage(
            routed
                .getSideOutput(Tags.of(Destination.KEY))
                .union(
                    popular.getSideOutput(Tags.of(Destination.KEY)),
                    domains.getSideOutput(Tags.of(Destination.KEY))),
            settings,
            StageMaker.KEY);
    SingleOutputStreamOperator<byte[]> findings =
        stage(
                routed
                    .getSideOutput(Tags.of(Destination.LEDGER))
                    .union(
                        domains.getSideOutput(Tags.of(Destination.LEDGER)),
                        keys.getSideOutput(Tags.of(Destination.LEDGER))),
                settings,
                StageMaker.LEDGER)
            .setParallelism(1);
    return new Found(findings, findings.getSideOutput(Tags.of(Destination.TOTALS)));
  }

  /**
   * What comes out of the job.
   *
   * @param findings as JSON objects
   * @param totals how often each cause was told, as a JSON object, when the stream has ended
   */
  record Found(DataStream<byte[]> findings, DataStream<byte[]> totals) {}

  private static SingleOutputStreamOperator<byte[]> stage(
      DataStream<byte[]> messages, JobSettings settings, StageMaker maker) {
    String name = maker.name().toLowerCase(java.util.Locale.ROOT);
    return messages
        .keyBy(new ShardKeys(settings.shards()))
        .transform(name, Tags.OCTETS, new StageOperator(settings, maker))
        .uid(name);
  }
}
