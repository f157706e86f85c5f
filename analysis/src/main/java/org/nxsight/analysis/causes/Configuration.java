package org.nxsight.analysis.causes;

import org.nxsight.analysis.cut.Scope;
import org.nxsight.analysis.cut.TopLevel;

/** Names by which software looks for its settings, its servers and for who owns a domain. */
final class Configuration implements Rule {
  private static final int SRV = 33;
  private static final int NAPTR = 35;
  private static final int SVCB = 64;
  private static final int URI = 256;
  private static final int CAA = 257;
  private static final int MD5_DIGITS = 32;

  private static final LabelSet MAIL =
      LabelSet.of(
          "_dmarc _domainkey _mta-sts _bimi _adsp _report _spf _amazonses _smtp-tlspolicy _policy");
  private static final LabelSet MAIL_PORTS = LabelSet.of("_25 _465 _587");
  private static final LabelSet VALIDATION =
      LabelSet.of(
          """
          _acme-challenge _validation-contactemail _validation-contactphone _pki-validation \
          _dnsauth _globalsign-domain-verification _acme _caa-check
          """);
  private static final LabelSet TRANSPORTS =
      LabelSet.of("_tcp _udp _sctp _dccp _tls _quic _dns-sd _msdcs _sites _https _http");
  private static final LabelSet SERVICES =
      LabelSet.of("autodiscover autoconfig _autodiscover _dns-sd _msdcs");

  /** Tried below whatever domain a machine or a mail address has. */
  private static final LabelSet DEFAULT_HOSTS =
      LabelSet.of(
          """
          salt puppet pxe unifi enterpriseregistration enterpriseenrollment lyncdiscover \
          lyncdiscoverinternal sipinternal sipexternal puppetmaster saltmaster chef pxeserver \
          wsus sccm tftp tftpboot kickstart foreman ocsinventory-ng autoinstall openwisp-default \
          certenroll certauth-adfs enterpriseregistration-manage msoid enterprise-enrollment \
          cisco-capwap-controller cisco-lwapp-controller aruba-master ruckuscontroller \
          zonedirector smartzone ubnt-discover ciscocm-http-proxy barracuda-cloudgen fusioninventory
          """);

  /** Tried too, but also hosts that people had. */
  private static final LabelSet COMMON_HOSTS =
      LabelSet.of("proxy ntp time timeserver syslog loghost printserver logserver tftpserver dhcp");

  @Override
  public boolean matches(Failure failure, Diagnosis diagnosis) {
    Labels labels = failure.labels();
    if (labels.is(0, "wpad")) {
      return diagnosis.found(Cause.WPAD, 0.99f, Sign.DEFAULT_HOST);
    }
    if (isTunnel(labels)) {
      return diagnosis.found(Cause.ISATAP_TEREDO, 0.99f, Sign.DEFAULT_HOST);
    }
    return (isMail(labels) && diagnosis.found(Cause.MAIL_AUTH, 0.97f, Sign.MAIL_LABELS))
        || validation(failure, labels, diagnosis)
        || service(failure, labels, diagnosis)
        || defaultHost(failure, labels, diagnosis);
  }

  private static boolean isTunnel(Labels labels) {
    int last = labels.count() - 1;
    return labels.is(0, "isatap")
        || labels.is(0, "teredo")
        || (labels.is(last, "com")
            && labels.is(last - 1, "microsoft")
            && labels.is(last - 2, "ipv6"));
  }

  private static boolean isMail(Labels labels) {
    if (labels.is(0, "mta-sts")) {
      return true;
    }
    for (int label = 0; label < labels.count(); label++) {
      if (isUnderscored(labels, label, MAIL)
          || (labels.is(label, "_smtp") && labels.is(label + 1, "_tls"))
          || (isUnderscored(labels, label, MAIL_PORTS) && labels.is(label + 1, "_tcp"))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a label is in a set whose labels all begin with an underscore. */
  private static boolean isUnderscored(Labels labels, int label, LabelSet set) {
    return labels.startsWith(label, "_") && labels.isIn(label, set);
  }

  private static boolean validation(Failure failure, Labels labels, Diagnosis diagnosis) {
    if (failure.qtype() == CAA) {
      return diagnosis.found(Cause.CERT_VALIDATION, 0.95f, Sign.CAA);
    }
    for (int label = 0; label < labels.count(); label++) {
      if (isUnderscored(labels, label, VALIDATION)) {
        return diagnosis.found(Cause.CERT_VALIDATION, 0.97f, Sign.VALIDATION_LABELS);
      }
    }
    return (isHexToken(labels) || isValidation(labels))
        && diagnosis.found(Cause.CERT_VALIDATION, 0.8f, Sign.VALIDATION_LABELS);
  }

  /** What services have set to see who owns a domain: {@code _github-challenge-acme}. */
  private static boolean isValidation(Labels labels) {
    return labels.startsWith(0, "_")
        && (labels.holds(0, "challenge")
            || labels.holds(0, "validation")
            || labels.holds(0, "verification"));
  }

  /** An underscore and an MD5 as first label: how certificate authorities have a CNAME set. */
  private static boolean isHexToken(Labels labels) {
    if (!labels.startsWith(0, "_") || labels.length(0) != 1 + MD5_DIGITS) {
      return false;
    }
    for (int i = 1; i <= MD5_DIGITS; i++) {
      if (Character.digit(labels.octet(0, i), 16) < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean service(Failure failure, Labels labels, Diagnosis diagnosis) {
    int qtype = failure.qtype();
    if (qtype == SRV || qtype == NAPTR || qtype == URI) {
      return diagnosis.found(Cause.SERVICE_DISCOVERY, 0.95f, Sign.SERVICE_TYPE);
    }
    if (labels.isIn(0, SERVICES)) {
      return diagnosis.found(Cause.SERVICE_DISCOVERY, 0.97f, Sign.SERVICE_LABELS);
    }
    for (int label = 0; label + 1 < labels.count(); label++) {
      if ((labels.startsWith(label, "_") && isUnderscored(labels, label + 1, TRANSPORTS))
          || isUnderscored(labels, label, TRANSPORTS)) {
        return diagnosis.found(Cause.SERVICE_DISCOVERY, 0.97f, Sign.SERVICE_LABELS);
      }
    }
    return qtype == SVCB
        && labels.startsWith(0, "_")
        && diagnosis.found(Cause.SERVICE_DISCOVERY, 0.6f, Sign.SERVICE_LABELS);
  }

  private static boolean defaultHost(Failure failure, Labels labels, Diagnosis diagnosis) {
    if (labels.count() < 2) {
      return false;
    }
    if (labels.isIn(0, DEFAULT_HOSTS)) {
      return diagnosis.found(Cause.CONFIG_DISCOVERY, 0.9f, Sign.DEFAULT_HOST);
    }
    return isBelowOwnDomain(failure)
        && labels.isIn(0, COMMON_HOSTS)
        && Remembered.cause(failure, diagnosis.recollection()) == null
        && diagnosis.found(Cause.CONFIG_DISCOVERY, 0.75f, Sign.DEFAULT_HOST);
  }

  private static boolean isBelowOwnDomain(Failure failure) {
    Scope scope = failure.cut().scope();
    return scope == Scope.UNKNOWN
        ? failure.missingLabels() > 1 && failure.cut().topLevel() == TopLevel.DELEGATED
        : scope != Scope.UNREGISTERED_DOMAIN && failure.missingLabels() == 1;
  }
}
