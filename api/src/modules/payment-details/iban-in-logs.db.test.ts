// An IBAN goes through the doors in both directions and stays out of the log, also at its most talkative and when
// something breaks.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FastifyInstance } from 'fastify';
import { buildApp } from '../../app.ts';
import { readConfig } from '../../config.ts';
import { createLogger } from '../../logging.ts';
import { addMandate, addMember, sampleIban } from '../../testing/fixtures.ts';
import { openGymScene } from '../../testing/gym-scene.ts';
import type { GymScene } from '../../testing/gym-scene.ts';

let scene: GymScene;
let app: FastifyInstance;
const lines: string[] = [];

beforeAll(async () => {
  scene = await openGymScene();
  app = await buildApp({
    config: readConfig({ DATABASE_URL: scene.api.ownerUrl }),
    schema: scene.api.schema,
    createContext: async () => scene.api.contextFor(scene.admin),
    readiness: async () => null,
    log: createLogger('trace', { write: (line) => void lines.push(line) }),
  });
});
afterAll(async () => {
  await app.close();
  await scene.api.close();
});

const post = async (query: string, input: object) =>
  (await app.inject({ method: 'POST', url: '/graphql', payload: { query, variables: { input } } })).payload;
const sign = (input: object) =>
  post('mutation ($input: SignMandateInput!) { signMandate(input: $input) { mandate { id maskedIban } } }', {
    memberId: scene.memberId,
    holder: 'Z. Berg',
    iban: sampleIban,
    signedOn: '2026-03-01',
    signedHow: 'PAPER',
    ...input,
  });

test('signing, refusing, showing and failing leave no IBAN in the log', async () => {
  expect(await sign({ iban: `${sampleIban}1` })).toContain('IBAN_LENGTH');
  expect(await sign({ signedHow: 'BY_PHONE' })).toContain('errors');
  expect(await sign({})).toContain('NL91 ••••');
  const { rows } = await scene.api.owner.query<{ id: string }>('select id from mandate');
  const reveal = 'mutation ($input: MandateIdInput!) { revealIban(input: $input) { iban } }';
  expect(await post(reveal, { id: rows[0]!.id })).toContain('NL91 ABNA 0417 1643 00');
  // What cannot be opened fails as anything unexpected does: masked outside, named by row inside.
  const otherId = await addMember(scene.api.owner, scene.gymId);
  const broken = await addMandate(scene.api.owner, scene.gymId, otherId, { iban_sealed: Buffer.alloc(40) });
  expect(await post(reveal, { id: broken })).toContain('INTERNAL_SERVER_ERROR');
  await scene.api.owner.query('alter table mandate rename column holder to other');
  expect(await sign({ reference: 'X' })).toContain('INTERNAL_SERVER_ERROR');
  const log = lines.join('');
  expect(log).toContain('mandate.iban_sealed:…:… is not sealed');
  expect(log.replaceAll(' ', '')).not.toMatch(/ABNA0417|NL91/);
});
