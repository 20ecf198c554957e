import { Field, Int, ObjectType } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';

@Audience('STAFF')
@ObjectType({ simpleResolvers: true, description: "The room for one member's attachments." })
export class AttachmentStorage {
  @Field(() => Int, { description: 'Uploads under way included; deleted ones not.' })
  usedBytes: number;

  @Field(() => Int)
  limitBytes: number;

  @Field(() => Int, { description: 'Largest single file.' })
  fileLimitBytes: number;
}
