import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Viewer } from '../../graphql/viewer.ts';
import { insert } from '../../testing/fixtures.ts';
import { newId, openGymScene, refusalOf } from '../../testing/gym-scene.ts';
import type { GymScene } from '../../testing/gym-scene.ts';
import { getCreditor } from './get-creditor.ts';

let scene: GymScene;
beforeAll(async () => {
  scene = await openGymScene('2026-03-04T12:00:00Z');
});
afterAll(() => scene.api.close());

const fields = `{ collection creditorName creditorId creditorIban creditorBic isCreditorComplete leadDays painVersion
  collectionDay subscriptionVatRatePercent shopVatRatePercent unusualAmount { amountCents } mandateText { version text }
  openOnAccount { count total { amountCents } } openAtStripe { count } }`;
type Settings = Record<string, unknown> & { mandateText: { version: number; text: string } };
const save = (input: object, viewer: Viewer | null = scene.admin) =>
  scene.api.ask<{ savePaymentSettings: { paymentSettings: Settings } }>(
    viewer,
    `mutation ($input: SavePaymentSettingsInput!) { savePaymentSettings(input: $input) { paymentSettings ${fields} } }`,
    { input },
  );
const saved = async (input: object) => (await save(input)).data!.savePaymentSettings.paymentSettings;
const read = async (viewer: Viewer | null = scene.admin) =>
  scene.api.ask<{ paymentSettings: Settings }>(viewer, `{ paymentSettings ${fields} }`);
const audits = async () =>
  (await scene.api.owner.query(`select subject, before, after from audit_log where subject <> 'employee' order by id`))
    .rows;

const creditor = {
  creditorName: 'Lift B.V.',
  creditorId: 'nl69 zzz 123456780000',
  creditorIban: 'nl91 abna 0417 1643 00',
  creditorBic: 'abnanl2a',
};

test('a gym without settings has the defaults, and no creditor yet', async () => {
  const settings = (await read()).data!.paymentSettings;
  expect(settings).toMatchObject({
    collection: 'SEPA',
    creditorIban: null,
    isCreditorComplete: false,
    leadDays: 2,
    painVersion: 'PAIN_008_001_08',
    collectionDay: 1,
    subscriptionVatRatePercent: 9,
    shopVatRatePercent: 9,
    unusualAmount: { amountCents: 25000 },
    mandateText: { version: 0, text: expect.stringContaining('{creditor}') },
  });
  expect(await getCreditor(scene.api.contextFor(scene.admin))).toBeNull();
});

test('what is given is kept, the rest stays; the account is sealed', async () => {
  expect(await saved(creditor)).toMatchObject({
    creditorId: 'NL69ZZZ123456780000',
    creditorIban: 'NL91ABNA0417164300',
    creditorBic: 'ABNANL2A',
    isCreditorComplete: true,
  });
  expect(await saved({ leadDays: 5, shopVatRatePercent: 21 })).toMatchObject({
    creditorName: 'Lift B.V.',
    leadDays: 5,
    shopVatRatePercent: 21,
    subscriptionVatRatePercent: 9,
  });
  expect(await getCreditor(scene.api.contextFor(scene.admin))).toEqual({
    name: 'Lift B.V.',
    creditorId: 'NL69ZZZ123456780000',
    iban: 'NL91ABNA0417164300',
    bic: 'ABNANL2A',
    leadDays: 5,
    painVersion: 'PAIN_008_001_08',
  });
  const { rows } = await scene.api.owner.query(
    `select (to_jsonb(s) - 'creditor_iban_sealed')::text as row from payment_settings s`,
  );
  expect(JSON.stringify([rows, await audits()])).not.toMatch(/ABNA0417|sealed/);
  const before = (await audits()).length;
  await saved(creditor);
  expect(await audits()).toHaveLength(before);
  expect(await saved({ creditorBic: null })).toMatchObject({ creditorBic: null, isCreditorComplete: true });
});

test('another text is another version; the same one is none', async () => {
  const text = 'I allow {creditor} to collect.';
  expect((await saved({ mandateText: text })).mandateText).toEqual({ version: 1, text });
  expect((await saved({ mandateText: `${text}\n` })).mandateText.version).toBe(1);
  const versions = await Promise.all([1, 2, 3].map(async (n) => (await save({ mandateText: `${text} ${n}` })).errors));
  expect(versions).toEqual([undefined, undefined, undefined]);
  expect((await read()).data!.paymentSettings.mandateText.version).toBe(4);
});

test('switching how the gym collects is recorded, and leaves open lines as they are', async () => {
  const line = {
    gym_id: scene.gymId,
    member_id: scene.memberId,
    kind: 'SHOP',
    description: 'Shake',
    unit_price_cents: 350,
  };
  const more = {
    total_cents: 350,
    vat_rate_bp: 900,
    vat_cents: 29,
    currency: 'EUR',
    purchased_at: '2026-03-01T10:00:00Z',
  };
  await insert(scene.api.owner, 'purchase', { ...line, ...more, id: newId() });
  const switched = await saved({ collection: 'STRIPE' });
  expect(switched).toMatchObject({
    collection: 'STRIPE',
    openOnAccount: { count: 1, total: { amountCents: 350 } },
    openAtStripe: { count: 0 },
  });
  expect(await audits()).toContainEqual({
    subject: 'gym',
    before: { payment_collection: 'SEPA' },
    after: { payment_collection: 'STRIPE' },
  });
});

test.each([
  [{ creditorId: 'NL70ZZZ123456780000' }, 'creditorId CREDITOR_ID_CHECKSUM'],
  [{ creditorIban: 'NL91ABNA0417164301' }, 'creditorIban IBAN_CHECKSUM'],
  [{ creditorBic: 'NL' }, 'creditorBic INVALID_BIC'],
  [{ creditorName: 'x'.repeat(71) }, 'creditorName TOO_LONG'],
  [{ leadDays: 0 }, 'leadDays OUT_OF_RANGE'],
  [{ collectionDay: 29 }, 'collectionDay OUT_OF_RANGE'],
  [{ subscriptionVatRatePercent: 100.01 }, 'subscriptionVatRatePercent OUT_OF_RANGE'],
  [{ shopVatRatePercent: 9.999 }, 'shopVatRatePercent OUT_OF_RANGE'],
  [{ shopVatRatePercent: -1 }, 'shopVatRatePercent OUT_OF_RANGE'],
  [{ unusualAmountCents: 0 }, 'unusualAmountCents OUT_OF_RANGE'],
  [{ mandateText: ' ' }, 'mandateText REQUIRED'],
  [{ mandateText: 'x'.repeat(5001) }, 'mandateText TOO_LONG'],
])('refuses %o by name, and keeps none of it', async (input, refusal) => {
  const before = await read();
  expect(refusalOf(await save({ leadDays: 9, ...input }))).toBe(`BAD_USER_INPUT ${refusal}`);
  expect(await read()).toEqual(before);
});

test('is for admins of the gym', async () => {
  for (const viewer of [scene.coach, scene.outsiders.member, scene.outsiders.readToken]) {
    expect(refusalOf(await read(viewer))).toBe('FORBIDDEN');
    expect(refusalOf(await save({ leadDays: 3 }, viewer))).toBe('FORBIDDEN');
  }
  expect((await read(scene.outsiders.otherGym)).data!.paymentSettings).toMatchObject({ creditorName: null });
});
