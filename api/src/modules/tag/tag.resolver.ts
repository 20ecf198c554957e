import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import type { Context } from '../../graphql/context.ts';
import { archiveTag, restoreTag } from './archive-tag.ts';
import { createTag } from './create-tag.ts';
import { getTags } from './get-tags.ts';
import { renameTag } from './rename-tag.ts';
import { addTagToMember, removeTagFromMember } from './tag-member.ts';
import { memberCount } from './tag.branches.ts';
import { Tag } from './tag.entity.ts';
import { AddTagToMemberInput, CreateTagInput, MemberTagInput, RenameTagInput, TagIdInput } from './tag.inputs.ts';
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
  @FieldResolver(() => Int, { nullable: true, description: 'Members that carry it today.' })
  memberCount(@Root() tag: Tag, @Ctx() context: Context): number | Promise<number> {
    return context.branches.branch(memberCount, tag);
  }

  @Audience('STAFF')
  @Mutation(() => TagPayload)
  createTag(@Ctx() context: Context, @Arg('input') input: CreateTagInput): Promise<TagPayload> {
    return createTag(context, input);
  }

  @Audience('STAFF')
  @Mutation(() => TagPayload, { description: 'Changes the name, the colour, or whether it is about health.' })
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
  @Mutation(() => MemberTagPayload, { description: 'Also changes until when a tag counts that the member carries.' })
  addTagToMember(@Ctx() context: Context, @Arg('input') input: AddTagToMemberInput): Promise<MemberTagPayload> {
    return addTagToMember(context, input);
  }

  @Audience('STAFF')
  @Mutation(() => MemberTagPayload)
  removeTagFromMember(@Ctx() context: Context, @Arg('input') input: MemberTagInput): Promise<MemberTagPayload> {
    return removeTagFromMember(context, input);
  }
}
