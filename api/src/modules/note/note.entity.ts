// What staff write down about a member. Append-only: a note may be retracted, never rewritten.
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import { connectionOf } from '../../graphql/connection.ts';
import { Node } from '../../graphql/node.ts';
import { DateTime } from '../../graphql/scalars.ts';
import { Employee, employeeJson } from '../staff/employee.entity.ts';

@Audience('STAFF')
@ObjectType({ implements: Node, simpleResolvers: true })
@Entity({ tableName: 'note' })
export class Note implements Node {
  @PrimaryKey({ type: 'uuid' })
  id: string;

  @Property({ type: 'uuid' })
  gymId: string;

  @Property({ type: 'uuid' })
  memberId: string;

  @Property({ type: 'uuid' })
  authorId: string;

  @Field(() => String, { description: 'Plain text; line feeds count.' })
  @Property({ type: 'text' })
  text: string;

  @Field(() => DateTime)
  @Property({ type: 'datetime' })
  createdAt: Date;

  @Field(() => Employee)
  author: Employee;

  @Property({ type: 'datetime', nullable: true })
  retractedAt: Date | null;

  @Property({ type: 'uuid', nullable: true })
  retractedBy: string | null;

  @Field(() => Boolean, { description: 'Taken back: shown nowhere but in the audit trail.' })
  isRetracted: boolean;
}

export const NoteConnection = connectionOf('Note', () => Note);
export type NoteConnection = InstanceType<typeof NoteConnection>;

/** From a note n and its author e. */
export const noteJson = `json_build_object('id', n.id, 'text', n.text, 'createdAt', n.created_at, 'authorId', n.author_id,
  'memberId', n.member_id, 'isRetracted', n.retracted_at is not null, 'author', ${employeeJson('e')})`;

export const noteFrom = 'from note n join employee e on e.gym_id = n.gym_id and e.id = n.author_id';
