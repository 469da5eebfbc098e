"""A station that keeps a record. It answers each line in capitals; with --eager it greets the caller first.

python3 station.py RECORD [--eager]
"""
import socket, sys
from recorder import Recorder

if len(sys.argv) < 2:
    print("usage: python3 station.py RECORD [--eager]", file=sys.stderr)
    sys.exit(2)

record = Recorder(sys.argv[1], "station")
with socket.create_server(("127.0.0.1", 0)) as server:
    print(f"listening on 127.0.0.1:{server.getsockname()[1]}", flush=True)
    sock, _ = server.accept()

note = record.link(sock, "peer")

def say(text):
    note("sent", "self", kind="message", text=text)  # before the bytes: no answer can come earlier
    sock.sendall(f"{text}\n".encode())

with sock, sock.makefile(encoding="utf-8", newline="\n") as lines:
    if "--eager" in sys.argv:
        say("WELCOME")
    for line in lines:
        text = line.removesuffix("\n")
        note("received", "peer", kind="message", text=text)  # before the answer
        say(text.upper())
    note("ended", "peer")
    note("ended", "self")
note("closed", "self")
