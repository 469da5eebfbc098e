// What `write` returns speaks of this program's own queue. With the word `ignore` nobody looks at it.
import net from 'node:net';

const ignore = process.argv[2] === 'ignore';
const piece = Buffer.alloc(8_192);
const megabytes = bytes => `${(bytes / 1e6).toFixed(1)} MB`;
const server = net.createServer({ pauseOnConnect: true }, () => {}); // it never reads
server.listen(0, '127.0.0.1', () => {
  const socket = net.connect(server.address().port, '127.0.0.1', () => {
    const first = socket.write(piece);
    speak(64_000_000);
    setTimeout(() => {
      const queue = socket.writableLength;
      process.stdout.write(`the first write returned ${first}: nobody has read a byte
${megabytes(socket.bytesWritten - queue)} lie in two kernels
${megabytes(queue)} lie in this program's memory\n`);
      process.exit();
    }, 1_000);
  });
  function speak(left) {
    if (left <= 0) return;
    const space = socket.write(piece);
    if (space || ignore) setImmediate(speak, left - piece.length);
    else socket.once('drain', () => speak(left - piece.length));
  }
});
