"""A client of the room as it may be written first: one thread reads the room, the other the keyboard.

python3 client.py PORT
"""
import socket, sys, threading


def show(room):
    for line in room.makefile("r", encoding="utf-8", newline="\n"):
        print(line, end="", flush=True)


def speak(room):
    for line in sys.stdin:
        room.sendall(line.rstrip("\n").encode() + b"\n")
    room.shutdown(socket.SHUT_WR)


room = socket.create_connection(("127.0.0.1", int(sys.argv[1])))
threading.Thread(target=speak, args=(room,), daemon=True).start()
show(room)
