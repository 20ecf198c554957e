// A mail server for tests, on this machine: takes every mail and shows it, or refuses as it is told.
import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

export interface SmtpStandIn {
  url: string;
  /** As they came, headers and all. */
  mails: string[];
  /** What is said to each recipient; 250 is a welcome. */
  answer: string;
  close(): Promise<void>;
}

export async function openSmtpStandIn(): Promise<SmtpStandIn> {
  const mails: string[] = [];
  const sockets = new Set<Socket>();
  const standIn: SmtpStandIn = {
    url: '',
    mails,
    answer: '250 ok',
    close: () =>
      new Promise((done) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => done());
      }),
  };
  const server = createServer((socket) => {
    sockets.add(socket.setEncoding('utf8'));
    let text = '';
    let isData = false;
    const say = (line: string) => void socket.write(`${line}\r\n`);
    const hear = (line: string) => {
      if (/^(EHLO|HELO)/i.test(line)) return say('250 stand-in');
      if (/^RCPT/i.test(line)) return say(standIn.answer);
      if (/^QUIT/i.test(line)) return void socket.end('221 bye\r\n');
      if (!/^DATA/i.test(line)) return say('250 ok');
      isData = true;
      return say('354 go on');
    };
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    socket.on('data', (piece) => {
      text += String(piece);
      for (;;) {
        const mark = isData ? '\r\n.\r\n' : '\r\n';
        const at = text.indexOf(mark);
        if (at < 0) return;
        const heard = text.slice(0, at);
        text = text.slice(at + mark.length);
        if (isData) {
          isData = false;
          mails.push(heard);
          say('250 taken');
        } else hear(heard);
      }
    });
    say('220 stand-in');
  });
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  standIn.url = `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return standIn;
}
