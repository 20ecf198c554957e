// GET /exports/revenue/2026-11.csv and .xlsx: a month's lines as a file, for Admins. The file is sent as it is made.
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import { signedIn } from '../../graphql/context.ts';
import type { Context } from '../../graphql/context.ts';
import { ForbiddenError, NotFoundError } from '../../graphql/errors.ts';
import { columns } from './export-columns.ts';
import type { Cell } from './export-columns.ts';
import { exportLines } from './export-lines.ts';
import type { ExportedLine } from './export-lines.ts';
import { monthOf } from './revenue-month.ts';
import { writeCsv } from './write-csv.ts';
import { writeXlsx } from './write-xlsx.ts';

type ContextOf = (request: FastifyRequest, reply: FastifyReply) => Promise<Context>;

interface ExportRoute {
  Params: { file: string };
}

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

const STATUSES: Record<string, number> = { UNAUTHENTICATED: 401, FORBIDDEN: 403, NOT_FOUND: 404 };

export async function registerRevenueRoutes(app: FastifyInstance, contextOf: ContextOf): Promise<void> {
  await app.register(async (doors) => {
    doors.setErrorHandler((error, request, reply) => {
      const { code, reason } = error instanceof GraphQLError ? (error.extensions as Record<string, string>) : {};
      if (!code) throw error;
      const message = (error as GraphQLError).message;
      return reply.code(STATUSES[code] ?? 422).send({ error: code, reason, message, requestId: request.id });
    });
    doors.get<ExportRoute>('/exports/revenue/:file', { exposeHeadRoute: false }, async (request, reply) => {
      assertOwnPage(request);
      return sendExport(reply, await contextOf(request, reply), request.params.file);
    });
  });
}

/** Reading a whole month is work: no other site may make a signed-in browser ask for it. */
function assertOwnPage({ headers }: FastifyRequest): void {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new ForbiddenError();
}

function sendExport(reply: FastifyReply, context: Context, file: string): FastifyReply {
  const { kind, role, timeZone, locale } = signedIn(context);
  if (kind !== 'EMPLOYEE' || role !== 'ADMIN') throw new ForbiddenError();
  const [, month, type] = /^(\d{4}-(?:0[1-9]|1[0-2]))\.(csv|xlsx)$/.exec(file) ?? [];
  if (!month || !type) throw new NotFoundError('There is no such export.');
  const rows = cellsOf(exportLines(context, monthOf(`${month}-01`, timeZone)), locale);
  const name = locale === 'nl' ? `omzet-${month}.${type}` : `revenue-${month}.${type}`;
  const heads = columns.map(({ header, width, kind: of }) => ({ header: header[locale], width, kind: of }));
  const bytes =
    type === 'csv'
      ? Readable.from(
          writeCsv(
            rows,
            heads.map(({ header }) => header),
            locale,
          ),
        )
      : writeXlsx(rows, month, heads);
  return reply
    .headers({
      'content-type': types[type as 'csv' | 'xlsx'],
      'content-disposition': `attachment; filename="${name}"`,
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, no-store',
    })
    .send(bytes);
}

async function* cellsOf(lines: AsyncIterable<ExportedLine>, locale: 'nl' | 'en'): AsyncGenerator<Cell[]> {
  for await (const line of lines) yield columns.map(({ cell }) => cell(line, locale));
}
