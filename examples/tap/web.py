"""HTTP/1.1: one request, and one response that ends where the server closes (RFC 9112, 6.3).

    python3 web.py serve            prints its port
    python3 web.py call PORT
"""

import http.client
import http.server
import socketserver
import sys


class Page(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # Send head and body in one write.
    wbufsize = -1

    def do_GET(self):
        self.send_response_only(200)
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(b"Hello\n")

    def log_message(self, *_):
        pass


if sys.argv[1:2] == ["serve"]:
    with socketserver.TCPServer(("127.0.0.1", 0), Page) as server:
        print(server.server_address[1], flush=True)
        server.handle_request()
elif len(sys.argv) == 3 and sys.argv[1] == "call":
    link = http.client.HTTPConnection("127.0.0.1", int(sys.argv[2]))
    link.putrequest("GET", "/tea", skip_host=True, skip_accept_encoding=True)
    link.putheader("Host", "tea.example")
    link.endheaders()
    print(link.getresponse().read().decode(), end="")
    link.close()
else:
    sys.exit(__doc__)
