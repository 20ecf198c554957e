import { ArrayMaxSize } from 'class-validator';
import { ArgsType, Field, ID, InputType, ObjectType } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import { ConnectionInput } from '../../graphql/connection.ts';
import { Member } from '../member/member.entity.ts';
import { TimelineKind } from './timeline.type.ts';

@ArgsType()
export class TimelineArgs extends ConnectionInput {
  @Field(() => [TimelineKind], { nullable: true, description: 'Any of these; everything when absent.' })
  @ArrayMaxSize(20)
  kinds?: TimelineKind[] | null;
}

@InputType()
export class RevertChangeInput {
  @Field(() => ID, { description: 'TimelineRevert.auditId' })
  auditId: string;
}

@Audience('STAFF')
@ObjectType({ simpleResolvers: true })
export class RevertPayload {
  @Field(() => Member)
  member: Member;
}
