// What the drill did and heard, and whether the database agrees: a write that was acknowledged is there once, with its audit
// row; one that was refused is not; one that was not answered is there whole or not at all.
import { readFile } from 'node:fs/promises';
import { kindOf } from './writes.mjs';

/** What may go wrong, and of how many a fault is one. */
export const FAULTS = {
  lost: 'acknowledged writes lost',
  undead: 'refused writes there all the same',
  doubled: 'writes there more than once',
  half: 'writes half there',
  unaudited: 'changes and audit rows that do not match',
  forgotten: 'requests for which an acknowledged session was not known',
  hung: 'requests without an answer',
  leaked: 'moments of rest at which connections were still held',
  start: 'starts that failed',
  invariant: 'looks at the whole database at which an invariant did not hold',
};
const REFUSALS = ['BAD_USER_INPUT', 'NOT_FOUND', 'FORBIDDEN', 'UNAUTHENTICATED', 'TOO_MANY_ATTEMPTS'];
const ANSWER_LIMIT_MS = 20_000;

export class History {
  #entries = [];
  /** { fault, about } */
  violations = [];
  requests = 0;
  unanswered = 0;
  unheard = 0;
  retried = 0;
  auditRows = 0;
  looks = 0;

  get entries() {
    return this.#entries;
  }

  count(outcome) {
    return this.#entries.filter((entry) => entry.outcome === outcome).length;
  }

  /** Sends a write and keeps what was heard: ok, fail or unknown. */
  async send(write, { url, address, cookie }) {
    const entry = {
      ...write,
      outcome: 'unknown',
      sentWith: { address, cookie: 'cookie' in write ? write.cookie : cookie },
    };
    this.#entries.push(entry);
    await this.#exchange(entry, url);
    return entry;
  }

  /** A client that got no answer asks again, with the same id. */
  async retry(entry, { url }) {
    this.retried += 1;
    await this.#exchange(entry, url);
  }

  report(fault, about) {
    this.violations.push({ fault, about });
  }

  async #exchange(entry, url) {
    const isRetry = entry.wasSent;
    this.requests += 1;
    try {
      entry.wasSent = true;
      const answer = await post(url, kindOf(entry.kind).document, entry.variables, entry.sentWith);
      this.#judge(entry, answer, isRetry);
    } catch (error) {
      if (error.name === 'TimeoutError') this.report('hung', `${entry.kind} in ${ANSWER_LIMIT_MS} ms`);
      // Nobody listened: it cannot have been done.
      const isUnheard = error.cause?.code === 'ECONNREFUSED';
      if (isUnheard && !isRetry) entry.outcome = 'fail';
      if (isUnheard) this.unheard += 1;
      else this.unanswered += 1;
    }
  }

  #judge(entry, { body, setCookie }, isRetry) {
    const { code, reason } = body.errors?.[0]?.extensions ?? {};
    if (body.data && !body.errors) {
      entry.outcome = 'ok';
      const { keyFrom } = kindOf(entry.kind);
      if (keyFrom) Object.assign(entry, { key: keyFrom(setCookie), received: setCookie });
    } else if (isRetry && reason === 'ALREADY_CREATED') entry.outcome = 'ok';
    else if (REFUSALS.includes(code)) entry.outcome = 'fail';
    if (code === 'UNAUTHENTICATED') this.report('forgotten', entry.kind);
  }

  /** Compares entries with the database. */
  async check(entries, surroundings) {
    for (const [name, group] of Map.groupBy(
      entries.filter(({ key, mayBeGone }) => key !== null && !mayBeGone),
      ({ kind }) => kind,
    )) {
      const found = await surroundings.asOwner(kindOf(name).look, [JSON.stringify(group.map(({ key }) => key))]);
      const byKey = new Map(found.map((row) => [row.key, row]));
      for (const entry of group) {
        entry.isThere = (byKey.get(entry.key)?.present ?? 0) > 0;
        const fault = faultOf(entry, byKey.get(entry.key));
        if (fault)
          this.report(
            fault,
            `${name} ${entry.key}: told ${entry.outcome}, found ${JSON.stringify(byKey.get(entry.key))}`,
          );
      }
    }
  }

  /** Beyond the drill's own writes: in the whole database every change has its audit row and every audit row its change. */
  async checkInvariants(surroundings) {
    const sql = await readFile(new URL('../invariants.sql', import.meta.url), 'utf8');
    this.looks += 1;
    const broken = await surroundings.asOwner(sql);
    if (broken.length > 0) this.report('invariant', broken.map((it) => `${it.invariant}: ${it.detail}`).join('; '));
  }

  async checkAuditTrail(surroundings) {
    for (const table of ['note', 'notification', 'api_token', 'tag']) {
      const [row] = await surroundings.asOwner(`
        with audited as (select subject_id as id, count(*) as times from audit_log where subject = '${table}' and action = 'INSERT' group by 1)
        select count(*)::int as total, count(*) filter (where t.id is null or a.id is null or a.times <> 1)::int as wrong
        from ${table} t full join audited a using (id)`);
      this.auditRows += row.total;
      if (row.wrong > 0) this.report('unaudited', `${row.wrong} of ${row.total} rows of ${table}`);
    }
  }
}

function faultOf({ outcome }, row) {
  const { present = 0, half = 0, audits = 0 } = row ?? {};
  if (half) return 'half';
  if (present > 1) return 'doubled';
  if (outcome === 'ok' && present !== 1) return 'lost';
  if (outcome === 'fail' && present !== 0) return 'undead';
  return audits !== null && audits !== present ? 'unaudited' : undefined;
}

async function post(url, query, variables, { address, cookie }) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': address, ...(cookie && { cookie }) },
    body: JSON.stringify({ query, variables }),
    signal: AbortSignal.timeout(ANSWER_LIMIT_MS),
  });
  return { body: await response.json(), setCookie: response.headers.get('set-cookie')?.split(';')[0] };
}
