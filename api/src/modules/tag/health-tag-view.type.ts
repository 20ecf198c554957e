// That somebody on the staff saw a health tag of a member.
import { Field, ObjectType } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import { Node } from '../../graphql/node.ts';
import { pageOf } from '../../graphql/page.ts';
import { DateTime } from '../../graphql/scalars.ts';
import { Employee } from '../staff/employee.entity.ts';
import { Tag } from './tag.entity.ts';

@Audience('ADMIN')
@ObjectType({ implements: Node, simpleResolvers: true })
export class HealthTagView implements Node {
  id: string;

  @Field(() => DateTime)
  seenAt: Date;

  @Field(() => Employee)
  employee: Employee;

  @Field(() => Tag)
  tag: Tag;

  @Field(() => String, { description: 'As the audit trail and the log of the server name it.' })
  requestId: string;
}

export const HealthTagViewPage = pageOf('HealthTagView', () => HealthTagView);
export type HealthTagViewPage = InstanceType<typeof HealthTagViewPage>;
