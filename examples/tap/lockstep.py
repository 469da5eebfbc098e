"""Lock step, as in SMTP: a greeting, then one command and one reply at a time.

    python3 lockstep.py serve       prints its port
    python3 lockstep.py call PORT
"""

import socket
import sys

REPLIES = {
    "HELO": "250 Hello",
    "MAIL": "250 Sender accepted",
    "RCPT": "250 Recipient accepted",
    "QUIT": "221 Goodbye",
}
COMMANDS = ["HELO alice", "MAIL FROM:<alice>", "RCPT TO:<bob>", "QUIT"]


def serve(sock, file):
    sock.sendall(b"220 Ready\r\n")
    for line in file:
        verb = line.split()[0]
        sock.sendall(f"{REPLIES.get(verb, '500 Unknown')}\r\n".encode())
        if verb == "QUIT":
            return


def call(sock, file):
    for command in COMMANDS:
        print(file.readline(), end="", flush=True)
        sock.sendall(f"{command}\r\n".encode())
    # The goodbye, and the end: the protocol says who closes first.
    print(file.read(), end="", flush=True)


def lines(sock):
    return sock.makefile(encoding="utf-8", newline="\n")


if sys.argv[1:2] == ["serve"]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        print(server.getsockname()[1], flush=True)
        connection, _ = server.accept()
        with connection:
            serve(connection, lines(connection))
elif len(sys.argv) == 3 and sys.argv[1] == "call":
    with socket.create_connection(("127.0.0.1", int(sys.argv[2]))) as connection:
        call(connection, lines(connection))
else:
    sys.exit(__doc__)
