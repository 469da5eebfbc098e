"""The last words of a peer that closes: after it has read everything, and with something unread."""
import socket, time

def last_words(unread):
    server = socket.create_server(("127.0.0.1", 0))
    client = socket.create_connection(server.getsockname())
    peer, _ = server.accept()
    if unread: client.sendall(b"one more thing\n")
    time.sleep(0.1)
    peer.sendall(b"goodbye\n")
    peer.close()
    time.sleep(0.1)
    try: return client.recv(100), client.recv(100)
    except ConnectionResetError: return "reset"

print("all read:", last_words(unread=False))
print("unread:", last_words(unread=True))
