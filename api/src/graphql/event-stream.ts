// One answer of server-sent events: writes them, and gives up on a reader who no longer reads.
import type { OutgoingHttpHeaders } from 'node:http';
import type { FastifyReply } from 'fastify';

/** Bytes that may wait for a slow reader. Events are small; this much unread means nobody is there. */
const BACKLOG_LIMIT = 1_048_576;

export class EventStream {
  readonly #raw: FastifyReply['raw'];
  #isOpen = true;

  constructor(reply: FastifyReply, onEnd: () => void) {
    this.#raw = reply.raw;
    const headers = reply.getHeaders() as OutgoingHttpHeaders;
    reply.hijack();
    this.#raw.on('close', () => {
      this.#isOpen = false;
      onEnd();
    });
    this.#raw.on('error', () => this.#raw.destroy());
    this.#raw.writeHead(200, {
      ...headers,
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      // Asks proxies not to collect the events.
      'x-accel-buffering': 'no',
    });
    // Some browsers report the stream as open only when something has arrived.
    this.beat();
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  next(result: object): void {
    this.#write(`event: next\ndata: ${JSON.stringify(result)}\n\n`);
  }

  beat(): void {
    this.#write(':\n\n');
  }

  /** Says that nothing follows. */
  complete(): void {
    if (!this.#isOpen) return;
    this.#write('event: complete\ndata:\n\n');
    this.close();
  }

  /** Ends without that: the reader will come back. */
  close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#raw.end();
  }

  #write(text: string): void {
    if (!this.#isOpen) return;
    if (this.#raw.writableLength > BACKLOG_LIMIT) this.#raw.destroy();
    else this.#raw.write(text);
  }
}
