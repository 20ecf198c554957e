import { Field, ObjectType } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import { Member } from './member.entity.ts';

@Audience('SIGNED_IN')
@ObjectType({ simpleResolvers: true })
export class MemberPayload {
  @Field(() => Member)
  member: Member;
}
