#!/bin/sh
# The browser tests take the machine's Chromium. Where there is none and we may install one, Debian's package brings it;
# else the tests skip with a loud line (and fail where CI is set).
[ -n "$CHROMIUM" ] && exit 0
for name in chromium chromium-browser google-chrome; do
  command -v "$name" >/dev/null 2>&1 && exit 0
  [ -x "/usr/bin/$name" ] && exit 0
done
if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
  echo "supportgraph: installing Debian's chromium for the browser tests (once)"
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null && exit 0
fi
echo "supportgraph: NO CHROMIUM: the browser tests will be skipped. Install chromium, or name one by CHROMIUM=/path." >&2
exit 0
