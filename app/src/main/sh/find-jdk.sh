# Sourced by the scripts that start Java.

major_of() { # the major version of the JDK in folder $1; empty when there is none
  [ -x "$1/bin/${needed:-javac}" ] && sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null || :
}

find_jdk() {
  java_on_path=$(command -v java 2>/dev/null || :)
  [ -z "$java_on_path" ] || java_on_path=$(dirname "$(dirname "$(readlink -f "$java_on_path")")")
  for jdk in "${JAVA_HOME:-}" "$java_on_path" /usr/lib/jvm/* /opt/java/* /opt/jdk* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    major=$(major_of "$jdk")
    if [ -n "$major" ] && [ "$major" -ge 25 ]; then
      printf '%s\n' "$jdk"
      return
    fi
  done
  echo "nxsight: needs a JDK 25 or later; install one (package temurin-25-jdk or openjdk-25-jdk, say) or point JAVA_HOME at it" >&2
  exit 2
}
