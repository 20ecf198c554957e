import { Field, ObjectType } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import { Member } from '../member/member.entity.ts';
import { Tag } from './tag.entity.ts';

@Audience('STAFF')
@ObjectType({ simpleResolvers: true })
export class TagPayload {
  @Field(() => Tag)
  tag: Tag;
}

@Audience('STAFF')
@ObjectType({ simpleResolvers: true })
export class MemberTagPayload {
  @Field(() => Member)
  member: Member;

  @Field(() => Tag)
  tag: Tag;
}
