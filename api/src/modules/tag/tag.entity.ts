// A label that the gym keeps for its members. Automatic ones are computed at the moment of asking, never stored: tags-now.ts.
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
    'BIRTHDAY: today. NEW_MEMBER: joined in the last days, as many as the gym set. FIRST_SESSION: the first session is still to come, or is today.',
});

@Audience('STAFF')
@ObjectType({ implements: Node, simpleResolvers: true })
@Entity({ tableName: 'tag' })
export class Tag implements Node {
  @PrimaryKey({ type: 'uuid' })
  id: string;

  @Property({ type: 'uuid' })
  gymId: string;

  @Field(() => String)
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

  @Field(() => Boolean, {
    description:
      'Says something about health: shown to staff in person only, never to API tokens, and each view is noted.',
  })
  @Property({ type: 'boolean' })
  isHealthData: boolean;
}

export const tagJson = (t: string): string =>
  `json_build_object('id', ${t}.id, 'name', ${t}.name, 'color', ${t}.color, 'kind', 'CUSTOM', 'isArchived', ${t}.archived_at is not null,
    'isHealthData', ${t}.is_health_data)`;

export const tagParent: Parent<Tag> = { typeName: 'Tag', type: Tag, from: 'from tag m', base: tagJson('m') };
