# A room: what a member says goes to all others, with the number of its author.
import socketserver

members = []

class Member(socketserver.BaseRequestHandler):
    def handle(self):
        members.append(self.request)
        name = len(members)
        self.request.sendall(f"* You are {name}\n".encode())
        while words := self.request.recv(1024):
            for member in members:
                if member is not self.request:
                    member.sendall(f"[{name}] ".encode() + words)

with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Member) as server:
    server.daemon_threads = True
    print(server.server_address)
    server.serve_forever()
