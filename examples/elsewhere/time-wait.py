"""TIME_WAIT is at the end that closed first: may the server have its old port again?"""
import socket
import struct

def listen(address, reuse):
    server = socket.socket()
    if reuse: server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    server.bind(address)
    server.listen()
    return server

def after(first, reuse=False, how=None):
    server = listen(("127.0.0.1", 0), reuse)
    address = server.getsockname()
    client = socket.create_connection(address)
    peer, _ = server.accept()
    # To wait for 0 seconds on closing means to reset.
    if how == "reset": peer.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    for sock in (peer, client) if first == "server" else (client, peer):
        sock.close()
    server.close()
    try: listen(address, reuse).close()
    except OSError as error: return error.strerror
    return "works"

print("the server closed first:", after("server"))
print("the server closed first, with SO_REUSEADDR:", after("server", reuse=True))
print("the client closed first:", after("client"))
print("the server reset the connection:", after("server", how="reset"))
