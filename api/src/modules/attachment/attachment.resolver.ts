import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import type { Context } from '../../graphql/context.ts';
import {
  AttachmentIdInput,
  RenameAttachmentInput,
  SaveAttachmentInput,
  StartAttachmentUploadInput,
} from './attachment.inputs.ts';
import { AttachmentPayload, StartAttachmentUploadPayload } from './attachment.payload.ts';
import { deleteAttachment } from './delete-attachment.ts';
import { renameAttachment } from './rename-attachment.ts';
import { restoreAttachment } from './restore-attachment.ts';
import { saveAttachment } from './save-attachment.ts';
import { startAttachmentUpload } from './start-attachment-upload.ts';

@Resolver()
export class AttachmentResolver {
  @Audience('STAFF')
  @Mutation(() => StartAttachmentUploadPayload, {
    description:
      'Reserves the space for a file. Then PUT its bytes to uploadUrl and call saveAttachment, within an hour.',
  })
  startAttachmentUpload(
    @Ctx() context: Context,
    @Arg('input') input: StartAttachmentUploadInput,
  ): Promise<StartAttachmentUploadPayload> {
    return startAttachmentUpload(context, input);
  }

  @Audience('STAFF')
  @Mutation(() => AttachmentPayload, { description: 'Ends an upload: the file gets its name and appears.' })
  saveAttachment(@Ctx() context: Context, @Arg('input') input: SaveAttachmentInput): Promise<AttachmentPayload> {
    return saveAttachment(context, input);
  }

  @Audience('STAFF')
  @Mutation(() => AttachmentPayload)
  renameAttachment(@Ctx() context: Context, @Arg('input') input: RenameAttachmentInput): Promise<AttachmentPayload> {
    return renameAttachment(context, input);
  }

  @Audience('STAFF')
  @Mutation(() => AttachmentPayload, {
    description: 'Moves it to the bin, from which it can be restored for 30 days. Its space is free at once.',
  })
  deleteAttachment(@Ctx() context: Context, @Arg('input') input: AttachmentIdInput): Promise<AttachmentPayload> {
    return deleteAttachment(context, input);
  }

  @Audience('STAFF')
  @Mutation(() => AttachmentPayload, { description: 'Takes it out of the bin, if there is still room.' })
  restoreAttachment(@Ctx() context: Context, @Arg('input') input: AttachmentIdInput): Promise<AttachmentPayload> {
    return restoreAttachment(context, input);
  }
}
