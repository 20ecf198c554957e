// Proves that the checker sees: breaks the drill's database on purpose, one way after the other, and looks whether each
// fault is named. Run last, since nothing is put back.
import { History } from './history.mjs';

const faults = [
  {
    fault: 'lost',
    victim: ({ kind, outcome }) => kind === 'addTagToMember' && outcome === 'ok',
    plant: `delete from member_tag where member_id = split_part($1, ' ', 1)::uuid and tag_id = split_part($1, ' ', 2)::uuid`,
  },
  {
    fault: 'undead',
    victim: ({ kind, outcome }) => kind === 'addNote' && outcome === 'fail',
    plant: `insert into note (gym_id, id, member_id, author_id, text) select gym_id, $1::uuid, member_id, author_id, text from note limit 1`,
  },
  {
    fault: 'half',
    victim: ({ kind, outcome }) => kind === 'completeNotification' && outcome === 'ok',
    plant: 'update notification set completed_by = null where id = $1::uuid',
  },
  {
    fault: 'unaudited',
    victim: ({ kind, outcome }) => kind === 'createApiToken' && outcome === 'ok',
    plant: `delete from audit_log where subject = 'api_token' and subject_id = $1::uuid`,
  },
  {
    fault: 'lost',
    victim: ({ kind, outcome }) => kind === 'signOut' && outcome === 'ok',
    plant: `insert into login_session (account_id, token_hash, expires_at)
      select id, decode($1, 'hex'), now() + interval '1 day' from account limit 1 on conflict (token_hash) do update set revoked_at = null`,
  },
];

/** How many were planted and how many of them found; a short drill may have no victim for some. */
export async function findPlanted(history, surroundings) {
  let planted = 0;
  let found = 0;
  for (const { fault, victim, plant } of faults) {
    const entry = history.entries.find(victim);
    if (!entry) continue;
    await surroundings.asOwner(plant, [entry.key]);
    const second = new History();
    await second.check([entry], surroundings);
    planted += 1;
    if (second.violations.length === 1 && second.violations[0].fault === fault) found += 1;
  }
  return { planted, found };
}
