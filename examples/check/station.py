"""A station as it is often written first: it answers each line in capitals, and knows no other rule.

python3 station.py PORT
"""
import socket, sys, threading


def serve(call):
    with call:
        for line in call.makefile("rb"):
            call.sendall(b"[station] " + line.upper())


with socket.create_server(("127.0.0.1", int(sys.argv[1]))) as server:
    while True:
        call, _ = server.accept()
        threading.Thread(target=serve, args=(call,), daemon=True).start()
