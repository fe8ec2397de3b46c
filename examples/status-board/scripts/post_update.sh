#!/bin/sh
# Posts the update in the file $1.
set -eu
exec curl --fail-with-body --silent --show-error \
  --header 'content-type: application/json' --data-binary "@$1" \
  https://board.example/v2/updates
