import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openMail } from '../../adapters/mail/open-mail.ts';
import { GymDatabase } from '../../database/gym-database.ts';
import { addMember } from '../../testing/fixtures.ts';
import { auditOf, newId, openGymScene } from '../../testing/gym-scene.ts';
import type { GymScene } from '../../testing/gym-scene.ts';
import { openSmtpStandIn } from '../../testing/smtp-stand-in.ts';
import type { SmtpStandIn } from '../../testing/smtp-stand-in.ts';
import { mailMessages } from './mail-messages.ts';
import { MemberMessageKind } from './member-message.type.ts';
import { tellMembers } from './tell-members.ts';

let scene: GymScene;
let smtp: SmtpStandIn;
beforeAll(async () => {
  scene = await openGymScene('2026-03-04T12:00:00Z');
  smtp = await openSmtpStandIn();
  await scene.api.owner.query(`update gym set email = 'info@lift.example', phone = '030 1' where id = $1`, [
    scene.gymId,
  ]);
});
beforeEach(async () => {
  await scene.api.owner.query('delete from member_message');
  smtp.mails.splice(0);
  smtp.answer = '250 ok';
});
afterAll(async () => {
  await smtp.close();
  await scene.api.close();
});

const now = new Date('2026-03-04T12:00:00Z');
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const job = (url = smtp.url) =>
  mailMessages(scene.api.database, openMail({ smtpUrl: url, from: 'post@spotter.example' }));
const add = (email: string | null = 'zoe@mail.example') => addMember(scene.api.owner, scene.gymId, { email });
const tell = (...memberIds: string[]) =>
  new GymDatabase(scene.api.database, scene.coach, 'test').write((em) =>
    tellMembers(em, {
      memberIds,
      kind: MemberMessageKind.SESSION_CANCELLED,
      occurrence: newId(),
      subject: { nl: 'Yoga gaat niet door', en: 'Yoga is cancelled' },
      body: { nl: 'De les van 18:00 is afgelast.', en: 'The session at 18:00 is cancelled.' },
      at: now,
    }),
  );
const states = async () =>
  (
    await scene.api.owner.query<object>(
      `select mail_attempts as attempts, mailed_at is not null as mailed, mail_failed_at is not null as failed from member_message`,
    )
  ).rows;

test('a member is written to once, by the gym, with where to answer', async () => {
  const zoe = await add();
  await tell(zoe);
  const before = await auditOf(scene.api, 'member_message', zoe);
  expect(await job().run(now)).toEqual({ sent: 1, failed: 0, postponed: 0 });
  expect(await job().run(later(60))).toEqual({ sent: 0, failed: 0, postponed: 0 });
  const [mail = ''] = smtp.mails;
  expect(smtp.mails).toHaveLength(1);
  expect(mail).toMatch(/^From: "?Lift"? <post@spotter\.example>/m);
  expect(mail).toMatch(/^Reply-To: info@lift\.example/m);
  expect(mail).toMatch(/^To: .*<zoe@mail\.example>/m);
  expect(mail).toMatch(/^Subject: Yoga gaat niet door/m);
  expect(mail).toMatch(/^Auto-Submitted: auto-generated/m);
  expect(mail).toContain('De les van 18:00 is afgelast.');
  expect(mail).toContain('Je krijgt dit omdat je lid bent van Lift.');
  // Sending is no change that anybody made.
  expect(await auditOf(scene.api, 'member_message', zoe)).toEqual(before);
});

test('two processes at once write each mail once', async () => {
  await tell(...(await Promise.all(['a', 'b', 'c', 'd'].map((name) => add(`${name}@mail.example`)))));
  const rounds = await Promise.all([job().run(now), job().run(now)]);
  expect(rounds.map(({ sent = 0 }) => sent).reduce((a, b) => a + b)).toBe(4);
  expect(new Set(smtp.mails.map((mail) => /<(\w)@mail/.exec(mail)?.[1])).size).toBe(4);
  expect(smtp.mails).toHaveLength(4);
});

test('who has no address is told in the app only, and old news is not sent', async () => {
  await tell(await add(null));
  expect(await job().run(now)).toMatchObject({ sent: 0, postponed: 0 });
  await tell(await add());
  expect(await job().run(later(24 * 60 + 1))).toMatchObject({ sent: 0 });
  expect(await states()).toEqual(Array(2).fill({ attempts: 0, mailed: false, failed: false }));
});

test('what is refused for now is tried again later, and not for ever; what is refused for good is not', async () => {
  await tell(await add());
  smtp.answer = '451 later';
  expect(await job().run(now)).toEqual({ sent: 0, failed: 0, postponed: 1 });
  expect(await job().run(later(4))).toEqual({ sent: 0, failed: 0, postponed: 0 });
  for (const minutes of [5, 20, 65]) expect(await job().run(later(minutes))).toMatchObject({ postponed: 1 });
  expect(await job().run(later(200))).toEqual({ sent: 0, failed: 1, postponed: 0 });
  expect(await states()).toEqual([{ attempts: 5, mailed: false, failed: true }]);
  await tell(await add());
  smtp.answer = '550 nobody here';
  expect(await job().run(now)).toEqual({ sent: 0, failed: 1, postponed: 0 });
});

test('when the server is away, nothing else is tried, and all of it goes when it is back', async () => {
  await tell(await add(), await add('bob@mail.example'));
  expect(await job('smtp://127.0.0.1:1').run(now)).toEqual({ sent: 0, failed: 0, postponed: 1 });
  expect(await job().run(later(6))).toEqual({ sent: 2, failed: 0, postponed: 0 });
});

test('one that was cut off after it was sent is sent once more, and can be known for the same', async () => {
  await tell(await add());
  await scene.api.owner.query(
    `create function cut_off() returns trigger language plpgsql as $$ begin raise exception 'gone'; end $$;
     create trigger cut_off before update on member_message for each row when (new.mailed_at is not null) execute function cut_off()`,
  );
  await expect(job().run(now)).rejects.toThrow('gone');
  await scene.api.owner.query('drop function cut_off cascade');
  expect(await job().run(later(1))).toMatchObject({ sent: 0 });
  expect(await job().run(later(6))).toMatchObject({ sent: 1 });
  expect(await job().run(later(60))).toMatchObject({ sent: 0 });
  const ids = smtp.mails.map((mail) => /^Message-ID: (.*)$/m.exec(mail)?.[1]);
  expect(ids).toHaveLength(2);
  expect(new Set(ids).size).toBe(1);
});
