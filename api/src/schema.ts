// Every resolver, listed by hand, made into one schema.
import 'reflect-metadata';
import { writeFile } from 'node:fs/promises';
import { lexicographicSortSchema, printSchema } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import type { NonEmptyArray } from 'type-graphql';
import { enforceAudience } from './graphql/audience.ts';
import { ApiTokenResolver } from './modules/account/api-token.resolver.ts';
import { SignInResolver } from './modules/account/sign-in.resolver.ts';
import { withLiveRoot } from './graphql/live-root.ts';
import { makePlainFieldsSimple } from './graphql/plain-fields.ts';
import { DateTime } from './graphql/scalars.ts';
import { validateInput } from './graphql/validate-input.ts';
import { ViewerResolver } from './modules/account/viewer.resolver.ts';
import { AuditResolver } from './modules/audit/audit.resolver.ts';
import { AttachmentResolver } from './modules/attachment/attachment.resolver.ts';
import { MemberAttachmentsResolver } from './modules/attachment/member-attachments.resolver.ts';
import { MemberBenchmarksResolver } from './modules/benchmark/member-benchmarks.resolver.ts';
import { ChecklistTemplateResolver } from './modules/checklist/checklist-template.resolver.ts';
import { ChecklistResolver } from './modules/checklist/checklist.resolver.ts';
import {
  EmployeeChecklistsResolver,
  MemberChecklistsResolver,
} from './modules/checklist/member-checklists.resolver.ts';
import { CheckupResolver } from './modules/checkup/checkup.resolver.ts';
import { DueCheckupResolver, EmployeeCheckupsResolver } from './modules/checkup/employee-checkups.resolver.ts';
import { MemberCheckupsResolver } from './modules/checkup/member-checkups.resolver.ts';
import { GymSettingsResolver } from './modules/gym-settings/gym-settings.resolver.ts';
import { gymChanged } from './modules/gym/gym-changed.ts';
import { HandOverResolver } from './modules/hand-over/hand-over.resolver.ts';
import { memberChanged } from './modules/member/member-changed.ts';
import { MemberResolver } from './modules/member/member.resolver.ts';
import { MemberSearchResolver } from './modules/member-search/member-search.resolver.ts';
import { MemberMessagesResolver } from './modules/member-message/member-messages.resolver.ts';
import { MemberNotesResolver } from './modules/note/member-notes.resolver.ts';
import { NoteResolver } from './modules/note/note.resolver.ts';
import { EmployeeNotificationsResolver } from './modules/notification/employee-notifications.resolver.ts';
import { MemberNotificationsResolver } from './modules/notification/member-notifications.resolver.ts';
import { NotificationRuleResolver } from './modules/notification-rule/rule.resolver.ts';
import { NotificationResolver } from './modules/notification/notification.resolver.ts';
import { MandateResolver } from './modules/payment-details/mandate.resolver.ts';
import { PaymentBatchResolver } from './modules/payment-batch/payment-batch.resolver.ts';
import { MemberPaymentDetailsResolver } from './modules/payment-details/member-payment-details.resolver.ts';
import { MemberPurchasesResolver } from './modules/purchase/member-purchases.resolver.ts';
import { PaymentSettingsResolver } from './modules/payment-settings/payment-settings.resolver.ts';
import { PurchaseResolver } from './modules/purchase/purchase.resolver.ts';
import { RegisterResolver } from './modules/registration/register.resolver.ts';
import { SessionWaitingListResolver } from './modules/registration/session-waiting-list.resolver.ts';
import { RevenueResolver } from './modules/revenue/revenue.resolver.ts';
import { EmployeeSessionsResolver } from './modules/session/employee-sessions.resolver.ts';
import { PlanningResolver } from './modules/session/planning.resolver.ts';
import { RoleResolver } from './modules/role/role.resolver.ts';
import { ScheduleResolver } from './modules/session/schedule.resolver.ts';
import { ShopResolver } from './modules/shop/shop.resolver.ts';
import { CheckoutResolver } from './modules/stripe/checkout.resolver.ts';
import { StripeResolver } from './modules/stripe/stripe.resolver.ts';
import { EmployeeResolver } from './modules/staff/employee.resolver.ts';
import { MemberEmployeeResolver } from './modules/staff/member-employee.resolver.ts';
import { MemberSubscriptionsResolver } from './modules/subscription/member-subscriptions.resolver.ts';
import { SubscriptionResolver } from './modules/subscription/subscription.resolver.ts';
import { SubscriptionTypeResolver } from './modules/subscription/subscription-type.resolver.ts';
import { MemberTimelineResolver } from './modules/timeline/member-timeline.resolver.ts';
import { TimelineResolver } from './modules/timeline/timeline.resolver.ts';
import { MemberTagsResolver } from './modules/tag/member-tags.resolver.ts';
import { TagResolver } from './modules/tag/tag.resolver.ts';
import { CalendarResolver } from './modules/visit/calendar.resolver.ts';
import { VatChangeResolver } from './modules/vat-change/vat-change.resolver.ts';
import { MemberVisitsResolver } from './modules/visit/member-visits.resolver.ts';
import { RegistrationResolver } from './modules/visit/registration.resolver.ts';
import { sessionChanged } from './modules/visit/session-changed.ts';
import { SessionTypeResolver } from './modules/visit/session-type.resolver.ts';
import { SessionResolver } from './modules/visit/session.resolver.ts';

const resolvers: NonEmptyArray<Function> = [
  ApiTokenResolver,
  AttachmentResolver,
  AuditResolver,
  CalendarResolver,
  ChecklistResolver,
  ChecklistTemplateResolver,
  CheckoutResolver,
  CheckupResolver,
  DueCheckupResolver,
  EmployeeChecklistsResolver,
  EmployeeCheckupsResolver,
  EmployeeNotificationsResolver,
  EmployeeResolver,
  EmployeeSessionsResolver,
  GymSettingsResolver,
  HandOverResolver,
  MandateResolver,
  MemberAttachmentsResolver,
  MemberBenchmarksResolver,
  MemberChecklistsResolver,
  MemberCheckupsResolver,
  MemberEmployeeResolver,
  MemberMessagesResolver,
  MemberNotesResolver,
  MemberNotificationsResolver,
  MemberPaymentDetailsResolver,
  MemberPurchasesResolver,
  MemberResolver,
  MemberSearchResolver,
  MemberSubscriptionsResolver,
  MemberTagsResolver,
  MemberTimelineResolver,
  MemberVisitsResolver,
  NoteResolver,
  NotificationResolver,
  NotificationRuleResolver,
  PaymentBatchResolver,
  PaymentSettingsResolver,
  PlanningResolver,
  RegisterResolver,
  RegistrationResolver,
  RevenueResolver,
  RoleResolver,
  ScheduleResolver,
  SessionResolver,
  SessionTypeResolver,
  SessionWaitingListResolver,
  PurchaseResolver,
  ShopResolver,
  SignInResolver,
  SubscriptionResolver,
  SubscriptionTypeResolver,
  StripeResolver,
  TagResolver,
  TimelineResolver,
  VatChangeResolver,
  ViewerResolver,
];

/** The one schema, guarded: a field that declares no audience throws here. */
export const createSchema = (): GraphQLSchema => enforceAudience(createUnguardedSchema());

/** Without the wall of the audiences: only for tests of what the other walls hold by themselves. */
export function createUnguardedSchema(): GraphQLSchema {
  makePlainFieldsSimple();
  const schema = buildSchemaSync({
    resolvers,
    validateFn: validateInput,
    scalarsMap: [{ type: Date, scalar: DateTime }],
  });
  return withLiveRoot(schema, { gymChanged, memberChanged, sessionChanged });
}

if (process.argv[2] === '--emit' && process.argv[3]) {
  await writeFile(process.argv[3], `${printSchema(lexicographicSortSchema(createSchema()))}\n`);
}
