// The branches that tags add to Member.
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import type { Context } from '../../graphql/context.ts';
import { PageInput } from '../../graphql/page.ts';
import { Member } from '../member/member.entity.ts';
import { CarriedTag } from './carried-tag.type.ts';
import { getCarriedTags } from './get-carried-tags.ts';
import { getHealthTagViews } from './get-health-tag-views.ts';
import { HealthTagViewPage } from './health-tag-view.type.ts';
import { CarriedTagsArgs } from './tag.inputs.ts';

@Resolver(() => Member)
export class MemberTagsResolver {
  @Audience('STAFF')
  @FieldResolver(() => [CarriedTag], {
    nullable: true,
    description: 'Automatic tags of this moment first, then custom ones by name. Seeing one about health is noted.',
  })
  tags(
    @Root() member: Member,
    @Ctx() context: Context,
    @Args() args: CarriedTagsArgs,
  ): CarriedTag[] | Promise<CarriedTag[]> {
    return getCarriedTags(context, member, args);
  }

  @Audience('ADMIN')
  @FieldResolver(() => HealthTagViewPage, {
    nullable: true,
    description: 'Who saw which health tag of this member, the latest first. Null for an API token.',
  })
  healthTagViews(
    @Root() member: Member,
    @Ctx() context: Context,
    @Args() page: PageInput,
  ): Promise<HealthTagViewPage | null> {
    return getHealthTagViews(context, member, page);
  }
}
