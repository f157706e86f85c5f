/** The analysis as a Flink job: stages of shards as operators, between Kafka topics. */
@NullMarked
package org.nxsight.cluster;

import org.jspecify.annotations.NullMarked;
