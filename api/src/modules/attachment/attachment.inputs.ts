import { Field, ID, InputType, Int } from 'type-graphql';

@InputType()
export class StartAttachmentUploadInput {
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID made by the client: sending it again starts no second upload.',
  })
  id?: string | null;

  @Field(() => ID)
  memberId: string;

  @Field(() => String, { description: 'Name of the file; it can be adjusted when saving.' })
  name: string;

  @Field(() => Int, { description: 'The bytes to come, at most; so much space is reserved.' })
  sizeBytes: number;
}

@InputType({ description: 'Ends an upload: the file gets its name and appears.' })
export class SaveAttachmentInput {
  @Field(() => ID)
  id: string;

  @Field(() => String, { description: '1 to 200 characters; the extension is kept.' })
  name: string;
}

@InputType()
export class RenameAttachmentInput {
  @Field(() => ID)
  id: string;

  @Field(() => String, { description: '1 to 200 characters; the extension is kept.' })
  name: string;
}

@InputType()
export class AttachmentIdInput {
  @Field(() => ID)
  id: string;
}
