// Between the socket that the server knows and whatever port the application listens on: in its own
// network there is no other.
const net = require('node:net');
const fs = require('node:fs');

const LISTENING = '0A';
const AGAIN = 20;

function ports() {
  return ['tcp', 'tcp6'].flatMap((kind) => {
    const table = fs.readFileSync(`/proc/net/${kind}`, 'utf8').trim().split('\n').slice(1);
    return table
      .map((line) => line.trim().split(/\s+/))
      .filter((fields) => fields[3] === LISTENING)
      .map((fields) => Number.parseInt(fields[1].split(':').at(-1), 16));
  });
}

function join(client) {
  client.on('error', () => client.destroy());
  const [port] = ports().sort((one, other) => one - other);
  if (port === undefined) {
    setTimeout(() => client.destroyed || join(client), AGAIN);
    return;
  }
  const host = '127.0.0.1';
  const server = net.connect({ port, host });
  // What has been answered by the time that the application lets go still has to pass.
  server.on('error', () => client.destroy());
  server.on('close', () => client.end());
  client.on('close', () => server.destroy());
  client.pipe(server).pipe(client);
}

net.createServer({ allowHalfOpen: true }, join).listen('/run/suture/door');
