import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Audience } from '../../graphql/audience.ts';
import type { Context } from '../../graphql/context.ts';
import { getAllKept } from '../../graphql/kept-list.ts';
import { archiveChecklistTemplate, deleteChecklistTemplate, restoreChecklistTemplate } from './archive-template.ts';
import { ChecklistTemplate, checklistTemplateParent } from './checklist-template.entity.ts';
import { templateIsUsed } from './checklist.branches.ts';
import {
  ChangeChecklistTemplateInput,
  ChecklistTemplateIdInput,
  CreateChecklistTemplateInput,
} from './checklist.inputs.ts';
import { ChecklistTemplateDeletedPayload, ChecklistTemplatePayload } from './checklist.payloads.ts';
import { changeChecklistTemplate, createChecklistTemplate } from './save-template.ts';

@Resolver(() => ChecklistTemplate)
export class ChecklistTemplateResolver {
  @Audience('STAFF')
  @Query(() => [ChecklistTemplate], { description: 'By name; archived ones last.' })
  checklistTemplates(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('includeArchived', () => Boolean, { defaultValue: false }) includeArchived: boolean,
  ): Promise<ChecklistTemplate[]> {
    return getAllKept(context, checklistTemplateParent, { includeArchived, info });
  }

  @Audience('STAFF')
  @FieldResolver(() => Boolean, {
    nullable: true,
    description: 'Checklists were made from it: it can be archived, not deleted.',
  })
  isUsed(@Root() template: ChecklistTemplate, @Ctx() context: Context): boolean | Promise<boolean> {
    return context.branches.branch(templateIsUsed, template);
  }

  @Audience('ADMIN')
  @Mutation(() => ChecklistTemplatePayload)
  createChecklistTemplate(
    @Ctx() context: Context,
    @Arg('input') input: CreateChecklistTemplateInput,
  ): Promise<ChecklistTemplatePayload> {
    return createChecklistTemplate(context, input);
  }

  @Audience('ADMIN')
  @Mutation(() => ChecklistTemplatePayload)
  changeChecklistTemplate(
    @Ctx() context: Context,
    @Arg('input') input: ChangeChecklistTemplateInput,
  ): Promise<ChecklistTemplatePayload> {
    return changeChecklistTemplate(context, input);
  }

  @Audience('ADMIN')
  @Mutation(() => ChecklistTemplatePayload, {
    description: 'Takes it out of the offer; it is no longer assigned by itself either.',
  })
  archiveChecklistTemplate(
    @Ctx() context: Context,
    @Arg('input') input: ChecklistTemplateIdInput,
  ): Promise<ChecklistTemplatePayload> {
    return archiveChecklistTemplate(context, input);
  }

  @Audience('ADMIN')
  @Mutation(() => ChecklistTemplatePayload)
  restoreChecklistTemplate(
    @Ctx() context: Context,
    @Arg('input') input: ChecklistTemplateIdInput,
  ): Promise<ChecklistTemplatePayload> {
    return restoreChecklistTemplate(context, input);
  }

  @Audience('ADMIN')
  @Mutation(() => ChecklistTemplateDeletedPayload, { description: 'Only while nothing was made from it: else IN_USE.' })
  deleteChecklistTemplate(
    @Ctx() context: Context,
    @Arg('input') input: ChecklistTemplateIdInput,
  ): Promise<ChecklistTemplateDeletedPayload> {
    return deleteChecklistTemplate(context, input);
  }
}
