# A room: what a member says goes to all others, with the number of its author.
import itertools, socketserver

members = []
numbers = itertools.count(1)

class Member(socketserver.BaseRequestHandler):
    def handle(self):
        members.append(self.request)
        name = next(numbers)
        self.request.sendall(f"* You are {name}\n".encode())
        while words := self.request.recv(1024):
            for member in list(members):
                if member is not self.request:
                    member.sendall(f"[{name}] ".encode() + words)

    def finish(self):
        members.remove(self.request)

with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Member) as server:
    server.daemon_threads = True
    print(server.server_address)
    server.serve_forever()
