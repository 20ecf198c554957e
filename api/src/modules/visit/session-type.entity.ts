// A named, coloured kind of session: kept in settings.
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import { jsonObject } from '../../database/json-sql.ts';
import type { Asked, Parent } from '../../graphql/branch.ts';
import { Node } from '../../graphql/node.ts';

@Audience('SIGNED_IN')
@ObjectType({ implements: Node, simpleResolvers: true })
@Entity({ tableName: 'session_type' })
export class SessionType implements Node {
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

  /** What one session costs who has no subscription for it; null with its VAT rate: not sold by the session. */
  @Property({ type: 'integer', nullable: true })
  singleSessionPriceCents: number | null;

  @Property({ type: 'integer', nullable: true })
  singleSessionVatRateBp: number | null;

  @Property({ type: 'datetime', nullable: true })
  archivedAt: Date | null;

  @Field(() => Boolean, { description: 'No longer on offer; what has it keeps it.' })
  isArchived: boolean;
}

export const sessionTypeJson = (t: string, asked: Asked = () => true): string =>
  jsonObject(
    { id: `${t}.id`, name: `${t}.name`, color: `${t}.color`, isArchived: `${t}.archived_at is not null` },
    asked,
  );

export const sessionTypeParent: Parent<SessionType> = {
  typeName: 'SessionType',
  type: SessionType,
  from: 'from session_type m',
  base: sessionTypeJson('m'),
};
