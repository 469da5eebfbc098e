"""Lines over TCP, as docs/protocol-tcp.md asks of every server (T1 to T21)."""

import argparse
import asyncio
import re
import signal

FLAGS = argparse.ArgumentParser()
FLAGS.add_argument("port", type=int)
FLAGS.add_argument("--max-message", type=int, default=4096)
TOO_LONG, NOT_TEXT = object(), object()
UNCLEAN = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
HTTP = re.compile(r"[\w!#$%&'*+.^`|~-]+ \S+ HTTP/\d|POST$|Host:")
everybody = set()


class Peer:
    """One connection. It gives lines, and takes lines."""

    def __init__(self, reader, writer, limit):
        self.reader, self.writer, self.limit = reader, writer, limit
        self.open = True  # whether we may still send
        self.cut_off = False  # whether it ended in the middle of a line
        self.known = False  # whether we have accepted a line

    async def reads(self):
        """Gives the lines of one read, as a list, until the peer ends (T2, T4, T6, T10)."""
        rest = b""
        while chunk := await self.reader.read(65536):
            *lines, rest = (rest + chunk).split(b"\n")
            found = [self.line(line) for line in lines]
            if len(rest.removesuffix(b"\r")) > self.limit:
                found.append(TOO_LONG)
            yield found
        self.cut_off = rest != b""

    async def lines(self):
        """The same, one by one."""
        async for found in self.reads():
            for line in found:
                yield line

    def line(self, line):
        line = line.removesuffix(b"\r")
        if len(line) > self.limit:
            return TOO_LONG
        try:
            text = line.decode()
        except UnicodeDecodeError:
            return NOT_TEXT
        return UNCLEAN.sub("\ufffd", text.replace("\t", " "))

    def is_http(self, line):
        return not self.known and isinstance(line, str) and HTTP.match(line)

    def say(self, line):
        if self.open and line is not None:
            self.writer.write(line.encode() + b"\n")

    def end(self):
        if self.open:
            self.open = False
            self.writer.write_eof()

    async def dismiss(self, last=None, patience=1):
        """The last line, FIN, and then nothing but reading, until it ends too (T12, T21)."""
        self.say(last)
        self.end()
        try:
            await asyncio.wait_for(self.ignore(), patience)
        except (OSError, asyncio.TimeoutError):
            self.writer.transport.abort()
        self.writer.close()

    async def ignore(self):
        left = 65536
        while left > 0 and (chunk := await self.reader.read(left)):
            left -= len(chunk)
        if left == 0:
            raise OSError("it goes on and on")


async def serve(flags, attend, goodbye=None):
    """Calls `attend` for each connection, until a signal comes (T1, T16, T20)."""

    async def accept(reader, writer):
        peer = Peer(reader, writer, flags.max_message)
        everybody.add(peer)
        peer.task = asyncio.current_task()
        try:
            await attend(peer)
        except OSError:
            pass  # it was reset
        except asyncio.CancelledError:
            await peer.dismiss()  # the server was told to stop
        finally:
            everybody.discard(peer)
            writer.close()

    stopped, loop = asyncio.Event(), asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):  # in a form that Windows has too
        signal.signal(name, lambda *_: loop.call_soon_threadsafe(stopped.set))
    server = await asyncio.start_server(accept, "127.0.0.1", flags.port)
    print(f"listening on 127.0.0.1:{flags.port}", flush=True)
    await stopped.wait()
    server.close()
    for peer in everybody:
        peer.say(goodbye)
        peer.end()  # nothing more is said, whatever happens now
        peer.task.cancel()
    while everybody:
        await asyncio.sleep(0.01)
