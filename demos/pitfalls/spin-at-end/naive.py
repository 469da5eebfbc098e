# Answers one caller after the other.
import socket

server = socket.create_server(("127.0.0.1", 0))
print(server.getsockname())
while True:
    caller, _ = server.accept()
    while True:
        message = caller.recv(1024)
        if not message:
            continue  # nothing came: try again
        caller.sendall(b"You said " + message)
