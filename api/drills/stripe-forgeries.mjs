// Messages that are not Stripe's, or not of now: each made from a genuine one, in a way of its own.
import { createHmac } from 'node:crypto';
import { bodyOf, signatureOf } from '../../stripe-emulator/src/deliveries.ts';

const TOLERANCE = 300;
let forged = 0;

/** As its author would like it: an event that never was. */
function altered(event) {
  forged += 1;
  return bodyOf({ ...event, id: `evt_forged${forged}`, created: event.created + 1 });
}

const kinds = {
  'without a signature': ({ event }) => ({ body: altered(event) }),
  'signed with another secret': ({ event, now }) => {
    const body = altered(event);
    return { body, signature: signatureOf(body, 'whsec_of_somebody_else', now) };
  },
  'signed with the secret of another gym': ({ event, now, otherSecret }) => {
    const body = altered(event);
    return { body, signature: signatureOf(body, otherSecret, now) };
  },
  'with a changed body': ({ event, secret, now }) => ({
    body: altered(event),
    signature: signatureOf(bodyOf(event), secret, now),
  }),
  'with one more space': ({ event, secret, now }) => ({
    body: `${bodyOf(event)} `,
    signature: signatureOf(bodyOf(event), secret, now),
  }),
  'recorded and sent again': ({ event, secret, now, chance }) => ({
    body: bodyOf(event),
    signature: signatureOf(bodyOf(event), secret, now - TOLERANCE - 1 - Math.floor(chance() * 100_000)),
  }),
  'recorded, with a new time': ({ event, secret, now }) => ({
    body: bodyOf(event),
    signature: signatureOf(bodyOf(event), secret, now - 1000).replace(/^t=\d+/, `t=${now}`),
  }),
  'in an older scheme': ({ event, secret, now }) => {
    const body = altered(event);
    return { body, signature: signatureOf(body, secret, now).replace(',v1=', ',v0=') };
  },
  'signed without its time': ({ event, secret, now }) => {
    const body = altered(event);
    return { body, signature: `t=${now},v1=${createHmac('sha256', secret).update(body).digest('hex')}` };
  },
  'with half a signature': ({ event, secret, now }) => {
    const body = altered(event);
    return { body, signature: signatureOf(body, secret, now).slice(0, 60) };
  },
  'sent to another gym': ({ event, secret, now }) => ({
    body: bodyOf(event),
    signature: signatureOf(bodyOf(event), secret, now),
    isElsewhere: true,
  }),
};

export const FORGERIES = Object.keys(kinds);

/** `secret`: of the gym that the event is for; the forger has it where the kind says nothing else. */
export const forge = (kind, given) => ({ kind, ...kinds[kind](given) });
