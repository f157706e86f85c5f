package org.nxsight.analysis.causes;

import org.nxsight.analysis.cut.Scope;
import org.nxsight.analysis.cut.Section;

/** Names that were meant for a private network, or that a resolver library made of two. */
final class Leaks implements Rule {
  private static final int LEAST_PROBE_OCTETS = 7;
  private static final int MOST_PROBE_OCTETS = 15;
  private static final float RANDOM_ENOUGH = 0.8f;

  /** Alone at the root, where hosts' short names are mostly words, less will do. */
  private static final float RANDOM_ENOUGH_ALONE = 0.5f;

  /** First labels of search suffixes. */
  private static final LabelSet SUFFIX_HEADS =
      LabelSet.of("corp ad ads office int intern internal intra intranet local lan hq home");

  private static final LabelSet SURE_ENDS = LabelSet.of("com net org");

  /** Zones of content networks, whose edges are called by the whole name of whom they serve. */
  private static final LabelSet CONTENT_NETWORKS =
      LabelSet.of(
          """
          cdn edgekey edgesuite akamai akamaiedge akamaized akadns akamaihd cloudflare fastly \
          fastlylb b-cdn cloudfront azureedge azurefd trafficmanager cdn77 incapdns impervadns \
          edgecastcdn v0cdn llnwd llnw footprint cachefly stackpathdns stackpathcdn gcdn cdngc \
          wscdns wsglb0 kunlunar kunluncan alicdn cdn20 cdngslb edgio systemcdn hwcdn netdna-cdn \
          r53cdn sucuri dnsv1 tbcache qiniudns
          """);

  /** Top-level domains that hardly ever are a host's label below another zone. */
  private static final LabelSet WHOLE_ENDS =
      LabelSet.of("com net org edu gov mil info biz arpa uk de fr jp cn ru br au nl pl eu");

  /** Hosts that stand below any domain, and are no domain of their own. */
  private static final LabelSet HOSTS =
      LabelSet.of("www2 mail mail2 smtp imap webmail ftp blog shop test remote mobile secure host");

  @Override
  public boolean matches(Failure failure, Diagnosis diagnosis) {
    Labels labels = failure.labels();
    if (labels.count() == 1) {
      return isProbe(failure, diagnosis)
          || diagnosis.found(Cause.SINGLE_LABEL, 0.9f, Sign.ONE_LABEL);
    }
    return privateEnd(failure, diagnosis)
        || searchSuffix(failure, diagnosis)
        || (mayHaveSuffix(failure) && isProbe(failure, diagnosis));
  }

  /** Whether what stands right of the first label can be a search suffix. */
  private static boolean mayHaveSuffix(Failure failure) {
    return switch (failure.cut().scope()) {
      case MISSING_HOST ->
          failure.missingLabels() == 1
              && !(failure.cut().section() == Section.PRIVATE
                  && failure.cut().soaOffset() == failure.cut().suffixOffset());
      case UNKNOWN -> failure.missingLabels() > 1;
      default -> false;
    };
  }

  private static boolean isProbe(Failure failure, Diagnosis diagnosis) {
    Labels labels = failure.labels();
    int octets = labels.length(0);
    if (octets < LEAST_PROBE_OCTETS || octets > MOST_PROBE_OCTETS) {
      return false;
    }
    for (int i = 0; i < octets; i++) {
      int octet = labels.octet(0, i);
      if (octet < 'a' || octet > 'z') {
        return false;
      }
    }
    float score = diagnosis.score(failure, labels.offset(0), labels.offset(1));
    return score >= (labels.count() == 1 ? RANDOM_ENOUGH_ALONE : RANDOM_ENOUGH)
        && diagnosis.found(
            Cause.CHROMIUM_PROBE, labels.count() == 1 ? 0.95f * score : 0.6f, Sign.RANDOM_LETTERS);
  }

  private static boolean privateEnd(Failure failure, Diagnosis diagnosis) {
    return switch (failure.cut().topLevel()) {
      case DELEGATED -> false;
      case PRIVATE -> diagnosis.found(Cause.PRIVATE_TLD_LEAK, 0.95f, Sign.TOP_LEVEL_PRIVATE);
      case UNKNOWN -> diagnosis.found(Cause.PRIVATE_TLD_LEAK, 0.7f, Sign.TOP_LEVEL_UNKNOWN);
      case SPECIAL_USE ->
          !isExample(failure.labels())
              && diagnosis.found(Cause.PRIVATE_TLD_LEAK, 0.95f, Sign.TOP_LEVEL_PRIVATE);
    };
  }

  /** Whether it ends in a name that is set aside for examples and tests (RFC 2606). */
  static boolean isExample(Labels labels) {
    int last = labels.count() - 1;
    return labels.is(last, "test")
        || labels.is(last, "invalid")
        || labels.is(last, "example")
        || labels.is(last - 1, "example");
  }

  /** Whether what is missing ends as whole names do: {@code www.example.net.corp.example.com}. */
  private static boolean searchSuffix(Failure failure, Diagnosis diagnosis) {
    Labels labels = failure.labels();
    int left = failure.missingLabels();
    if (failure.cut().scope() != Scope.MISSING_HOST || left < 2) {
      return false;
    }
    for (int label = left; label < labels.count(); label++) {
      if (labels.isIn(label, CONTENT_NETWORKS)) {
        return false;
      }
    }
    boolean whole =
        (labels.isIn(left - 1, WHOLE_ENDS) && !isHostOfSection(labels, left))
            || hasWholeName(failure, left, diagnosis);
    return (whole || diagnosis.isWellKnown(failure, 0, left))
        && diagnosis.found(Cause.SEARCH_SUFFIX_LEAK, whole ? 0.85f : 0.9f, Sign.NAME_BEFORE_SUFFIX);
  }

  /** Whether a part of what is missing is whole, where the suffix has missing labels itself. */
  private static boolean hasWholeName(Failure failure, int left, Diagnosis diagnosis) {
    Labels labels = failure.labels();
    for (int end = left - 1; end >= 2; end--) {
      boolean suffix = labels.isIn(end, SUFFIX_HEADS);
      if (labels.isIn(end - 1, suffix ? WHOLE_ENDS : SURE_ENDS) && !isHostOfSection(labels, end)) {
        return true;
      }
      if (suffix && diagnosis.isWellKnown(failure, 0, end)) {
        return true;
      }
    }
    return false;
  }

  /** {@code www.de.example.com} is the German host of a zone, {@code mail.info} one of a part. */
  private static boolean isHostOfSection(Labels labels, int left) {
    return left == 2 && (labels.length(0) <= 3 || labels.isIn(0, HOSTS));
  }
}
