"""A caller that keeps a record. It says three lines, and waits for each answer.

python3 caller.py PORT RECORD
"""
import socket, sys
from recorder import Recorder

if len(sys.argv) < 3:
    print("usage: python3 caller.py PORT RECORD", file=sys.stderr)
    sys.exit(2)

record = Recorder(sys.argv[2], "caller")
sock = socket.create_connection(("127.0.0.1", int(sys.argv[1])))
note = record.link(sock, "self")

with sock, sock.makefile(encoding="utf-8", newline="\n") as lines:
    for text in ["Hi", "How are you?", "Bye"]:
        note("sent", "self", kind="message", text=text)  # before the bytes: no answer can come earlier
        sock.sendall(f"{text}\n".encode())
        answer = next(lines).removesuffix("\n")
        note("received", "peer", kind="message", text=answer)
    note("ended", "self")
    sock.shutdown(socket.SHUT_WR)
    for line in lines:
        note("received", "peer", kind="message", text=line.removesuffix("\n"))
    note("ended", "peer")
note("closed", "self")
