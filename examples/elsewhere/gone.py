"""What a peer hears of a program that is killed, and of one that hangs."""
import os, signal, socket, time

def heard_of(how, unread=False):
    server = socket.create_server(("127.0.0.1", 0))
    program = os.fork()
    if program == 0:
        client = socket.create_connection(server.getsockname())
        while True: signal.pause()              # it never reads
    peer, _ = server.accept()
    peer.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    for option in socket.TCP_KEEPIDLE, socket.TCP_KEEPINTVL, socket.TCP_KEEPCNT:
        peer.setsockopt(socket.IPPROTO_TCP, option, 1)  # one second, one probe
    if unread: peer.sendall(b"one more thing\n")
    time.sleep(0.1)
    os.kill(program, how)
    peer.settimeout(4)
    try: return "FIN" if peer.recv(100) == b"" else "words"
    except ConnectionResetError: return "RST"
    except TimeoutError: return "nothing in 4 s, although keep-alive asked"
    finally: os.kill(program, signal.SIGKILL)

print("killed:", heard_of(signal.SIGKILL))
print("killed, with something unread:", heard_of(signal.SIGKILL, unread=True))
print("it hangs:", heard_of(signal.SIGSTOP))
