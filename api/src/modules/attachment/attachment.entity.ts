// A file that staff keep about a member. Its bytes lie in the file store, under a key that nobody outside sees.
import { BigIntType } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import type { Asked } from '../../graphql/branch.ts';
import { Node } from '../../graphql/node.ts';
import { DateTime } from '../../graphql/scalars.ts';
import { Employee, employeeJson } from '../staff/employee.entity.ts';

/** UPLOADING and UPLOADED reserve their space; SAVED is seen; DISCARDED waits for its file to be removed. */
export type AttachmentState = 'UPLOADING' | 'UPLOADED' | 'SAVED' | 'DISCARDED';

@Audience('STAFF')
@ObjectType({ implements: Node, simpleResolvers: true })
@Entity({ tableName: 'attachment' })
export class Attachment implements Node {
  @PrimaryKey({ type: 'uuid' })
  id: string;

  @Property({ type: 'uuid' })
  gymId: string;

  @Property({ type: 'uuid' })
  memberId: string;

  @Field(() => String)
  @Property({ type: 'string' })
  name: string;

  @Field(() => String, { description: 'Media type by the first bytes of the file; for texts, what the browser said.' })
  @Property({ type: 'string' })
  contentType: string;

  @Field(() => Int)
  @Property({ type: new BigIntType('number') })
  sizeBytes: number;

  @Property({ type: 'string', nullable: true })
  storageKey: string | null;

  @Property({ type: 'string' })
  state: AttachmentState;

  @Property({ type: 'datetime' })
  startedAt: Date;

  @Field(() => DateTime)
  @Property({ type: 'datetime', nullable: true })
  uploadedAt: Date | null;

  @Field(() => Employee, { nullable: true })
  uploadedBy?: Employee | null;

  @Property({ type: 'uuid', nullable: true, fieldName: 'uploaded_by' })
  uploadedById: string | null;

  @Property({ type: 'datetime', nullable: true })
  deletedAt: Date | null;

  @Property({ type: 'uuid', nullable: true, fieldName: 'deleted_by' })
  deletedById: string | null;

  @Field(() => String, { description: 'Path on this server; needs the same sign-in.' })
  downloadUrl?: string;
}

/** From an attachment; who uploaded it only when asked. */
export const attachmentJson = (a: string, asked: Asked = () => true): string => `json_build_object(
  'id', ${a}.id, 'name', ${a}.name, 'contentType', ${a}.content_type, 'sizeBytes', ${a}.size_bytes,
  'uploadedAt', coalesce(${a}.uploaded_at, ${a}.started_at), 'downloadUrl', '/files/' || ${a}.id
  ${asked('uploadedBy') ? `, 'uploadedBy', (select ${employeeJson('e')} from employee e where e.gym_id = ${a}.gym_id and e.id = ${a}.uploaded_by)` : ''})`;
