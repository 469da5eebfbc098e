"""The chat that most people write first: one thread reads what the other says, one sends what is typed.

    python3 chat.py serve           prints its port
    python3 chat.py call PORT
"""

import socket
import sys
import threading


def chat(sock):
    def listen():
        for line in sock.makefile(encoding="utf-8", newline="\n"):
            print(line, end="", flush=True)

    listener = threading.Thread(target=listen)
    listener.start()
    for line in sys.stdin:
        sock.sendall(line.encode())
    sock.shutdown(socket.SHUT_WR)
    listener.join()


if sys.argv[1:2] == ["serve"]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        print(server.getsockname()[1], flush=True)
        connection, _ = server.accept()
        chat(connection)
elif len(sys.argv) == 3 and sys.argv[1] == "call":
    chat(socket.create_connection(("127.0.0.1", int(sys.argv[2]))))
else:
    sys.exit(__doc__)
