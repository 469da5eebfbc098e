# Answers each line.
import socketserver

class Answers(socketserver.BaseRequestHandler):
    def handle(self):
        half = ""
        while chunk := self.request.recv(1024):
            *lines, half = (half + chunk.decode(errors="replace")).split("\n")
            for line in lines:
                self.request.sendall(f"You said {line}\n".encode())

with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Answers) as server:
    print(server.server_address)
    server.serve_forever()
