"""The station that most people write first. The check convicts it: it answers one line after the other."""

import socketserver
import sys


class Station(socketserver.StreamRequestHandler):
    def handle(self):
        for line in self.rfile:
            words = line.decode().rstrip("\r\n")
            self.wfile.write(f"[station] {words.upper()}\n".encode())


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True


Server(("127.0.0.1", int(sys.argv[1])), Station).serve_forever()
