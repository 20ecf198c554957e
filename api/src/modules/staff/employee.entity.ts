// A person who works at the gym.
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import type { Parent } from '../../graphql/branch.ts';
import { Node } from '../../graphql/node.ts';

export enum Role {
  EMPLOYEE = 'EMPLOYEE',
  ADMIN = 'ADMIN',
}
registerEnumType(Role, { name: 'Role' });

@Audience('SIGNED_IN')
@ObjectType({ implements: Node, simpleResolvers: true })
@Entity({ tableName: 'employee' })
export class Employee implements Node {
  @PrimaryKey({ type: 'uuid' })
  id: string;

  @Property({ type: 'uuid' })
  gymId: string;

  @Property({ type: 'uuid', nullable: true })
  accountId: string | null;

  @Field(() => String)
  @Property({ type: 'string' })
  firstName: string;

  @Field(() => String)
  @Property({ type: 'string', persist: false })
  fullName: string;

  @Audience('STAFF')
  @Field(() => Role, { nullable: true })
  @Property({ type: 'string' })
  role: Role;

  @Property({ type: 'datetime', nullable: true })
  archivedAt: Date | null;

  @Field(() => Boolean, { description: 'No longer works here.' })
  isArchived: boolean;
}

/** The JSON of an employee, from a row under this alias; null when the alias is. For branches of other modules. */
export const employeeJson = (e: string): string =>
  `case when ${e}.id is null then null else json_build_object('id', ${e}.id, 'firstName', ${e}.first_name,
    'fullName', ${e}.full_name, 'role', ${e}.role, 'isArchived', ${e}.archived_at is not null) end`;

export const employeeParent: Parent<Employee> = {
  typeName: 'Employee',
  type: Employee,
  from: 'from employee m',
  base: employeeJson('m'),
};
