package org.nxsight.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.nxsight.app.serve.ApiKey;
import org.nxsight.app.serve.ApiKeyFile;
import org.nxsight.app.serve.ApiKeys;
import org.nxsight.app.serve.ApiServer;
import org.nxsight.app.serve.PemFiles;
import org.nxsight.app.serve.ReloadedIdentity;
import org.nxsight.app.serve.Route;
import org.nxsight.app.serve.ServerPlan;
import picocli.CommandLine.Option;

/** Where a server listens, for whom, and how it is encrypted. */
final class ServeSettings {
  @Option(
      names = "--listen",
      paramLabel = "ADDR:PORT",
      defaultValue = "127.0.0.1:8053",
      converter = ListenAddress.class,
      description =
          "where to listen; any other address than this machine's own needs an API key and TLS"
              + " (default: ${DEFAULT-VALUE})")
  private InetSocketAddress listen = new InetSocketAddress(8053);

  @Option(
      names = "--key-file",
      paramLabel = "FILE",
      description =
          "a file with one API key that allows all, which requests carry as X-Api-Key; or else the"
              + " environment's "
              + ApiKeySource.VARIABLE)
  private @Nullable Path keyFile;

  @Option(
      names = "--keys",
      paramLabel = "FILE",
      description = "the keys that nxsight key made (default: " + ApiKeyFile.NAME + " in DIR)")
  private @Nullable Path keys;

  @Option(
      names = "--tls-cert",
      paramLabel = "FILE",
      description = "a certificate with its chain, in PEM; read again when it has changed")
  private @Nullable Path certificate;

  @Option(
      names = "--tls-key",
      paramLabel = "FILE",
      description = "its private key, in PEM (BEGIN PRIVATE KEY)")
  private @Nullable Path privateKey;

  @Option(
      names = "--insecure-no-tls",
      description = "listens for others without TLS, as behind a proxy that has it")
  private boolean withoutTls;

  @Option(
      names = "--insecure-no-key",
      description = "lets everybody on the network ask, who can name this machine's address")
  private boolean withoutKey;

  /**
   * What was asked for, when that is safe or said to be wanted.
   *
   * @param data the directory that runs write to
   */
  ServerPlan plan(Path data) throws Complaint {
    ApiKeys apiKeys = apiKeys(data);
    SSLContext tls = tls();
    boolean others = !listen.getAddress().isLoopbackAddress();
    if (others && !withoutKey && !apiKeys.areNeeded()) {
      throw new Complaint(
          Complaint.UNUSABLE,
          "--listen: an address that others can reach needs an API key; make one with nxsight key"
              + " add, or listen on 127.0.0.1");
    }
    if (others && tls == null && !withoutTls) {
      throw new Complaint(
          Complaint.UNUSABLE,
          "--listen: an address that others can reach needs TLS; give --tls-cert and --tls-key, or"
              + " --insecure-no-tls behind a proxy that has it");
    }
    return new ServerPlan(listen, apiKeys, tls, others && withoutKey);
  }

  private ApiKeys apiKeys(Path data) throws Complaint {
    Path path = keys == null ? data.resolve(ApiKeyFile.NAME) : keys;
    ApiKeyFile file = new ApiKeyFile(path);
    try {
      if (file.read().isEmpty() && keys != null) {
        throw new Complaint(
            Complaint.UNUSABLE,
            Printable.of(
                path + ": has no keys; make one with nxsight key add NAME --keys " + path));
      }
    } catch (IOException e) {
      throw new Complaint(Complaint.UNUSABLE, Printable.of(Faults.describeOwn(e, path.toString())));
    }
    if (KeyFile.isOpenToOthers(path)) {
      Notices.say(path + ": others may read these keys; chmod 600 it");
    }
    ApiKey one = ApiKeySource.read(keyFile, System.getenv(ApiKeySource.VARIABLE));
    Supplier<List<ApiKeys.Holder>> holders =
        one == null
            ? file::current
            : () -> {
              List<ApiKeys.Holder> all = new ArrayList<>(file.current());
              all.add(ApiKeys.Holder.ofAll("-", one));
              return all;
            };
    return new ApiKeys(holders, System::nanoTime);
  }

  private @Nullable SSLContext tls() throws Complaint {
    if ((certificate == null) != (privateKey == null)) {
      throw new Complaint(Complaint.UNUSABLE, "--tls-cert and --tls-key are given together");
    }
    if (certificate == null || privateKey == null) {
      return null;
    }
    if (KeyFile.isOpenToOthers(privateKey)) {
      Notices.say(privateKey + ": others may read this key; chmod 600 it");
    }
    try {
      return new ReloadedIdentity(new PemFiles(certificate, privateKey), Notices::say).context();
    } catch (IOException e) {
      throw new Complaint(
          Complaint.UNUSABLE, Printable.of(Faults.describe(e, certificate + ", " + privateKey)));
    }
  }

  /** Begins to listen. */
  static ApiServer listen(ServerPlan plan, List<Route> routes) throws Complaint {
    try {
      return new ApiServer(plan, routes);
    } catch (UncheckedIOException e) {
      throw new Complaint(
          Complaint.FAILED,
          Printable.of(
              "--listen: "
                  + plan.listen().getHostString()
                  + ":"
                  + plan.listen().getPort()
                  + " cannot be listened at: "
                  + (e.getCause() == null ? "unknown reason" : e.getCause().getMessage())));
    }
  }

  /** Says where a server listens. */
  static void sayWhere(ServerPlan plan, ApiServer server) {
    Notices.say("listening on " + address(plan) + ":" + server.port());
  }

  /** How its place is written in a URL, but for the port. */
  private static String address(ServerPlan plan) {
    String host = plan.listen().getHostString();
    return (plan.tls() == null ? "http://" : "https://")
        + (plan.listen().getAddress().getAddress().length == 4 ? host : "[" + host + "]");
  }
}
