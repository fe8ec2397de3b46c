#!/bin/sh
set -eu
message=${ATTUNE_ACTION_MESSAGE:-Hello, World!}
if [ "${ATTUNE_ACTION_UPPERCASE:-false}" = true ]; then
  message=$(printf '%s' "$message" | tr '[:lower:]' '[:upper:]')
fi
printf '%s\n' "$message"
