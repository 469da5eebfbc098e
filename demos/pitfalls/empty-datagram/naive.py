# Answers each datagram.
import socket

server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server.bind(("127.0.0.1", 0))
print(server.getsockname())
while True:
    words, caller = server.recvfrom(1024)
    if not words:
        break  # no data: that is the end, as with TCP
    server.sendto(b"You said " + words, caller)
