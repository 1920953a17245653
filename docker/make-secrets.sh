#!/usr/bin/env bash
# Makes the passwords that compose.yaml needs, each in a file of its own in secrets/. What is there already stays.
set -euo pipefail
cd "$(dirname "$0")/secrets"
chmod 700 .

make() {
  if [[ ! -e $1 ]]; then
    printf '%s' "$2" >"$1"
    # The users in the containers must read it; on this machine the folder keeps others out.
    chmod 644 "$1"
  fi
}

random() { od -An -tx1 -N"$1" /dev/urandom | tr -d ' \n'; }

make admin-password "$(random 12)"
make grafana-password "$(random 12)"
make scraper-password "$(random 24)"
make mongodb-password "$(random 24)"
make mongodb-uri "mongodb://incident:$(cat mongodb-password)@mongo:27017/?authSource=admin"
