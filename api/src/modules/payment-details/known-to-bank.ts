/** SQL: whether the bank knows a mandate's row by its account: collected from, or in a batch that is under way. */
export const isKnownToBank = (row: string): string => `(${row}.last_used_on is not null or exists (
  select from collection x where x.gym_id = ${row}.gym_id and x.mandate_id = ${row}.id and x.state in ('PENDING', 'PAID')))`;
