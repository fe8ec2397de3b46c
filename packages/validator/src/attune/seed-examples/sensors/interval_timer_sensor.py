import json
import sys
import time


def due():
    return []


while True:
    for event in due():
        print(json.dumps(event), flush=True)
    sys.stdout.flush()
    time.sleep(1)
