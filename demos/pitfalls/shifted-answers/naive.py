# Asks three questions, one after the other.
import socket, sys

station = socket.create_connection(("127.0.0.1", int(sys.argv[1])))
for question in "One?", "Two?", "Three?":
    station.sendall(f"{question}\n".encode())
    answer = station.recv(1024)
    print(question, answer.decode()[:8])
