package org.nxsight.analysis.condensing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nxsight.analysis.findings.DomainSet;
import org.nxsight.analysis.findings.FindingKind;
import org.nxsight.analysis.findings.NetworkSet;
import org.nxsight.analysis.findings.Operator;
import org.nxsight.analysis.findings.Play;
import org.nxsight.analysis.findings.Setting;
import org.nxsight.analysis.findings.Traffic;
import org.nxsight.analysis.findings.Tuning;
import org.nxsight.analysis.findings.Watchlists;
import org.nxsight.analysis.findings.causes.CauseGroups;
import org.nxsight.analysis.findings.causes.Grouping;
import org.nxsight.analysis.findings.floods.Floods;
import org.nxsight.analysis.findings.groups.GeneratedGroups;
import org.nxsight.analysis.findings.groups.GroupedBy;
import org.nxsight.analysis.findings.groups.KnownFamilies;
import org.nxsight.analysis.findings.health.ZoneHealth;
import org.nxsight.analysis.findings.leaks.NameLeaks;
import org.nxsight.analysis.findings.lifetimes.Births;
import org.nxsight.analysis.findings.lifetimes.Deaths;
import org.nxsight.analysis.findings.lists.ListHealth;
import org.nxsight.analysis.findings.lists.ListSpikes;
import org.nxsight.analysis.findings.lists.ListsLearned;
import org.nxsight.analysis.findings.lists.NeverMail;
import org.nxsight.analysis.findings.lists.SelfChecks;
import org.nxsight.analysis.findings.lookalikes.LookalikeScans;
import org.nxsight.analysis.findings.references.DanglingTargets;
import org.nxsight.analysis.findings.spikes.Dimension;
import org.nxsight.analysis.findings.spikes.Spikes;

class SettingsTest {
  private static final int SLOTS = 1 << 8;
  private static final Watchlists WATCHED =
      new Watchlists(
          DomainSet.of(List.of(SettingScenes.BRAND)),
          DomainSet.of(List.of(SettingScenes.OWN)),
          DomainSet.of(List.of(SettingScenes.SILENT)),
          NetworkSet.NONE);

  /** The kinds that are told of traffic by the operators of one of them. */
  private static Set<FindingKind> told(FindingKind kind, Tuning tuning, Traffic traffic)
      throws IOException {
    Set<FindingKind> kinds = new HashSet<>();
    for (Operator operator : operators(kind, tuning)) {
      Play.last(operator, traffic).forEach(each -> kinds.add(each.kind()));
    }
    return kinds;
  }

  private static List<Operator> operators(FindingKind kind, Tuning tuning) {
    return switch (kind) {
      case BIRTH -> List.of(new Births(tuning));
      case DEATH -> List.of(new Deaths(tuning));
      case DANGLING_REFERENCE ->
          List.of(new DanglingTargets(tuning), groups(Grouping.DANGLING, tuning));
      case EXPIRED_DOMAIN -> List.of(groups(Grouping.EXPIRED, tuning));
      case DEFUNCT_SERVICE -> List.of(groups(Grouping.DEFUNCT, tuning));
      case SPAMTRAP_CANDIDATE -> List.of(groups(Grouping.MAIL, tuning));
      case BRAND_TYPOS -> List.of(groups(Grouping.SLIPS, tuning));
      case EDNS_BROKEN -> List.of(groups(Grouping.EDNS, tuning));
      case DGA_GROUP, DEAD_BOTNET ->
          List.of(
              new KnownFamilies(tuning), new GeneratedGroups(GroupedBy.RESOLVER, tuning, SLOTS));
      case RANDOM_SUBDOMAIN_FLOOD -> List.of(new Floods(tuning));
      case LIST_SPIKE -> List.of(new ListSpikes(tuning));
      case NEVER_MAIL -> List.of(new NeverMail(WATCHED, tuning));
      case SELF_CHECK -> List.of(new SelfChecks(tuning));
      case LIST_HEALTH -> List.of(new ListHealth(tuning));
      case LIST_LEARNED -> List.of(new ListsLearned(tuning));
      case LOOKALIKE_SCAN -> List.of(new LookalikeScans(tuning));
      case NAME_LEAK -> List.of(new NameLeaks(WATCHED, tuning));
      case LAME_ZONE, LAME_SERVER, DNSSEC_BROKEN, ZONE_REFUSED -> List.of(new ZoneHealth(tuning));
      case SPIKE -> List.of(new Spikes(Dimension.ZONE, tuning));
    };
  }

  private static Operator groups(Grouping grouping, Tuning tuning) {
    return new CauseGroups(grouping, WATCHED, tuning);
  }

  @ParameterizedTest
  @EnumSource
  void tellsNothingOfTheKindWhenASettingHasItsLargestValue(Setting setting) throws IOException {
    Traffic traffic = SettingScenes.of(setting);
    FindingKind kind = setting.kind();
    assertThat(told(kind, Tuning.USUAL, traffic)).contains(kind);
    Tuning strict = Tuning.of(Map.of(setting, setting.unit().most()));
    assertThat(told(kind, strict, traffic)).doesNotContain(kind);
  }

  @ParameterizedTest
  @EnumSource
  void hasASettingForEachKind(FindingKind kind) {
    assertThat(Setting.of(kind)).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void hasDefaultsThatItAccepts(Setting setting) {
    assertThat(setting.unit().accepts(setting.usual())).isTrue();
    assertThat(setting.text()).startsWith(setting.kind() + ".").matches("[A-Z_]+\\.[a-z_]+");
  }

  @Test
  void refusesValuesThatMakeNoSense() {
    for (double value : new double[] {0, -1, 1.5, 1e9, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> Tuning.of(Map.of(Setting.SPIKE_FAILURES, value)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("SPIKE.failures: a whole number from 1 to 1000000 is expected");
    }
  }
}
