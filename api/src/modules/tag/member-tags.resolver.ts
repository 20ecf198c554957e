// The branch that tags add to Member.
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import type { Context } from '../../graphql/context.ts';
import { Member } from '../member/member.entity.ts';
import { tags } from './tag.branches.ts';
import { Tag } from './tag.entity.ts';

@Resolver(() => Member)
export class MemberTagsResolver {
  @Audience('STAFF')
  @FieldResolver(() => [Tag], {
    nullable: true,
    description: 'Automatic tags of this moment first, then custom ones by name.',
  })
  tags(@Root() member: Member, @Ctx() context: Context): Tag[] | Promise<Tag[]> {
    return context.branches.branch(tags, member);
  }
}
