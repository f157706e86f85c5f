#!/bin/sh
# nxsight as it is installed: starts the program with the first Java 25 that is found.
set -eu
share=${NXSIGHT_SHARE:-/usr/share/nxsight}
needed=java # a runtime without a compiler will do
. "$share/find-jdk.sh"
jdk=$(find_jdk) || exit 2
terminal=
[ ! -t 2 ] || terminal=-Dnxsight.terminal=true
# The cache of a fast start is made when the package is installed; another JVM than that one passes it over.
cache=
[ ! -r /var/cache/nxsight/cache.aot ] || cache="-XX:AOTCache=/var/cache/nxsight/cache.aot -Xlog:aot=off -Xlog:aot*=off"
# shellcheck disable=SC2086 # the flags are words on purpose
exec "$jdk/bin/java" ${NXSIGHT_JAVA_OPTIONS:--Xmx512m} -XX:+UseSerialGC -XX:+UseCompactObjectHeaders \
  --enable-native-access=ALL-UNNAMED -Djfr.unsupported.vm=true $cache ${terminal:+"$terminal"} \
  -cp "$share/lib/*" "${NXSIGHT_MAIN:-org.nxsight.app.Main}" "$@"
