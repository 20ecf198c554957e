import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import type { Context } from '../../graphql/context.ts';
import { archiveTag, restoreTag } from './archive-tag.ts';
import { createTag } from './create-tag.ts';
import { getTags } from './get-tags.ts';
import { renameTag } from './rename-tag.ts';
import { addTagToMember, removeTagFromMember } from './tag-member.ts';
import { memberCount } from './tag.branches.ts';
import { Tag, TagKind } from './tag.entity.ts';
import { CreateTagInput, MemberTagInput, RenameTagInput, TagIdInput } from './tag.inputs.ts';
import { MemberTagPayload, TagPayload } from './tag.payloads.ts';

@Resolver(() => Tag)
export class TagResolver {
  @Audience('STAFF')
  @Query(() => [Tag], { description: "The gym's custom tags by name; archived ones last." })
  tags(
    @Ctx() context: Context,
    @Arg('includeArchived', () => Boolean, { defaultValue: false }) includeArchived: boolean,
  ): Promise<Tag[]> {
    return getTags(context, includeArchived);
  }

  @Audience('STAFF')
  @FieldResolver(() => Int, { nullable: true, description: 'Members that carry it; null for automatic tags.' })
  memberCount(@Root() tag: Tag, @Ctx() context: Context): number | null | Promise<number> {
    return tag.kind === TagKind.CUSTOM ? context.branches.branch(memberCount, tag) : null;
  }

  @Audience('STAFF')
  @Mutation(() => TagPayload)
  createTag(@Ctx() context: Context, @Arg('input') input: CreateTagInput): Promise<TagPayload> {
    return createTag(context, input);
  }

  @Audience('STAFF')
  @Mutation(() => TagPayload, { description: 'Changes the name or the colour.' })
  renameTag(@Ctx() context: Context, @Arg('input') input: RenameTagInput): Promise<TagPayload> {
    return renameTag(context, input);
  }

  @Audience('STAFF')
  @Mutation(() => TagPayload, { description: 'Takes a tag out of use; it is shown at no member any more.' })
  archiveTag(@Ctx() context: Context, @Arg('input') input: TagIdInput): Promise<TagPayload> {
    return archiveTag(context, input);
  }

  @Audience('STAFF')
  @Mutation(() => TagPayload, { description: 'Brings an archived tag back, with the members that carried it.' })
  restoreTag(@Ctx() context: Context, @Arg('input') input: TagIdInput): Promise<TagPayload> {
    return restoreTag(context, input);
  }

  @Audience('STAFF')
  @Mutation(() => MemberTagPayload)
  addTagToMember(@Ctx() context: Context, @Arg('input') input: MemberTagInput): Promise<MemberTagPayload> {
    return addTagToMember(context, input);
  }

  @Audience('STAFF')
  @Mutation(() => MemberTagPayload)
  removeTagFromMember(@Ctx() context: Context, @Arg('input') input: MemberTagInput): Promise<MemberTagPayload> {
    return removeTagFromMember(context, input);
  }
}
