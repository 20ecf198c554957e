// What the parts about sessions stand on: a gym made by the owner, a coach who signs in, and a door to knock on.
import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from '../../tools/toolchain.mjs';

const require = createRequire(join(root, 'api', 'package.json'));
const argon2 = require('@node-rs/argon2');
export const pg = require('pg');

/** Members of a gym, all on a subscription without a limit, with sessions that start in some hours. */
export async function openSessionGym(owner, { members, sessions, places, startsIn }) {
  const password = randomUUID();
  const hash = await argon2.hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  const { rows } = await owner.query(
    `with gym as (insert into gym (name) values ('Drill') returning id),
       account as (insert into account (email, password_hash) values ('coach@gym.example', $1) returning id),
       employee as (insert into employee (gym_id, account_id, first_name, last_name, email, role)
         select gym.id, account.id, 'Drill', 'Coach', 'coach@gym.example', 'EMPLOYEE' from gym, account),
       member as (insert into member (gym_id, member_number, first_name, last_name, joined_on)
         select gym.id, n, 'Member', n::text, '2024-01-01' from gym, generate_series(1, $2::int) n returning gym_id, id),
       type as (insert into session_type (gym_id, name, color) select id, 'CrossFit', '#336699' from gym returning gym_id, id),
       calendar as (insert into calendar (gym_id, name) select id, 'Hall' from gym returning id),
       plan as (insert into subscription_type (gym_id, name, is_recurring, price_cents) select id, 'Unlimited', true, 0 from gym returning id),
       held as (insert into subscription (gym_id, member_id, subscription_type_id, starts_on, price_cents, currency)
         select member.gym_id, member.id, plan.id, '2024-01-01', 0, 'EUR' from member, plan returning gym_id, id),
       types as (insert into subscription_session_type (gym_id, subscription_id, session_type_id) select held.gym_id, held.id, type.id from held, type),
       calendars as (insert into subscription_calendar (gym_id, subscription_id, calendar_id) select held.gym_id, held.id, calendar.id from held, calendar),
       session as (insert into session (gym_id, session_type_id, calendar_id, starts_at, duration_minutes, places)
         select type.gym_id, type.id, calendar.id, now() + $4::interval + make_interval(secs => n), 60, $5 from type, calendar, generate_series(1, $3::int) n returning id)
     select (select json_agg(id) from member) as members, (select json_agg(id) from session) as sessions`,
    [hash, members, sessions, startsIn, places],
  );
  return { ...rows[0], credentials: { email: 'coach@gym.example', password } };
}

export class Door {
  #server;
  #cookie;

  constructor(server) {
    this.#server = server;
  }

  async signIn(credentials) {
    const query = 'mutation ($input: SignInInput!) { signIn(input: $input) { viewer { id } } }';
    const response = await this.#post({ query, variables: { input: credentials } });
    [this.#cookie] = response.headers.getSetCookie()[0]?.split(';') ?? [];
    if (!this.#cookie) throw new Error(`The coach cannot sign in: ${await response.text()}`);
  }

  /** The data of the answer. */
  async ask(query, input, signal) {
    const answer = await (await this.#post({ query, variables: { input } }, signal)).json();
    if (!answer.data) throw new Error(JSON.stringify(answer.errors).slice(0, 300));
    return answer.data;
  }

  #post(body, signal = AbortSignal.timeout(60_000)) {
    return fetch(this.#server.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: this.#server.origin, cookie: this.#cookie ?? '' },
      body: JSON.stringify(body),
      signal,
    });
  }
}
