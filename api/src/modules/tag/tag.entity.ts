// A label on members: custom ones are kept in settings; automatic ones are computed at the moment of asking, never stored.
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import type { Parent } from '../../graphql/branch.ts';
import { Node } from '../../graphql/node.ts';

export enum TagKind {
  CUSTOM = 'CUSTOM',
  BIRTHDAY = 'BIRTHDAY',
  NEW_MEMBER = 'NEW_MEMBER',
  FIRST_SESSION = 'FIRST_SESSION',
}
registerEnumType(TagKind, {
  name: 'TagKind',
  description:
    'BIRTHDAY: today. NEW_MEMBER: joined in the last days, as many as the gym set. FIRST_SESSION: the next registered session is the first.',
});

@Audience('STAFF')
@ObjectType({ implements: Node, simpleResolvers: true, description: 'The id of an automatic tag is its kind.' })
@Entity({ tableName: 'tag' })
export class Tag implements Node {
  @PrimaryKey({ type: 'uuid' })
  id: string;

  @Property({ type: 'uuid' })
  gymId: string;

  @Field(() => String, { description: 'Of an automatic tag: in the language of the viewer.' })
  @Property({ type: 'string' })
  name: string;

  @Field(() => String, { description: '#rrggbb' })
  @Property({ type: 'string' })
  color: string;

  @Field(() => TagKind)
  kind: TagKind;

  @Property({ type: 'datetime' })
  createdAt: Date;

  @Property({ type: 'datetime', nullable: true })
  archivedAt: Date | null;

  @Field(() => Boolean, { description: 'No longer on offer, and shown at no member.' })
  isArchived: boolean;
}

export const tagJson = (t: string): string =>
  `json_build_object('id', ${t}.id, 'name', ${t}.name, 'color', ${t}.color, 'kind', 'CUSTOM', 'isArchived', ${t}.archived_at is not null)`;

export const tagParent: Parent<Tag> = { typeName: 'Tag', type: Tag, from: 'from tag m', base: tagJson('m') };
