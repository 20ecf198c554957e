// The process's log: one JSON object a line, without personal data or secrets. Nothing that a client sent is ever logged:
// no addresses, query strings, headers, bodies or variables, and of errors only what sanitize lets through.
import { pino, type DestinationStream, type Logger } from 'pino';
import type { LogLevel } from './config.ts';

export type { Logger } from 'pino';

export function createLogger(
  level: LogLevel,
  destination: DestinationStream = pino.destination({ fd: 1, sync: false }),
): Logger {
  return pino(
    {
      level,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      // Fastify logs requests and errors of its own accord in some corners: they pass through here too.
      serializers: { err: sanitize, error: sanitize, req: () => undefined, res: () => undefined },
    },
    destination,
  );
}

export interface SanitizedError {
  type: string;
  code?: string;
  message?: string;
  constraint?: string;
  frames: string[];
}

/**
 * What may be known of an error. Messages quote the values that were wrong, and those of the ORM the whole statement with its
 * parameters, so a message of the database is dropped for its code, and others lose all that is quoted or looks like data.
 */
export function sanitize(thrown: unknown): SanitizedError {
  if (!(thrown instanceof Error)) return { type: typeof thrown, frames: [] };
  const { code, constraint } = thrown as { code?: unknown; constraint?: unknown };
  const isDatabase = typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code);
  return {
    type: thrown.name,
    ...(typeof code === 'string' && /^\w{1,60}$/.test(code) && { code }),
    ...(isDatabase ? typeof constraint === 'string' && { constraint } : { message: withoutData(thrown.message) }),
    frames: framesOf(thrown),
  };
}

function withoutData(message: string): string {
  return message
    .slice(0, 2000)
    .replace(/(["'`“])[^]*?["'`”]/g, '"…"')
    .replace(/\S*@\S*/g, '…')
    .replace(/\b\w*\d[\w-]*\b/g, '…')
    .slice(0, 300);
}

function framesOf(error: Error): string[] {
  const lines = (error.stack ?? '').split('\n').map((line) => line.trim());
  return lines.filter((line) => /^at .+:\d+:\d+\)?$/.test(line)).slice(0, 15);
}
