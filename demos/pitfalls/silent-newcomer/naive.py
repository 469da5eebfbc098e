# Asks each newcomer for a name, and greets.
import select, socket

server = socket.create_server(("127.0.0.1", 0))
print(server.getsockname())
members = []
while True:
    ready, _, _ = select.select([server, *members], [], [])
    for one in ready:
        if one is server:
            member, _ = server.accept()
            member.sendall(b"Your name?\n")
            name = member.recv(1024)
            member.sendall(b"Hello " + name)
            members.append(member)
        elif not one.recv(1024):
            members.remove(one)
