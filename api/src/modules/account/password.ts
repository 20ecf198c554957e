// Checks and hashes passwords with argon2id. Each hash takes 19 MiB and some 15 ms of a core, so few run at a time and few
// may wait: otherwise signing in would be a way to take the server down.
import { hash, parseOptions, verify } from '@node-rs/argon2';
import { UserInputError } from '../../graphql/errors.ts';
import { Turnstile } from '../../database/turnstile.ts';

/** OWASP's first choice for argon2id. A stored hash of another cost is replaced at the next sign-in. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** Long enough is the one rule: what else people are made to type, they forget or write down. */
export const SHORTEST_PASSWORD = 12;
/** Longer passwords are wrong ones: nobody's is, and the bytes would have to be read. */
const LONGEST_PASSWORD = 1000;
// libuv has four threads for this and for files; half of them stay free. At 15 ms each the last of 60 waits half a second.
const turnstile = new Turnstile({ places: 2, queue: 60 });

export interface PasswordCheck {
  isRight: boolean;
  /** What to store instead, when the stored hash was made at another cost. */
  freshHash: string | null;
}

export const hashPassword = (password: string): Promise<string> => hash(password, cost);

/** Whether a password may be chosen. */
export function assertMayChoose(field: string, password: string): void {
  if ([...password].length < SHORTEST_PASSWORD)
    throw new UserInputError(field, 'PASSWORD_TOO_SHORT', `A password has at least ${SHORTEST_PASSWORD} characters.`);
  if (password.length > LONGEST_PASSWORD)
    throw new UserInputError(field, 'TOO_LONG', `A password has at most ${LONGEST_PASSWORD} characters.`);
}

/** Of one that was chosen just now: in its turn, as checking is. */
export const hashChosen = (password: string): Promise<string> => turnstile.pass(() => hashPassword(password));

let dummyHash: Promise<string> | undefined;

/** As much work with a stored hash as without one, so that the time it takes does not tell whether an account exists. */
export function checkPassword(stored: string | null, password: string): Promise<PasswordCheck> {
  return turnstile.pass(async () => {
    dummyHash ??= hashPassword('nobody signs in with this');
    const dummy = await dummyHash;
    const usable = stored?.startsWith('$argon2') ? stored : null;
    const matches = await verify(usable ?? dummy, password.slice(0, LONGEST_PASSWORD));
    const isRight = matches && usable !== null && password.length <= LONGEST_PASSWORD;
    return { isRight, freshHash: isRight && !hasCost(usable) ? await hashPassword(password) : null };
  });
}

function hasCost(stored: string): boolean {
  const used = parseOptions(stored);
  // 2 is argon2id; the package's enum does not exist at run time.
  return (
    Number(used.algorithm) === 2 &&
    used.memoryCost === cost.memoryCost &&
    used.timeCost === cost.timeCost &&
    used.parallelism === cost.parallelism
  );
}
