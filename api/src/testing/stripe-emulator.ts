// The emulator of Stripe for one test file: on a port of its own, in this process, with its own time.
import { openStripe, type StripeGateway } from '../adapters/stripe/open-stripe.ts';

export interface StripeForTests {
  stripe: StripeGateway;
  /** As STRIPE_API_BASE and STRIPE_SECRET_KEY would say. */
  url: string;
  secretKey: string;
  /** The switches of stripe-emulator/src/controls.ts: `advance`, `pay_checkout`, `hold`, `deliver`, `fail_next` … */
  control<Answer = Record<string, unknown>>(name: string, wanted?: Record<string, unknown>): Promise<Answer>;
  /** A connected account that may collect; its id. */
  connect(): Promise<string>;
  close(): Promise<void>;
}

interface Emulator {
  url: string;
  secretKey: string;
  close(): Promise<void>;
}

/** `now`: the emulator's time stands there until `advance` moves it. */
export async function openStripeForTests(now: Date): Promise<StripeForTests> {
  // By address: the emulator is a program of its own, outside of what is built here.
  const address = new URL('../../../stripe-emulator/src/open-emulator.ts', import.meta.url).href;
  const { openEmulator } = (await import(address)) as { openEmulator(options: object): Promise<Emulator> };
  const emulator = await openEmulator({ now });
  const { url, secretKey } = emulator;
  const stripe = openStripe({ secretKey, apiBase: url, mode: 'TEST' }, { retries: 1 });
  const control = async <Answer>(name: string, wanted: Record<string, unknown> = {}) => {
    const response = await fetch(`${url}/_emulator/${name}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${secretKey}` },
      body: JSON.stringify(wanted),
    });
    const answer = (await response.json()) as Answer & { error?: string };
    if (!response.ok) throw new Error(`${name}: ${answer.error}`);
    return answer;
  };
  return {
    stripe,
    url,
    secretKey,
    control,
    connect: async () => {
      const { id } = await stripe.platform.createAccount(`account-${Math.random()}`, { country: 'NL', name: 'Gym' });
      await control('finish_onboarding', { account: id });
      return id;
    },
    close: () => emulator.close(),
  };
}
