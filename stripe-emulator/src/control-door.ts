// The door of /_emulator: what tests and drills do to the world. JSON in and out, with the secret key.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { ApiError } from './api-error.ts';
import { controls } from './controls.ts';
import type { World } from './world.ts';

export async function answerControl(
  world: World,
  message: IncomingMessage,
  url: URL,
  body: string,
  reply: ServerResponse,
) {
  const name = url.pathname.slice('/_emulator/'.length);
  const control = controls[name];
  const send = (status: number, answer: object) => {
    reply.writeHead(status, { 'content-type': 'application/json' });
    reply.end(JSON.stringify(answer, null, 2));
  };
  if (message.headers.authorization !== `Bearer ${world.secretKey}`)
    return send(401, { error: 'The secret key, please.' });
  if (!control) return send(404, { error: `There is no ${name}. There are: ${Object.keys(controls).join(', ')}.` });
  try {
    const answer = await control(world, body ? (JSON.parse(body) as Record<string, unknown>) : {});
    world.journal.flush();
    send(200, answer);
  } catch (error) {
    send(error instanceof ApiError ? error.status : 400, { error: (error as Error).message });
  }
}
