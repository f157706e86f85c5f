package org.nxsight.app.serve;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who is let in. With keys: who has one that allows it. Without: who is on this machine and asks it
 * under a name that only it itself can mean. What changes something must come from here as well,
 * and not from a page of somebody else in the same browser.
 */
final class Gate {
  private static final HeaderName KEY = HeaderNames.create("X-Api-Key");
  private static final HeaderName FETCH_SITE = HeaderNames.create("Sec-Fetch-Site");
  private static final String BEARER = "bearer ";

  private final ApiKeys keys;
  private final boolean everybody;

  /**
   * @param everybody whether any host is taken when there are no keys
   */
  Gate(ApiKeys keys, boolean everybody) {
    this.keys = keys;
    this.everybody = everybody;
  }

  /** Whether a request may go on; when it may not, it has been answered. */
  boolean lets(ServerRequest request, ServerResponse response, Scope scope, boolean speaksDnsdb) {
    if (scope == Scope.WRITE && !isOfThisOrigin(request)) {
      ApiServer.refuse(
          response,
          Status.FORBIDDEN_403,
          "what changes something is taken as application/json, and not from another origin",
          speaksDnsdb);
      return false;
    }
    if (!keys.areNeeded()) {
      return everybody || isOfThisMachine(request, response, speaksDnsdb);
    }
    return scope == Scope.OPEN || hasKey(request, response, scope, speaksDnsdb);
  }

  private static boolean isOfThisMachine(
      ServerRequest request, ServerResponse response, boolean speaksDnsdb) {
    boolean here = Loopback.isHost(header(request, HeaderNames.HOST, ""));
    if (!here) {
      ApiServer.refuse(
          response,
          Status.FORBIDDEN_403,
          "without an API key only localhost, 127.0.0.1 and [::1] are served",
          speaksDnsdb);
    }
    return here;
  }

  private boolean hasKey(
      ServerRequest request, ServerResponse response, Scope scope, boolean speaksDnsdb) {
    switch (keys.admit(key(request), scope)) {
      case ApiKeys.Admission.Admitted admitted -> {
        return true;
      }
      case ApiKeys.Admission.Unknown unknown -> {
        response.header(HeaderNames.WWW_AUTHENTICATE, "Bearer realm=\"nxsight\"");
        ApiServer.refuse(
            response,
            // dnsdbq knows 403 only.
            speaksDnsdb ? Status.FORBIDDEN_403 : Status.UNAUTHORIZED_401,
            "the API key is missing or wrong; send it in the header X-Api-Key",
            speaksDnsdb);
      }
      case ApiKeys.Admission.OutOfScope out ->
          ApiServer.refuse(
              response,
              Status.FORBIDDEN_403,
              "this API key has no scope " + out.scope().text(),
              speaksDnsdb);
      case ApiKeys.Admission.TooMany many -> {
        response.header(HeaderNames.RETRY_AFTER, Long.toString(many.retrySeconds()));
        ApiServer.refuse(
            response,
            Status.TOO_MANY_REQUESTS_429,
            "this API key has asked too often; ask again in " + many.retrySeconds() + " s",
            speaksDnsdb);
      }
    }
    return false;
  }

  private static @Nullable String key(ServerRequest request) {
    String key = header(request, KEY, "");
    String authorization = header(request, HeaderNames.AUTHORIZATION, "");
    if (key.isEmpty() && authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
      return authorization.substring(BEARER.length()).strip();
    }
    return key;
  }

  private static boolean isOfThisOrigin(ServerRequest request) {
    String host = header(request, HeaderNames.HOST, "");
    String origin = header(request, HeaderNames.ORIGIN, "");
    String site = header(request, FETCH_SITE, "same-origin");
    String type = header(request, HeaderNames.CONTENT_TYPE, "").toLowerCase(Locale.ROOT);
    return (origin.isEmpty() || origin.equals("http://" + host) || origin.equals("https://" + host))
        && (site.equals("same-origin") || site.equals("none"))
        && type.split(";", 2)[0].strip().equals("application/json");
  }

  private static String header(ServerRequest request, HeaderName name, String absent) {
    return request.headers().first(name).orElse(absent);
  }
}
