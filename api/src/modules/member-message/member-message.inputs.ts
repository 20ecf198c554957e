import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import { Member } from '../member/member.entity.ts';
import { MemberMessage } from './member-message.type.ts';

@InputType()
export class MemberMessageIdInput {
  @Field(() => ID)
  id: string;
}

@Audience('SIGNED_IN')
@ObjectType({ simpleResolvers: true })
export class MemberMessagePayload {
  @Field(() => MemberMessage)
  message: MemberMessage;

  @Field(() => Member)
  member: Member;
}
