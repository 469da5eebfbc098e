# Answers each message.
import socketserver

class Answers(socketserver.BaseRequestHandler):
    def handle(self):
        while message := self.request.recv(1024):
            self.request.sendall(f"You said {message.decode().strip()}\n".encode())

with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Answers) as server:
    print(server.server_address)
    server.serve_forever()
