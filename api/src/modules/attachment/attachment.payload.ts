import { Field, ID, ObjectType } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import { Member } from '../member/member.entity.ts';
import { Attachment } from './attachment.entity.ts';

@Audience('STAFF')
@ObjectType({ simpleResolvers: true })
export class StartAttachmentUploadPayload {
  @Field(() => ID)
  attachmentId: string;

  @Field(() => String, { description: 'PUT the bytes here, with the same sign-in.' })
  uploadUrl: string;
}

@Audience('STAFF')
@ObjectType({ simpleResolvers: true })
export class AttachmentPayload {
  @Field(() => Attachment)
  attachment: Attachment;

  @Field(() => Member)
  member: Member;
}
