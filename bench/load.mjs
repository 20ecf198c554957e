// One round of load against one server: requests per second, latency, processor time a request.
import autocannon from 'autocannon';
import { cpuMs } from './server.mjs';

/** `bodies` are taken in turn, so that no answer is asked for twice in a row. */
export async function load(server, { path, headers, bodies, seconds, connections = 20 }) {
  const before = await cpuMs(server.pid);
  const result = await autocannon({
    url: `${server.url}${path}`,
    connections,
    duration: seconds,
    requests: bodies.map((body) => ({
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    })),
  });
  const spent = (await cpuMs(server.pid)) - before;
  const count = result.requests.total;
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${server.name}: ${result.non2xx} refusals and ${result.errors} errors under load`);
  return {
    rps: result.requests.average,
    p50Ms: result.latency.p50,
    p99Ms: result.latency.p99,
    cpuMs: spent / count,
    count,
  };
}

/** The better of several rounds: noise on a shared machine only ever slows. */
export const best = (rounds) => rounds.reduce((a, b) => (b.rps > a.rps ? b : a));
