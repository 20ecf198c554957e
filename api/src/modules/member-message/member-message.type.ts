// What the gym told a member.
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import { connectionOf } from '../../graphql/connection.ts';
import { Node } from '../../graphql/node.ts';
import { DateTime } from '../../graphql/scalars.ts';

export enum MemberMessageKind {
  SESSION_CANCELLED = 'SESSION_CANCELLED',
  SESSION_MOVED = 'SESSION_MOVED',
  PLACE_FREE = 'PLACE_FREE',
}
registerEnumType(MemberMessageKind, {
  name: 'MemberMessageKind',
  description: 'PLACE_FREE: a place came free, and the member has moved up from the waiting list.',
});

@Audience('SIGNED_IN')
@ObjectType({ implements: Node, simpleResolvers: true })
export class MemberMessage implements Node {
  id: string;

  memberId: string;

  @Field(() => MemberMessageKind)
  kind: MemberMessageKind;

  @Field(() => String, { description: "In the gym's language." })
  subject: string;

  @Field(() => String, { description: 'Plain text; line feeds count.' })
  body: string;

  @Field(() => DateTime)
  createdAt: string;

  @Field(() => DateTime, { nullable: true, description: 'When the member first had it before them in the app.' })
  readAt: string | null;
}

export const MemberMessageConnection = connectionOf('MemberMessage', () => MemberMessage);
export type MemberMessageConnection = InstanceType<typeof MemberMessageConnection>;

/** From a member_message t. */
export const memberMessageJson = `json_build_object('id', t.id, 'memberId', t.member_id, 'kind', t.kind, 'subject', t.subject,
  'body', t.body, 'createdAt', t.created_at, 'readAt', t.read_at)`;
