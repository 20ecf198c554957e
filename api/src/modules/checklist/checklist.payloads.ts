import { Field, ID, ObjectType } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import { Member } from '../member/member.entity.ts';
import { ChecklistTemplate } from './checklist-template.entity.ts';
import { Checklist } from './checklist.entity.ts';

@Audience('STAFF')
@ObjectType({ simpleResolvers: true })
export class ChecklistPayload {
  @Field(() => Checklist)
  checklist: Checklist;

  @Field(() => Member)
  member: Member;
}

@Audience('ADMIN')
@ObjectType({ simpleResolvers: true })
export class ChecklistTemplatePayload {
  @Field(() => ChecklistTemplate)
  checklistTemplate: ChecklistTemplate;
}

@Audience('ADMIN')
@ObjectType({ simpleResolvers: true })
export class ChecklistTemplateDeletedPayload {
  @Field(() => ID)
  deletedId: string;
}
