#!/bin/bash
# Reads {"webhook_url": …, "text": …} and posts {"text": …}.
set -euo pipefail
parameters=$(cat)
# On standard input, so that the address is in no list of processes.
jq -r '"url = \(.webhook_url | tojson)"' <<<"$parameters" |
  curl --silent --show-error --fail --max-time 20 --output /dev/null \
    --header 'Content-Type: application/json' \
    --data "$(jq -c '{text}' <<<"$parameters")" \
    --config -
echo told
