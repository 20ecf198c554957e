// Who waits for a place in a session that is full.
import { Field, Int, ObjectType } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import type { Parent } from '../../graphql/branch.ts';
import { Node } from '../../graphql/node.ts';
import { DateTime } from '../../graphql/scalars.ts';
import { PayWith } from './pay-with.ts';

@Audience('STAFF')
@ObjectType({ implements: Node, simpleResolvers: true })
export class WaitingListEntry implements Node {
  id: string;

  memberId: string;

  @Field(() => DateTime)
  joinedAt: string;

  @Field(() => PayWith, { description: 'How it will be paid when they move up.' })
  payWith: PayWith;

  @Field(() => Int, { description: '1 is next.' })
  place: number;
}

export const waitingListEntryJson = (w: string): string => `json_build_object('id', ${w}.id, 'memberId', ${w}.member_id,
  'joinedAt', ${w}.joined_at, 'payWith', ${w}.pay_with,
  'place', (select count(*) from waiting_list_entry o where o.gym_id = ${w}.gym_id and o.session_id = ${w}.session_id
    and o.ended_at is null and o.number <= ${w}.number))`;

export const waitingListEntryParent: Parent<WaitingListEntry> = {
  typeName: 'WaitingListEntry',
  type: WaitingListEntry,
  from: 'from waiting_list_entry m',
  base: waitingListEntryJson('m'),
};
