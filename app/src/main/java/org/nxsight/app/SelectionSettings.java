package org.nxsight.app;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.nxsight.exchange.selection.AddressPrefixes;
import org.nxsight.exchange.selection.NameSuffixes;
import org.nxsight.exchange.selection.Wanted;
import org.nxsight.wire.dns.Rcodes;
import org.nxsight.wire.dns.RecordTypes;
import picocli.CommandLine.Option;

/** The options of {@code nxsight run} that choose exchanges. */
final class SelectionSettings {
  private static final String PREFIXES = "ADDR[/BITS]";

  @Option(
      names = "--rd",
      paramLabel = "0|1|any",
      defaultValue = "${env:DNSQR_CAPTURE_RD:-any}",
      description =
          "keeps exchanges whose flag RD has this value: 0 is what resolvers ask authorities, 1 what"
              + " clients ask resolvers (default: any, or what DNSQR_CAPTURE_RD says)")
  private String rd = "any";

  @Option(
      names = "--resolver",
      paramLabel = PREFIXES,
      split = ",",
      defaultValue = "${env:DNSQR_RES_ADDRS}",
      description =
          "keeps what these asked; with --authority, either is enough (default: DNSQR_RES_ADDRS)")
  private List<String> resolvers = new ArrayList<>();

  @Option(
      names = "--authority",
      paramLabel = PREFIXES,
      split = ",",
      defaultValue = "${env:DNSQR_AUTH_ADDRS}",
      description = "keeps what these were asked (default: DNSQR_AUTH_ADDRS)")
  private List<String> authorities = new ArrayList<>();

  @Option(
      names = "--only-server",
      paramLabel = PREFIXES,
      split = ",",
      description = "keeps only what servers under these prefixes were asked")
  private List<String> servers = new ArrayList<>();

  @Option(
      names = "--not-server",
      paramLabel = PREFIXES,
      split = ",",
      description = "passes over what servers under these prefixes were asked")
  private List<String> notServers = new ArrayList<>();

  @Option(
      names = "--only-name",
      paramLabel = "DOMAIN",
      split = ",",
      description = "keeps only names that are or stand below one of these")
  private List<String> names = new ArrayList<>();

  @Option(
      names = "--not-name",
      paramLabel = "DOMAIN",
      split = ",",
      description = "passes over names that are or stand below one of these")
  private List<String> notNames = new ArrayList<>();

  @Option(
      names = "--only-qtype",
      paramLabel = "TYPE",
      split = ",",
      description = "keeps only questions of these types")
  private List<String> qtypes = new ArrayList<>();

  @Option(
      names = "--not-qtype",
      paramLabel = "TYPE",
      split = ",",
      description = "passes over questions of these types")
  private List<String> notQtypes = new ArrayList<>();

  @Option(
      names = "--only-rcode",
      paramLabel = "RCODE",
      split = ",",
      description = "keeps only exchanges with these extended rcodes")
  private List<String> rcodes = new ArrayList<>();

  @Option(
      names = "--not-rcode",
      paramLabel = "RCODE",
      split = ",",
      description = "passes over exchanges with these extended rcodes")
  private List<String> notRcodes = new ArrayList<>();

  @Option(
      names = "--sample",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "keeps one exchange in N, the same ones whenever the same traffic is read (default:"
              + " ${DEFAULT-VALUE})")
  private int sampleOneIn = 1;

  /**
   * What was asked for.
   *
   * @throws IllegalArgumentException saying which option is wrong and how
   */
  Wanted wanted() {
    if (sampleOneIn < 1) {
      throw new IllegalArgumentException("--sample: must be 1 or more");
    }
    return new Wanted(
        rd(),
        addresses("--resolver", resolvers),
        addresses("--authority", authorities),
        addresses("--only-server", servers),
        addresses("--not-server", notServers),
        domains("--only-name", names),
        domains("--not-name", notNames),
        numbers("--only-qtype", qtypes, RecordTypes::number),
        numbers("--not-qtype", notQtypes, RecordTypes::number),
        numbers("--only-rcode", rcodes, Rcodes::number),
        numbers("--not-rcode", notRcodes, Rcodes::number),
        sampleOneIn);
  }

  private int rd() {
    return switch (rd) {
      case "0" -> 0;
      case "1" -> 1;
      case "any" -> Wanted.ANY;
      default -> throw new IllegalArgumentException("--rd: must be 0, 1 or any");
    };
  }

  private static AddressPrefixes addresses(String option, List<String> texts) {
    return read(option, AddressPrefixes::of, texts);
  }

  private static NameSuffixes domains(String option, List<String> texts) {
    return read(option, NameSuffixes::of, texts);
  }

  private static <T> T read(String option, Function<List<String>, T> reader, List<String> texts) {
    try {
      return reader.apply(texts);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(option + ": " + e.getMessage(), e);
    }
  }

  private static BitSet numbers(
      String option, List<String> mnemonics, ToIntFunction<String> number) {
    BitSet numbers = new BitSet();
    for (String mnemonic : mnemonics) {
      int found = number.applyAsInt(mnemonic.strip());
      if (found < 0) {
        throw new IllegalArgumentException(
            option + ": " + mnemonic + " is neither a mnemonic nor a form like TYPE65 or RCODE23");
      }
      numbers.set(found);
    }
    return numbers;
  }
}
