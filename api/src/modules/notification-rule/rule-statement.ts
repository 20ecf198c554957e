// The one statement by which a rule makes what is due and closes what is over.
import { idOf, instantLiteral, quoted } from './rule-sql.ts';
import type { Rule, RuleFacts } from './rule.ts';

/** What somebody completed, and what an Admin deleted, is not made again; what closed itself opens again when it is true again. */
export function ruleStatement(rule: Rule, facts: RuleFacts, isOn: boolean): string {
  const {
    withs,
    holds,
    stays = 'h.member_id = n.member_id and h.occurrence = n.occurrence',
    closedReason,
  } = rule.sql(facts);
  const [gym, kind, now] = [idOf(facts.gymId), quoted(rule.name), instantLiteral(facts.now)];
  const isItsOwn = `n.gym_id = ${gym} and n.kind = ${kind}`;
  return `with ${withs}
    holds as materialized (${holds}),
    made as (
      insert into notification as n (gym_id, member_id, kind, message, due_on, occurrence, created_at)
      select ${gym}, h.member_id, ${kind}, left(h.message, 500), h.due_on, h.occurrence, ${now}
        from holds h
       where h.makes and ${isOn} and not exists (
         select from notification n where ${isItsOwn} and n.member_id = h.member_id and n.occurrence = h.occurrence
            and (n.closed_reason is null or n.closed_reason = 'DELETED'))
       order by h.member_id, h.occurrence
      on conflict (gym_id, member_id, kind, occurrence) where occurrence is not null
      do update set completed_at = null, completed_by = null, closed_reason = null
       where n.closed_reason is not null and n.closed_reason <> 'DELETED'
      returning 1),
    closed as (
      update notification n set completed_at = ${now}, closed_reason = ${closedReason}
        from member m
       where ${isItsOwn} and n.completed_at is null and m.gym_id = n.gym_id and m.id = n.member_id
         and not exists (select from holds h where ${stays})
      returning 1)
    select (select count(*)::int from made) as made, (select count(*)::int from closed) as closed`;
}

/** What a rule would have made since a day, and what it would make at once. */
export function replayStatement(rule: Rule, facts: RuleFacts, fromOn: string): string {
  const { withs, holds } = rule.sql(facts);
  const [gym, kind] = [idOf(facts.gymId), quoted(rule.name)];
  return `with replayed as materialized (${rule.replay(facts, fromOn)}),
    ${withs}
    holds as materialized (${holds})
    select (select count(*)::int from replayed) as "notificationCount",
      (select count(distinct r.member_id)::int from replayed r) as "memberCount",
      (select count(distinct r.member_id)::int from replayed r join subscription s on s.gym_id = ${gym} and s.member_id = r.member_id
         where s.voided_at is null and s.cancelled_at >= (r.made_on::timestamp at time zone ${quoted(facts.timeZone)})) as "cancelledLaterCount",
      (select count(*)::int from holds h where h.makes and not exists (
         select from notification n where n.gym_id = ${gym} and n.kind = ${kind} and n.member_id = h.member_id
            and n.occurrence = h.occurrence and (n.closed_reason is null or n.closed_reason = 'DELETED'))) as "nowCount"`;
}
