package org.nxsight.app.serve;

import java.net.InetSocketAddress;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * How a server listens.
 *
 * @param keys who may ask; without keys only the names of this machine itself are taken as the host
 *     that is asked
 * @param tls what connections are encrypted with; null for plain HTTP
 * @param everybody whether who has no key may ask under any host; wanted by hardly anybody
 */
public record ServerPlan(
    InetSocketAddress listen, ApiKeys keys, @Nullable SSLContext tls, boolean everybody) {
  /** Plain HTTP. */
  public static ServerPlan plain(InetSocketAddress listen, ApiKeys keys) {
    return new ServerPlan(listen, keys, null, false);
  }
}
