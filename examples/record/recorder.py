"""Keeps a record of what one program says and hears. docs/record.md explains each event."""
import functools, json, threading, time

class Recorder:
    def __init__(self, path, end):
        self.file, self.end, self.n = open(path, "w", encoding="utf-8"), end, 0
        self.lock = threading.Lock()  # the threads of one program keep one order

    def link(self, sock, by):
        """by: "self" if you called, "peer" if you accepted. Returns note(what, by, **details)."""
        ends = [address(*sock.getsockname()), address(*sock.getpeername())]
        note = functools.partial(self.note, ">".join(ends if by == "self" else ends[::-1]))
        note("opened", by)
        return note

    def note(self, link, what, by, **details):
        with self.lock:
            self.n += (drawn := what not in ("closed", "chunk", "lost"))
            event = {"n": self.n if drawn else 0, "at": time.monotonic() * 1000, "end": self.end,
                     "link": link, "what": what, "by": by, **details}
            print(json.dumps(event), file=self.file, flush=True)

def address(host, port, *_):
    host = host.removeprefix("::ffff:")  # how an IPv6 socket writes an IPv4 address
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
