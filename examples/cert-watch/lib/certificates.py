"""What the action and the sensor both need to know of a server's certificate."""
import socket
import ssl
import time

WARN_DAYS = 30
PORT = 443


def look_at(host, port=None, warn_days=None, ca_file=None):
    """The verified certificate of a server; raises OSError when there is no connection or it does not verify."""
    # The platform hands no defaults over, so they are applied here.
    port = PORT if port is None else port
    warn_days = WARN_DAYS if warn_days is None else warn_days
    context = ssl.create_default_context(cafile=ca_file)
    with socket.create_connection((host, port), timeout=20) as plain:
        with context.wrap_socket(plain, server_hostname=host) as secured:
            certificate = secured.getpeercert()
    seconds = ssl.cert_time_to_seconds(certificate["notAfter"])
    days_left = int((seconds - time.time()) // 86400)
    return {
        "host": host,
        "port": port,
        "not_after": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(seconds)),
        "days_left": days_left,
        "is_due": days_left <= warn_days,
    }
