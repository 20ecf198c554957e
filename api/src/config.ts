// The only reader of process.env. Everything is checked once, before anything starts; a mistake is one sentence with the
// variable's name. `describe` prints what was found, secrets masked.
import { isIP } from 'node:net';
import { resolve } from 'node:path';
import type { MailConfig } from './adapters/mail/open-mail.ts';
import { keyBytes } from './adapters/secrets/secrets.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

export interface FileStoreOnDisk {
  kind: 'disk';
  directory: string;
}

export interface FileStoreOnS3 {
  kind: 's3';
  endpoint: string | null;
  region: string;
  bucket: string;
  accessKeyId: string;
  secretAccessKey: string;
  forcePathStyle: boolean;
}

export interface StripeConfig {
  /** Never shown: see describe. */
  secretKey: string;
  /** Another server than Stripe's: the emulator. */
  apiBase: string | null;
  mode: 'TEST' | 'LIVE';
}

/** What one GraphQL request may ask for; see graphql/limits.ts. */
export interface Limits {
  depth: number;
  aliases: number;
  cost: number;
  tokens: number;
  bodyBytes: number;
  streamsPerViewer: number;
}

export type LogLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent';

export interface Config {
  port: number;
  host: string;
  publicUrl: string;
  /** Cookies get the Secure attribute: true when the public address is https. */
  cookieSecure: boolean;
  /** The owner's connection: migrations, and everything when no app role is given. */
  databaseUrl: string;
  databaseAppUrl: string | null;
  databasePoolSize: number;
  dataDirectory: string;
  /** Seals what is kept secret in the database; null: the key file in the data directory does. */
  secretsKey: Buffer | null;
  /** Where the built web apps lie; null serves the API alone. */
  webDirectory: string | null;
  isDemo: boolean;
  /** false, a number of hops, or addresses and networks of proxies; as Fastify takes it. */
  trustProxy: boolean | number | string[];
  logLevel: LogLevel;
  files: FileStoreOnDisk | FileStoreOnS3;
  /** null: gyms here cannot collect through Stripe. */
  stripe: StripeConfig | null;
  /** null: members are told in the app only. */
  mail: MailConfig | null;
  limits: Limits;
  /** The most that a gym may choose for attachments, in MB. */
  storageLimits: { fileMb: number; memberMb: number };
  /** With a token, /metrics answers who shows it; without, only this machine. */
  metricsToken: string | null;
  /** How long requests under way may take to finish when the process is asked to stop. */
  shutdownGraceMs: number;
}

/** What a process cannot do without: jobs hold some to be alone at their work, and work with others. */
export const fewestConnections = 4;

export class ConfigError extends Error {}

const LOG_LEVELS: readonly LogLevel[] = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'];

export function readConfig(env: Environment): Config {
  const port = integer(env, 'PORT', 4000, 0, 65_535);
  const publicUrl = url(env, 'PUBLIC_URL', ['http:', 'https:']) ?? `http://localhost:${port}`;
  const dataDirectory = resolve(text(env, 'DATA_DIR') ?? '.data');
  return {
    port,
    host: text(env, 'HOST') ?? '127.0.0.1',
    publicUrl,
    cookieSecure: publicUrl.startsWith('https:'),
    databaseUrl: required(
      url(env, 'DATABASE_URL', ['postgres:', 'postgresql:']),
      'DATABASE_URL',
      'the address of the PostgreSQL database',
    ),
    databaseAppUrl: url(env, 'DATABASE_APP_URL', ['postgres:', 'postgresql:']),
    databasePoolSize: integer(env, 'DATABASE_POOL_SIZE', 10, fewestConnections, 500),
    dataDirectory,
    secretsKey: readSecretsKey(env),
    webDirectory: directory(env, 'WEB_DIR'),
    isDemo: flag(env, 'SPOTTER_DEMO', false),
    trustProxy: trustProxy(env),
    logLevel: oneOf(env, 'LOG_LEVEL', LOG_LEVELS, 'info'),
    files: files(env, dataDirectory),
    stripe: stripe(env),
    mail: mail(env),
    limits: limits(env),
    storageLimits: {
      fileMb: integer(env, 'ATTACHMENT_LIMIT_MB', 100, 1, 2047),
      memberMb: integer(env, 'MEMBER_STORAGE_LIMIT_MB', 1000, 1, 2047),
    },
    metricsToken: secret(env, 'METRICS_TOKEN', 16),
    shutdownGraceMs: integer(env, 'SHUTDOWN_GRACE', 10, 0, 600) * 1000,
  };
}

function limits(env: Environment): Limits {
  return {
    depth: integer(env, 'QUERY_DEPTH_LIMIT', 15, 5, 100),
    aliases: integer(env, 'QUERY_ALIAS_LIMIT', 30, 0, 10_000),
    cost: integer(env, 'QUERY_COST_LIMIT', 5000, 100, 1_000_000),
    tokens: integer(env, 'QUERY_TOKEN_LIMIT', 2000, 100, 100_000),
    bodyBytes: integer(env, 'REQUEST_BODY_LIMIT', 1_048_576, 1024, 67_108_864),
    streamsPerViewer: integer(env, 'STREAM_LIMIT', 50, 1, 10_000),
  };
}

function files(env: Environment, dataDirectory: string): FileStoreOnDisk | FileStoreOnS3 {
  if (oneOf(env, 'FILES_STORE', ['disk', 's3'], 'disk') === 'disk') {
    return { kind: 'disk', directory: resolve(dataDirectory, 'files') };
  }
  const need = (name: string) => required(text(env, name), name, 'needed because FILES_STORE is s3');
  return {
    kind: 's3',
    endpoint: url(env, 'S3_ENDPOINT', ['http:', 'https:']),
    region: text(env, 'S3_REGION') ?? 'us-east-1',
    bucket: need('S3_BUCKET'),
    accessKeyId: need('S3_ACCESS_KEY_ID'),
    secretAccessKey: need('S3_SECRET_ACCESS_KEY'),
    forcePathStyle: flag(env, 'S3_FORCE_PATH_STYLE', false),
  };
}

function stripe(env: Environment): StripeConfig | null {
  const secretKey = text(env, 'STRIPE_SECRET_KEY');
  const apiBase = url(env, 'STRIPE_API_BASE', ['http:', 'https:']);
  if (secretKey === null) {
    if (apiBase === null) return null;
    throw new ConfigError('STRIPE_API_BASE needs a STRIPE_SECRET_KEY.');
  }
  const mode = /^[sr]k_(test|live)_\w{4,250}$/.exec(secretKey)?.[1];
  if (mode === undefined)
    throw new ConfigError('STRIPE_SECRET_KEY must be a secret key of Stripe: it starts with sk_test_ or sk_live_.');
  if (mode === 'live' && apiBase !== null)
    throw new ConfigError('STRIPE_API_BASE must not be set with a live key: that key goes to Stripe and nowhere else.');
  return { secretKey, apiBase, mode: mode === 'live' ? 'LIVE' : 'TEST' };
}

function mail(env: Environment): MailConfig | null {
  const smtpUrl = url(env, 'SMTP_URL', ['smtp:', 'smtps:']);
  const from = text(env, 'MAIL_FROM');
  if (smtpUrl === null) {
    if (from === null) return null;
    throw new ConfigError('MAIL_FROM needs an SMTP_URL.');
  }
  if (from === null || !/^[^\s@<>"]+@[^\s@<>"]+$/.test(from))
    throw new ConfigError('MAIL_FROM must be the address that mail is sent from, such as post@gym.example.');
  return { smtpUrl, from };
}

function trustProxy(env: Environment): Config['trustProxy'] {
  const value = text(env, 'TRUST_PROXY');
  if (value === null || value === 'false' || value === '0') return false;
  // Trusting every hop lets any client choose the address it is throttled by.
  if (value === 'true')
    throw new ConfigError('TRUST_PROXY must say how many proxies stand in front (1) or their addresses, not "true".');
  if (/^\d+$/.test(value)) return integer(env, 'TRUST_PROXY', 0, 0, 10);
  const networks = value.split(',').map((part) => part.trim());
  const wrong = networks.find((network) => !isNetwork(network));
  if (wrong !== undefined)
    throw new ConfigError(`TRUST_PROXY must be a number of proxies or a list of addresses, but "${wrong}" is neither.`);
  return networks;
}

function isNetwork(value: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(value)) return true;
  const [address = '', bits = '0'] = value.split('/');
  return isIP(address) !== 0 && /^\d{1,3}$/.test(bits);
}

/** One line per setting, with no secret in it: safe to print at every start. */
export function describe(config: Config): string {
  const shown = {
    ...config,
    databaseUrl: maskUrl(config.databaseUrl),
    databaseAppUrl: config.databaseAppUrl && maskUrl(config.databaseAppUrl),
    metricsToken: config.metricsToken && '****',
    stripe: config.stripe && { ...config.stripe, secretKey: '****' },
    mail: config.mail && { ...config.mail, smtpUrl: maskUrl(config.mail.smtpUrl) },
    secretsKey: config.secretsKey && '****',
    files:
      config.files.kind === 's3' ? { ...config.files, accessKeyId: '****', secretAccessKey: '****' } : config.files,
  };
  return Object.entries(shown)
    .map(([name, value]) => `  ${name}: ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`)
    .join('\n');
}

function maskUrl(value: string): string {
  const masked = new URL(value);
  if (masked.password) masked.password = '****';
  // Connection parameters can carry a password too.
  masked.search = '';
  return masked.href;
}

function text(env: Environment, name: string): string | null {
  const value = env[name]?.trim();
  return value ? value : null;
}

function required<T>(value: T | null, name: string, why: string): T {
  if (value === null) throw new ConfigError(`${name} is missing: ${why}.`);
  return value;
}

function integer(env: Environment, name: string, preset: number, least: number, most: number): number {
  const value = text(env, name);
  if (value === null) return preset;
  const number = Number(value);
  if (/^\d+$/.test(value) && number >= least && number <= most) return number;
  throw new ConfigError(`${name} must be a whole number from ${least} to ${most}, but is "${value}".`);
}

function flag(env: Environment, name: string, preset: boolean): boolean {
  const value = text(env, name)?.toLowerCase();
  if (value === undefined) return preset;
  if (['1', 'true', 'yes', 'on'].includes(value)) return true;
  if (['0', 'false', 'no', 'off'].includes(value)) return false;
  throw new ConfigError(`${name} must be true or false, but is "${value}".`);
}

function oneOf<T extends string>(env: Environment, name: string, choices: readonly T[], preset: T): T {
  const value = text(env, name);
  if (value === null) return preset;
  const choice = choices.find((it) => it === value);
  if (choice === undefined) throw new ConfigError(`${name} must be one of ${choices.join(', ')}, but is "${value}".`);
  return choice;
}

/** The value is not repeated in the message: addresses of databases carry passwords. */
function url(env: Environment, name: string, protocols: string[]): string | null {
  const value = text(env, name);
  if (value === null) return null;
  if (URL.canParse(value) && protocols.includes(new URL(value).protocol)) return value.replace(/\/$/, '');
  throw new ConfigError(
    `${name} must be an address that starts with ${protocols.map((it) => `${it}//`).join(' or ')}.`,
  );
}

function secret(env: Environment, name: string, leastLength: number): string | null {
  const value = text(env, name);
  if (value !== null && value.length < leastLength)
    throw new ConfigError(`${name} must have at least ${leastLength} characters.`);
  return value;
}

/** Tools that write sealed rows read it too. */
export function readSecretsKey(env: Environment): Buffer | null {
  const value = text(env, 'SECRETS_KEY');
  if (value === null) return null;
  const key = Buffer.from(value, 'base64');
  if (key.length === keyBytes && /^[A-Za-z0-9+/]+=*$/.test(value)) return key;
  throw new ConfigError(
    `SECRETS_KEY must be ${keyBytes} bytes in base64, as openssl rand -base64 ${keyBytes} makes them.`,
  );
}

function directory(env: Environment, name: string): string | null {
  const value = text(env, name);
  return value === null ? null : resolve(value);
}
