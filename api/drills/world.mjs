// What the drill's writers work on: a gym made by the owner, a coach who signs in, and dice that a seed decides.
import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from '../../tools/toolchain.mjs';

const argon2 = createRequire(join(root, 'api', 'package.json'))('@node-rs/argon2');
const MEMBERS = 200;
const TAGS = 100;
/** Of very many sessions of one account the oldest end, so sign-ins are spread. The first account is the writers' own. */
const COACHES = 1000;

export async function makeWorld(surroundings, seed) {
  const dice = mulberry32(seed);
  const password = randomUUID();
  const hash = await argon2.hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  const [{ members, tags }] = await surroundings.asOwner(
    `with gym as (insert into gym (name) values ('Drill') returning id),
       account as (insert into account (email, password_hash)
         select 'coach' || n || '@gym.example', $1 from generate_series(0, $2::int) n returning id, email),
       employee as (insert into employee (gym_id, account_id, first_name, last_name, email, role)
         select gym.id, account.id, 'Drill', 'Coach', account.email, 'EMPLOYEE' from gym, account),
       member as (insert into member (gym_id, member_number, first_name, last_name, joined_on)
         select gym.id, n, 'Member', n::text, '2024-01-01' from gym, generate_series(1, $3::int) n returning id),
       tag as (insert into tag (gym_id, name, color) select gym.id, 'Tag ' || n, '#336699' from gym, generate_series(1, $4::int) n returning id)
     select (select json_agg(id) from member) as members, (select json_agg(id) from tag) as tags`,
    [hash, COACHES, MEMBERS, TAGS],
  );
  return new World({ dice, password, members, tags });
}

class World {
  #dice;
  #password;
  #members;
  #tags;
  #pairs = 0;
  #number = 0;
  #openNotifications = [];
  #sessions = [];

  constructor({ dice, password, members, tags }) {
    this.#dice = dice;
    this.#members = members;
    this.#tags = tags;
    this.#password = password;
  }

  credentials = (number) => ({ email: `coach${number}@gym.example`, password: this.#password });
  anyCredentials = () => this.credentials(1 + Math.floor(this.between(0, COACHES)));
  between = (least, most) => least + this.#dice() * (most - least);
  chance = (probability) => this.#dice() < probability;
  choose = (list) => list[Math.floor(this.#dice() * list.length)];
  anyMember = () => this.choose(this.#members);
  next = () => (this.#number += 1);
  inDays = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  address = () =>
    `10.${Math.floor(this.between(0, 256))}.${Math.floor(this.between(0, 256))}.${Math.floor(this.between(1, 255))}`;

  /** A tag and a member who does not have it; undefined when everybody has everything. */
  freshPair() {
    const number = this.#pairs++;
    if (number >= this.#members.length * this.#tags.length) return undefined;
    return {
      memberId: this.#members[number % this.#members.length],
      tagId: this.#tags[Math.floor(number / this.#members.length)],
    };
  }

  /** Remembers what later writes need: notifications to complete, sessions to end. */
  remember(entry) {
    const { kind, outcome, key } = entry;
    if (outcome !== 'ok') return;
    if (kind === 'scheduleNotification') this.#openNotifications.push(key);
    if (kind === 'signIn') this.#sessions.push(entry);
  }

  takeOpenNotification = () => this.#openNotifications.shift();

  takeSession() {
    const entry = this.#sessions.shift();
    // From now on it may be gone: sessions that have ended are swept.
    if (entry) entry.mayBeGone = true;
    return entry && { key: entry.key, cookie: entry.received };
  }
}

function mulberry32(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
