package org.nxsight.app;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Where a server listens: {@code 127.0.0.1:8053} or {@code [::1]:8053}, never a name. */
final class ListenAddress implements ITypeConverter<InetSocketAddress> {
  private static final Pattern FORM =
      Pattern.compile("(?:\\[([0-9A-Fa-f:.]+)]|([0-9.]+)):(\\d{1,5})");
  private static final int LARGEST_PORT = 65_535;

  @Override
  public InetSocketAddress convert(String text) {
    Matcher form = FORM.matcher(text);
    if (form.matches() && Integer.parseInt(form.group(3)) <= LARGEST_PORT) {
      String address = form.group(1) != null ? form.group(1) : form.group(2);
      try {
        return new InetSocketAddress(
            InetAddress.ofLiteral(address), Integer.parseInt(form.group(3)));
      } catch (IllegalArgumentException e) {
        // Told below.
      }
    }
    throw new TypeConversionException(
        "an address and a port are expected, as in 127.0.0.1:8053 or [::1]:8053");
  }
}
