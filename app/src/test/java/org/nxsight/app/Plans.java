package org.nxsight.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.nxsight.analysis.causes.Explaining;
import org.nxsight.capture.Ports;
import org.nxsight.channels.ChannelForm;
import org.nxsight.exchange.PairingLimits;
import org.nxsight.exchange.selection.Wanted;
import org.nxsight.store.merging.Retention;
import org.nxsight.wire.dnstap.DnstapRole;

/** What a run is to do when nothing out of the ordinary is asked for. */
final class Plans {
  private Plans() {}

  /** Into an output directory, with these legs of dnstap. */
  static RunPlan into(Path output, Set<DnstapRole> roles) {
    return new RunPlan(
        Ports.of(53),
        roles,
        Wanted.all(),
        PairingLimits.DEFAULT,
        false,
        null,
        output,
        ChannelForm.NMSG,
        3600,
        List.of(),
        false,
        true,
        new Retention(),
        null,
        Explaining.DEFAULT_REMEMBERED,
        FindingsPlan.DEFAULT,
        null,
        null);
  }
}
