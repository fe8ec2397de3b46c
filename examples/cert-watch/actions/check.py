#!/usr/bin/env python3
"""Prints how long the certificate of a server is still valid."""
import json
import sys
from pathlib import Path

# The checksum of a pack covers every file in it, so no compiled ones may appear.
sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "lib"))
from certificates import look_at

parameters = json.load(sys.stdin)
try:
    found = look_at(
        parameters["host"],
        parameters.get("port"),
        parameters.get("warn_days"),
        parameters.get("ca_file"),
    )
except OSError as error:
    sys.exit(f"{parameters['host']}: {error}")
print(json.dumps(found))
