// The branch that attachments add to Member.
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import type { Context } from '../../graphql/context.ts';
import { Member } from '../member/member.entity.ts';
import { attachmentStorage, attachments } from './attachment.branches.ts';
import { Attachment } from './attachment.entity.ts';
import { AttachmentStorage } from './attachment-storage.type.ts';

@Resolver(() => Member)
export class MemberAttachmentsResolver {
  @Audience('STAFF')
  @FieldResolver(() => [Attachment], { nullable: true, description: 'Saved and not deleted, latest first.' })
  attachments(@Root() member: Member, @Ctx() context: Context): Attachment[] | Promise<Attachment[]> {
    return context.branches.branch(attachments, member);
  }

  @Audience('STAFF')
  @FieldResolver(() => AttachmentStorage, { nullable: true })
  attachmentStorage(@Root() member: Member, @Ctx() context: Context): AttachmentStorage | Promise<AttachmentStorage> {
    return context.branches.branch(attachmentStorage, member);
  }
}
