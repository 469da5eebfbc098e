"""Both write first and read later. That works with few bytes; with many, both wait for ever."""
import socket, threading

alice, bob = socket.socketpair()

def talk(name, sock, size):
    sock.settimeout(1)
    try:
        sock.sendall(b"x" * size)         # first speak,
        while size > 0:                   # then listen
            size -= len(sock.recv(65536))
        print(f"{name} has heard everything\n", end="")  # one write
    except TimeoutError:
        print(f"{name} is stuck in sendall\n", end="")

for size in 10_000, 10_000_000:
    pair = [threading.Thread(target=talk, args=(n, s, size))
            for n, s in (("alice", alice), ("bob", bob))]
    for thread in pair: thread.start()
    for thread in pair: thread.join()
