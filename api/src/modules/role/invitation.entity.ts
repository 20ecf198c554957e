// An invitation to work here, by a link that works once. Only a hash of its secret is kept.
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import { Node } from '../../graphql/node.ts';
import { DateTime } from '../../graphql/scalars.ts';
import { Role } from '../staff/employee.entity.ts';

@Audience('ADMIN')
@ObjectType({ implements: Node, simpleResolvers: true, description: 'Neither accepted nor revoked.' })
@Entity({ tableName: 'employee_invitation' })
export class EmployeeInvitation implements Node {
  @PrimaryKey({ type: 'uuid' })
  id: string;

  @Property({ type: 'uuid' })
  gymId: string;

  @Field(() => String)
  @Property({ type: 'string' })
  firstName: string;

  @Field(() => String)
  @Property({ type: 'string' })
  lastName: string;

  @Field(() => String)
  @Property({ type: 'string' })
  email: string;

  @Field(() => Role)
  @Property({ type: 'string' })
  role: Role;

  @Property({ type: 'blob' })
  tokenHash: Buffer;

  @Field(() => DateTime)
  @Property({ type: 'datetime' })
  createdAt: Date;

  @Property({ type: 'uuid', fieldName: 'created_by' })
  createdById: string;

  @Field(() => String)
  createdByName: string;

  @Field(() => DateTime)
  @Property({ type: 'datetime' })
  expiresAt: Date;

  @Field(() => Boolean, { description: 'The link no longer works: invite again.' })
  isExpired: boolean;

  @Property({ type: 'datetime', nullable: true })
  revokedAt: Date | null;

  @Property({ type: 'datetime', nullable: true })
  acceptedAt: Date | null;
}
