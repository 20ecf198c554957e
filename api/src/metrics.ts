// What /metrics tells: durations by door and kind, the pool, open streams, and the process itself. Labels come from short
// fixed lists, never from what a client sends.
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export interface PoolFigures {
  total: number;
  idle: number;
  waiting: number;
}

export interface Metrics {
  observeRequest(door: string, operation: string, status: number, seconds: number): void;
  text(): Promise<string>;
  contentType: string;
}

const DOORS = ['graphql', 'stream', 'health', 'web', 'other'] as const;
export type Door = (typeof DOORS)[number];

export interface MetricsSources {
  pool?: () => PoolFigures;
  openStreams: () => number;
}

export function createMetrics({ pool, openStreams }: MetricsSources): Metrics {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const durations = new Histogram({
    name: 'spotter_request_duration_seconds',
    help: 'Time from the first byte of a request to the last of its answer.',
    labelNames: ['door', 'operation', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [register],
  });
  new Gauge({
    name: 'spotter_open_streams',
    help: 'Live updates being listened to.',
    registers: [register],
    collect() {
      this.set(openStreams());
    },
  });
  if (pool) addPool(register, pool);
  return {
    contentType: register.contentType,
    text: () => register.metrics(),
    observeRequest(door, operation, status, seconds) {
      durations.observe({ door, operation, status: `${Math.floor(status / 100)}xx` }, seconds);
    },
  };
}

function addPool(register: Registry, pool: () => PoolFigures): void {
  new Gauge({
    name: 'spotter_database_connections',
    help: 'Connections of the pool; waiting counts requests that want one.',
    labelNames: ['state'],
    registers: [register],
    collect() {
      const { total, idle, waiting } = pool();
      this.set({ state: 'busy' }, total - idle);
      this.set({ state: 'idle' }, idle);
      this.set({ state: 'waiting' }, waiting);
    },
  });
}
