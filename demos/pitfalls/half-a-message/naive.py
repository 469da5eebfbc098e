# Answers each message. A message is a line, and there may be several in a chunk.
import socketserver

class Answers(socketserver.BaseRequestHandler):
    def handle(self):
        while chunk := self.request.recv(1024):
            for line in chunk.decode().splitlines():
                self.request.sendall(f"You said {line}\n".encode())

with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Answers) as server:
    print(server.server_address)
    server.serve_forever()
