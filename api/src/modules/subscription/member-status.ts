// Where a member stands with the gym, from the subscriptions: the one definition, for showing and for filtering.

/** SQL that selects the MemberStatus of member m of gym g at the instant `now`. */
export const memberStatus = (now: string): string => {
  const today = `(${now} at time zone g.time_zone)::date`;
  return `select case
      when bool_or(s.starts_on <= ${today} and (s.ends_on is null or s.ends_on >= ${today})) then 'ACTIVE'
      when bool_or(s.starts_on > ${today}) then 'PENDING'
      when count(*) > 0 then 'FORMER' else 'PROSPECT' end
    from subscription s where s.gym_id = m.gym_id and s.member_id = m.id and s.voided_at is null`;
};
