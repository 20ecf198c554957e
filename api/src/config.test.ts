import { expect, test } from 'vitest';
import { ConfigError, describe as print, readConfig } from './config.ts';

const DATABASE_URL = 'postgres://owner:hunter2@db.example:5432/spotter';

test('a database is all that has to be given', () => {
  const config = readConfig({ DATABASE_URL });
  expect(config).toMatchObject({
    port: 4000,
    host: '127.0.0.1',
    publicUrl: 'http://localhost:4000',
    cookieSecure: false,
    databaseAppUrl: null,
    isDemo: false,
    trustProxy: false,
    files: { kind: 'disk' },
  });
});

test('cookies are Secure when the public address is https', () => {
  expect(readConfig({ DATABASE_URL, PUBLIC_URL: 'https://gym.example/' })).toMatchObject({
    publicUrl: 'https://gym.example',
    cookieSecure: true,
  });
});

test.each([
  [{}, 'DATABASE_URL is missing'],
  [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL must be an address that starts with postgres://'],
  [{ DATABASE_URL, PORT: '70000' }, 'PORT must be a whole number from 0 to 65535, but is "70000".'],
  [{ DATABASE_URL, PORT: '1e3' }, 'PORT must be a whole number'],
  [{ DATABASE_URL, SPOTTER_DEMO: 'maybe' }, 'SPOTTER_DEMO must be true or false'],
  [{ DATABASE_URL, LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be one of trace, debug'],
  [{ DATABASE_URL, PUBLIC_URL: 'gym.example' }, 'PUBLIC_URL must be an address'],
  [{ DATABASE_URL, TRUST_PROXY: 'true' }, 'TRUST_PROXY must say how many proxies'],
  [{ DATABASE_URL, TRUST_PROXY: '10.0.0.0/8, nginx' }, '"nginx" is neither'],
  [{ DATABASE_URL, FILES_STORE: 's3' }, 'S3_BUCKET is missing: needed because FILES_STORE is s3.'],
  [{ DATABASE_URL, SECRETS_KEY: 'c2hvcnQ=' }, 'SECRETS_KEY must be 32 bytes in base64'],
  [{ DATABASE_URL, STRIPE_SECRET_KEY: 'pk_test_1234' }, 'STRIPE_SECRET_KEY must be a secret key of Stripe'],
  [{ DATABASE_URL, STRIPE_API_BASE: 'http://127.0.0.1:4001' }, 'STRIPE_API_BASE needs a STRIPE_SECRET_KEY.'],
  [
    { DATABASE_URL, STRIPE_SECRET_KEY: 'sk_live_1234', STRIPE_API_BASE: 'http://127.0.0.1:4001' },
    'STRIPE_API_BASE must not be set with a live key',
  ],
  [{ DATABASE_URL, MAIL_FROM: 'post@gym.example' }, 'MAIL_FROM needs an SMTP_URL.'],
  [{ DATABASE_URL, SMTP_URL: 'smtp://mail.example' }, 'MAIL_FROM must be the address that mail is sent from'],
  [{ DATABASE_URL, SMTP_URL: 'http://mail.example' }, 'SMTP_URL must be an address that starts with smtp://'],
  [{ DATABASE_URL, METRICS_TOKEN: 'short' }, 'METRICS_TOKEN must have at least 16 characters.'],
])('%j is refused in one sentence', (env, sentence) => {
  expect(() => readConfig(env)).toThrow(ConfigError);
  expect(() => readConfig(env)).toThrow(sentence);
});

test('TRUST_PROXY takes hops or networks', () => {
  expect(readConfig({ DATABASE_URL, TRUST_PROXY: '1' }).trustProxy).toBe(1);
  expect(readConfig({ DATABASE_URL, TRUST_PROXY: '10.0.0.0/8, ::1' }).trustProxy).toEqual(['10.0.0.0/8', '::1']);
});

test('the login of the mail server is never shown', () => {
  const config = readConfig({
    DATABASE_URL,
    SMTP_URL: 'smtps://post:hunter3@mail.example:465',
    MAIL_FROM: 'post@gym.example',
  });
  expect(config.mail?.from).toBe('post@gym.example');
  expect(print(config)).toContain('post@gym.example');
  expect(print(config)).not.toContain('hunter3');
});

test('a key of Stripe says in which mode it is', () => {
  expect(readConfig({ DATABASE_URL }).stripe).toBeNull();
  expect(readConfig({ DATABASE_URL, STRIPE_SECRET_KEY: 'rk_live_1234' }).stripe).toMatchObject({ mode: 'LIVE' });
  const withEmulator = { STRIPE_SECRET_KEY: 'sk_test_1234', STRIPE_API_BASE: 'http://127.0.0.1:4001/' };
  expect(readConfig({ DATABASE_URL, ...withEmulator }).stripe).toEqual({
    secretKey: 'sk_test_1234',
    apiBase: 'http://127.0.0.1:4001',
    mode: 'TEST',
  });
});

test('no secret is printed', () => {
  const secrets = {
    S3_ACCESS_KEY_ID: 'AKIA-SECRET',
    S3_SECRET_ACCESS_KEY: 'very-secret-key',
    METRICS_TOKEN: 'metrics-token-0123456789',
    STRIPE_SECRET_KEY: 'sk_live_0123456789',
    SECRETS_KEY: Buffer.alloc(32, 7).toString('base64'),
  };
  const config = readConfig({
    DATABASE_URL,
    DATABASE_APP_URL: 'postgres://app@db.example/spotter?password=query-secret',
    FILES_STORE: 's3',
    S3_BUCKET: 'files',
    ...secrets,
  });
  const printed = print(config);
  expect(printed).toContain('db.example:5432/spotter');
  for (const hidden of ['hunter2', 'query-secret', ...Object.values(secrets)]) expect(printed).not.toContain(hidden);
});

test('a wrong database address is not repeated', () => {
  expect(() => readConfig({ DATABASE_URL: 'owner:hunter2@db' })).toThrow(/^(?!.*hunter2)/);
});
