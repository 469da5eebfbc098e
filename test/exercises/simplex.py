"""A receiver: python3 simplex.py PORT (docs/protocol-tcp.md, T and S)."""

import asyncio
from itertools import count

from lines import FLAGS, NOT_TEXT, TOO_LONG, serve

numbers = count(1)
senders = set()


def show(line):
    print(line, flush=True)


async def display(peer):
    peer.end()  # before a byte is read (S1)
    name = f"sender {next(numbers)}"
    senders.add(name)
    ending = "is gone without an end"
    try:
        ending = await listen(peer, name)
    finally:
        senders.discard(name)
        show(f"* {name} {ending}")


async def listen(peer, name):
    async for lines in peer.reads():
        for line in lines:
            if line is TOO_LONG or peer.is_http(line):
                show("! Rejected: too long, or HTTP")
                await peer.dismiss()
                return "was dismissed"
            if line is NOT_TEXT:
                show("! Rejected: not UTF-8")
            else:
                peer.known = True
                show(f"[{name}] {line}" if len(senders) > 1 else line)
    if not peer.cut_off:
        return "has ended"
    show("! Rejected: cut off by the end")
    return "has ended in the middle of a message"


asyncio.run(serve(FLAGS.parse_args(), display))
