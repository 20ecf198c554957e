// Ports of this machine: whether one is free, and one that is. Another process may take it before it is used.
import { createServer } from 'node:net';

export const isFree = (port) => listenOnce(port).then(Boolean, () => false);
export const freePort = () => listenOnce(0);

function listenOnce(port) {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen(port, '127.0.0.1', () => {
      const taken = probe.address().port;
      probe.close(() => done(taken));
    });
  });
}
