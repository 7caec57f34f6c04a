#!/bin/sh
# The proxy's file is tested with a real nginx: the machine's, else Debian's package, installed where we may.
command -v nginx >/dev/null 2>&1 || [ -x /usr/sbin/nginx ] && exit 0
if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
  echo "supportgraph: installing Debian's nginx for the tests of the proxy's file (once)"
  # Installed, and not started as a service of the machine: the package's own start is denied while it is set up.
  policy=/usr/sbin/policy-rc.d
  [ -e "$policy" ] || { printf '#!/bin/sh\nexit 101\n' >"$policy" && chmod +x "$policy" && trap 'rm -f "$policy"' EXIT; }
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends nginx-light >/dev/null && exit 0
fi
echo "supportgraph: NO NGINX: the tests of docs/operators/nginx.conf will fail. Install nginx." >&2
exit 0
