package org.nxsight.app;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.nxsight.channels.privacy.AddressMask;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options of {@code nxsight run} that hide who asked. */
final class PrivacySettings {
  @Option(
      names = "--zero-resolver",
      arity = "0",
      defaultValue = "${env:DNSQR_ZERO_RESOLVER_ADDRESS:-0}",
      fallbackValue = "1",
      converter = Switch.class,
      description =
          "puts zeros for the resolvers' addresses into all that is published, and takes client"
              + " subnets out (default: what DNSQR_ZERO_RESOLVER_ADDRESS says, 0 or 1)")
  private boolean zeroResolver;

  @Option(
      names = "--anonymize",
      paramLabel = "KEYFILE",
      description =
          "replaces the resolvers' addresses by Crypto-PAn, which keeps common prefixes, and takes"
              + " client subnets out; the key is 32 octets, or 64 hexadecimal digits")
  private @Nullable Path keyFile;

  /**
   * Makes what takes the place of resolvers' addresses, one for each thread; null when they stay.
   */
  @Nullable Supplier<AddressMask> masks() throws Complaint {
    Path file = keyFile;
    if (file == null) {
      return zeroResolver ? AddressMask::zero : null;
    }
    byte[] key = KeyFile.read(file);
    if (KeyFile.isOpenToOthers(file)) {
      Notices.say(file + ": others may read this key; chmod 600 it");
    }
    return () -> AddressMask.pseudonyms(key);
  }

  /** What is wrong with the options; empty when nothing is. */
  String complaint() {
    return zeroResolver && keyFile != null
        ? "--anonymize: the addresses are zeroed already, by --zero-resolver or"
            + " DNSQR_ZERO_RESOLVER_ADDRESS; choose one"
        : "";
  }

  /**
   * What stands in the environment; nothing else than yes or no, so that no slip shows addresses.
   */
  static final class Switch implements ITypeConverter<Boolean> {
    @Override
    public Boolean convert(String value) {
      return switch (value.strip().toLowerCase(Locale.ROOT)) {
        case "1", "true" -> true;
        case "0", "false", "" -> false;
        default ->
            throw new TypeConversionException(
                "DNSQR_ZERO_RESOLVER_ADDRESS must be 0 or 1, not " + value);
      };
    }
  }
}
