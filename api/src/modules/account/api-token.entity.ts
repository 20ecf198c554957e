// A personal API token: lets a script act as the employee who made it. Only a hash of the secret is kept.
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import { Node } from '../../graphql/node.ts';
import { DateTime } from '../../graphql/scalars.ts';

export enum ApiTokenScope {
  READ = 'READ',
  WRITE = 'WRITE',
}
registerEnumType(ApiTokenScope, {
  name: 'ApiTokenScope',
  description:
    'READ: queries only. WRITE: whatever its owner may, but for tokens, sessions, the password and who works here.',
});

@Audience('STAFF')
@ObjectType({ implements: Node, simpleResolvers: true })
@Entity({ tableName: 'api_token' })
export class ApiToken implements Node {
  @PrimaryKey({ type: 'uuid' })
  id: string;

  @Property({ type: 'uuid' })
  gymId: string;

  @Property({ type: 'uuid' })
  employeeId: string;

  @Field(() => String)
  @Property({ type: 'string' })
  name: string;

  @Property({ type: 'blob' })
  tokenHash: Buffer;

  @Field(() => String, { description: 'The first characters, to tell tokens apart.' })
  @Property({ type: 'string' })
  prefix: string;

  @Field(() => ApiTokenScope)
  @Property({ type: 'string' })
  scope: ApiTokenScope;

  @Field(() => DateTime)
  @Property({ type: 'datetime' })
  createdAt: Date;

  @Field(() => DateTime)
  @Property({ type: 'datetime' })
  expiresAt: Date;

  @Field(() => DateTime, { nullable: true, description: 'To the minute.' })
  @Property({ type: 'datetime', nullable: true })
  lastUsedAt: Date | null;

  @Field(() => DateTime, { nullable: true })
  @Property({ type: 'datetime', nullable: true })
  revokedAt: Date | null;
}
