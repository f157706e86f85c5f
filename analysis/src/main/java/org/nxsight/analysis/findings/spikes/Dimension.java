package org.nxsight.analysis.findings.spikes;

import org.nxsight.analysis.causes.Cause;
import org.nxsight.analysis.cut.Cut;
import org.nxsight.analysis.findings.Observation;
import org.nxsight.wire.dns.Rcodes;
import org.nxsight.wire.dns.RecordTypes;

/** What failures are counted by. */
public enum Dimension {
  /** The cause. */
  CAUSE {
    @Override
    long key(Observation observation) {
      Cause cause = observation.cause();
      return cause == null ? 0 : 1 + cause.ordinal();
    }

    @Override
    String text(Observation observation) {
      return "cause " + observation.cause();
    }
  },
  /** The type asked for. */
  QTYPE {
    @Override
    long key(Observation observation) {
      return 1L + observation.qtype();
    }

    @Override
    String text(Observation observation) {
      return "qtype " + RecordTypes.text(observation.qtype());
    }
  },
  /** The extended rcode. */
  RCODE {
    @Override
    long key(Observation observation) {
      return 1L + observation.rcode();
    }

    @Override
    String text(Observation observation) {
      return "rcode " + Rcodes.text(observation.rcode());
    }
  },
  /** The zone in which names are missing; so also the DNS list. */
  ZONE {
    @Override
    long key(Observation observation) {
      int soa = observation.cut().soaOffset();
      return soa == Cut.NONE ? 0 : observation.hashFrom(soa);
    }

    @Override
    String text(Observation observation) {
      return observation.textFrom(observation.cut().soaOffset());
    }
  },
  /** The public suffix. */
  SUFFIX {
    @Override
    long key(Observation observation) {
      return observation.hashFrom(observation.cut().suffixOffset());
    }

    @Override
    String text(Observation observation) {
      return "suffix " + observation.textFrom(observation.cut().suffixOffset());
    }
  };

  /** The key of what a record counts for, not mixed; 0 when it counts for nothing. */
  abstract long key(Observation observation);

  /** What a record counts for, for a person. */
  abstract String text(Observation observation);
}
