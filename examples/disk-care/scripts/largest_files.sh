#!/bin/sh
# usage: largest_files.sh DIRECTORY COUNT
set -eu
find "$1" -xdev -type f -printf '%s\t%p\n' | sort -rn | head -n "$2"
