#!/bin/sh
# Installs the dependencies when they are missing or older than the lock file, and never falls silent meanwhile.
cd "$(dirname "$0")/.." || exit 1
[ node_modules/.package-lock.json -nt package-lock.json ] && exit 0
echo 'Instalando dependencias…'
(while sleep 8; do echo 'Instalando dependencias… sigue en curso'; done) &
heart=$!
trap 'kill $heart 2>/dev/null' EXIT INT TERM
npm ci --loglevel=error --no-audit --no-fund
