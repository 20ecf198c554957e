// A location or schedule that sessions stand on: kept in settings.
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import { jsonObject } from '../../database/json-sql.ts';
import type { Asked, Parent } from '../../graphql/branch.ts';
import { Node } from '../../graphql/node.ts';

@Audience('SIGNED_IN')
@ObjectType({ implements: Node, simpleResolvers: true })
@Entity({ tableName: 'calendar' })
export class Calendar implements Node {
  @PrimaryKey({ type: 'uuid' })
  id: string;

  @Property({ type: 'uuid' })
  gymId: string;

  @Field(() => String)
  @Property({ type: 'string' })
  name: string;

  @Property({ type: 'datetime', nullable: true })
  archivedAt: Date | null;

  @Field(() => Boolean, { description: 'No longer on offer; what stands on it stays.' })
  isArchived: boolean;
}

export const calendarJson = (c: string, asked: Asked = () => true): string =>
  jsonObject({ id: `${c}.id`, name: `${c}.name`, isArchived: `${c}.archived_at is not null` }, asked);

export const calendarParent: Parent<Calendar> = {
  typeName: 'Calendar',
  type: Calendar,
  from: 'from calendar m',
  base: calendarJson('m'),
};
