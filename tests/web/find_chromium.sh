#!/bin/sh
# The browser tests take the machine's Chromium. Where there is none and we may install one, Debian's packages bring the headless
# shell, which takes far less CPU time than a whole browser, or else the browser; else the tests skip with a loud line (and fail where CI is set).
[ -n "$CHROMIUM" ] && exit 0
for name in chromium-headless-shell chromium chromium-browser google-chrome; do
  command -v "$name" >/dev/null 2>&1 && exit 0
  [ -x "/usr/bin/$name" ] && exit 0
done
if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
  echo "supportgraph: installing Debian's chromium for the browser tests (once)"
  apt-get update -qq
  for name in chromium-headless-shell chromium; do
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$name" >/dev/null && exit 0
  done
fi
echo "supportgraph: NO CHROMIUM: the browser tests will be skipped. Install chromium, or name one by CHROMIUM=/path." >&2
exit 0
