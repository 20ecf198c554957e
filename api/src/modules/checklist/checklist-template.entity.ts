// What a checklist is made from: kept in settings, archived once it was used.
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { jsonList } from '../../database/json-sql.ts';
import { Audience } from '../../graphql/audience.ts';
import type { Parent } from '../../graphql/branch.ts';
import { Node } from '../../graphql/node.ts';

@Audience('STAFF')
@ObjectType({ implements: Node, simpleResolvers: true })
@Entity({ tableName: 'checklist_template' })
export class ChecklistTemplate implements Node {
  @PrimaryKey({ type: 'uuid' })
  id: string;

  @Property({ type: 'uuid' })
  gymId: string;

  @Field(() => String)
  @Property({ type: 'string' })
  name: string;

  @Field(() => String, { nullable: true })
  @Property({ type: 'string', nullable: true })
  description: string | null;

  @Field(() => [String], { description: 'In their order.' })
  actions: string[];

  @Field(() => Boolean, { description: 'Assigned by itself to a member who subscribes for the first time.' })
  @Property({ type: 'boolean' })
  isForNewMembers: boolean;

  @Property({ type: 'datetime' })
  createdAt: Date;

  @Property({ type: 'datetime', nullable: true })
  archivedAt: Date | null;

  @Field(() => Boolean, { description: 'No longer on offer; checklists made from it stay as they are.' })
  isArchived: boolean;
}

export const checklistTemplateParent: Parent<ChecklistTemplate> = {
  typeName: 'ChecklistTemplate',
  type: ChecklistTemplate,
  from: 'from checklist_template m',
  base: `json_build_object('id', m.id, 'name', m.name, 'description', m.description,
    'isForNewMembers', m.is_for_new_members, 'isArchived', m.archived_at is not null,
    'actions', ${jsonList(`select to_json(a.text) as j from checklist_template_action a
      where a.gym_id = m.gym_id and a.template_id = m.id order by a.position, a.id`)})`,
};
