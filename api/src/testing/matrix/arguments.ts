// What the matrix gives to arguments: one's own id, another member's, another gym's, another gym's of another type, and one
// that exists nowhere; made from the input types, so that a new input is tried the day it is added.
import { getNamedType, getNullableType, isEnumType, isInputObjectType, isListType, isNonNullType } from 'graphql';
import type { GraphQLInputType } from 'graphql';
import { newId } from '../gym-scene.ts';
import { MARKS } from './canaries.ts';
import type { GymLife } from './gym-life.ts';
import type { Field } from './schema-walk.ts';

export type Choice = 'own' | 'otherMember' | 'foreign' | 'foreignOtherType' | 'nowhere';

export interface ArgumentSet {
  /** The argument that varies, as a path; empty when all are one's own. */
  varied: string;
  choice: Choice;
  values: Record<string, unknown>;
}

export interface Gyms {
  own: GymLife;
  foreign: GymLife;
  /** A day after today, and the right password of all accounts. */
  tomorrow: string;
  password: string;
}

type Values = Record<Choice, string>;

interface Slot {
  name: string;
  type: GraphQLInputType;
  defaultValue?: unknown;
}

/** The id of something, by whose it is. */
function idsOf(subject: keyof GymLife & `${string}Id`, { own, foreign }: Gyms): Values {
  const others: Partial<Record<string, string>> = {
    memberId: own.otherMemberId,
    spareMemberId: own.otherMemberId,
    employeeId: own.colleagueId,
    tagId: own.archivedTagId,
    ...own.otherMembers,
  };
  return {
    own: own[subject],
    otherMember: others[subject] ?? own[subject],
    foreign: foreign[subject],
    foreignOtherType: subject === 'memberId' ? foreign.noteId : foreign.memberId,
    nowhere: newId(),
  };
}

const subjects: Record<string, keyof GymLife & `${string}Id`> = {
  Tag: 'tagId',
  Notification: 'notificationId',
  Note: 'noteId',
  Checkup: 'checkupId',
  Checklist: 'checklistId',
  ChecklistAction: 'checklistActionId',
  ChecklistTemplate: 'checklistTemplateId',
  Attachment: 'attachmentId',
  Mandate: 'mandateId',
  Iban: 'mandateId',
  ApiToken: 'apiTokenId',
  EmployeeInvitation: 'employeeInvitationId',
  SessionType: 'sessionTypeId',
  Calendar: 'calendarId',
  ession: 'sessionId',
  Registration: 'registrationId',
  WaitingList: 'waitingListEntryId',
  ScheduleSlot: 'scheduleSlotId',
  SubscriptionType: 'subscriptionTypeId',
  member: 'memberId',
  employee: 'employeeId',
  Favourite: 'shopItemId',
  ShopItem: 'shopItemId',
  VatChange: 'vatChangeId',
  ShopCategory: 'shopCategoryId',
  ShopCategorie: 'shopCategoryId',
  urchase: 'purchaseId',
  heckout: 'checkoutId',
  StripeDifference: 'stripeDifferenceId',
  aymentBatch: 'paymentBatchId',
  Collection: 'collectionId',
};
/** Where the plain subject would never be let through, so that the verb's success is tried too. */
const exceptions: Record<string, keyof GymLife & `${string}Id`> = {
  'markMessageRead.input.id': 'memberMessageId',
  'saveAttachment.input.id': 'uploadedAttachmentId',
  'restoreAttachment.input.id': 'deletedAttachmentId',
  'changeSession.input.id': 'spareSessionId',
  'cancelSession.input.id': 'spareSessionId',
  'restoreSession.input.id': 'cancelledSessionId',
  'deleteScheduleSlot.input.id': 'unusedScheduleSlotId',
  'cancelRegistration.input.id': 'spareRegistrationId',
  'registerMember.input.sessionId': 'spareSessionId',
  'joinWaitingList.input.sessionId': 'fullSessionId',
  'archiveChecklistTemplate.input.id': 'spareChecklistTemplateId',
  'restoreChecklistTemplate.input.id': 'spareChecklistTemplateId',
  'deleteChecklistTemplate.input.id': 'unusedChecklistTemplateId',
  'assignChecklist.input.templateId': 'checklistTemplateId',
  'planCheckup.input.memberId': 'spareMemberId',
  'archiveSessionType.input.id': 'spareSessionTypeId',
  'restoreSessionType.input.id': 'spareSessionTypeId',
  'deleteSessionType.input.id': 'unusedSessionTypeId',
  'archiveCalendar.input.id': 'spareCalendarId',
  'restoreCalendar.input.id': 'spareCalendarId',
  'deleteCalendar.input.id': 'unusedCalendarId',
  'archiveSubscriptionType.input.id': 'spareSubscriptionTypeId',
  'restoreSubscriptionType.input.id': 'spareSubscriptionTypeId',
  'deleteSubscriptionType.input.id': 'unusedSubscriptionTypeId',
  'createShopItem.input.categoryId': 'shopCategoryId',
  'changeShopItem.input.categoryId': 'shopCategoryId',
  'shopItems.categoryId': 'shopCategoryId',
  'archiveShopCategory.input.id': 'emptyShopCategoryId',
  'signMandate.input.memberId': 'spareMemberId',
  'revokeMandate.input.id': 'revokedMandateId',
  'previewSubscriptionChange.input.typeId': 'subscriptionTypeId',
  'changeSubscription.input.change.typeId': 'subscriptionTypeId',
  'refundPurchase.input.purchaseId': 'paidPurchaseId',
  'startCheckout.input.purchaseIds': 'paidPurchaseId',
  // With a payment and a counter-line.
  'purchase.id': 'paidPurchaseId',
  'undoPurchase.input.id': 'sparePurchaseId',
  'settlePurchase.input.purchaseId': 'owedPurchaseId',
  'exportPaymentBatch.input.id': 'exportedBatchId',
  'submitPaymentBatch.input.id': 'exportedBatchId',
  'settlePaymentBatch.input.id': 'submittedBatchId',
  'changeEmployeeRole.input.id': 'colleagueId',
  'removeEmployee.input.id': 'spareEmployeeId',
  'reopenEmployee.input.id': 'spareEmployeeId',
  'handOverPreview.input.takerId': 'colleagueId',
  'handOverPreview.input.takers.employeeId': 'colleagueId',
  'handOver.input.wish.takerId': 'colleagueId',
  'handOver.input.wish.takers.employeeId': 'colleagueId',
};

function idFor(field: string, path: string, gyms: Gyms): Values {
  const name = path.split('.').at(-1)?.replace(/s$/, '') ?? '';
  const noun = Object.keys(subjects).find((it) => field.endsWith(it)) ?? '';
  const subject = exceptions[`${field}.${path}`] ?? (name === 'id' ? subjects[noun] : (name as 'memberId'));
  if (!subject || !(subject in gyms.own)) throw new Error(`${field}(${path}) is an id of what? Teach the matrix.`);
  return idsOf(subject, gyms);
}

/** Ids for what is about to be made: unused, or in use here or in another gym. */
const freshIds = ({ own, foreign }: Gyms): Values => ({
  own: newId(),
  otherMember: own.otherMembers.noteId,
  foreign: foreign.otherMembers.noteId,
  foreignOtherType: foreign.otherMembers.checkupId,
  nowhere: newId(),
});

const searched: Values = {
  own: MARKS.ours,
  otherMember: MARKS.otherMember,
  foreign: MARKS.otherGym,
  foreignOtherType: 'XX00000000',
  nowhere: 'XX99999999',
};

/** Mutations whose client-made id must be given: money that nobody wants to see twice. */
const mustBeGiven = [
  'createPaymentBatch',
  'purchaseShopItem',
  'correctPurchase',
  'settlePurchase',
  'planVatChange',
  'registerMember',
  'joinWaitingList',
  'markAttendance',
];

let names = 0;

/** What is given where a text must be of a kind, by the name of the field. */
export const texts: Record<string, string> = {
  color: '#123456',
  at: '10:00',
  startsAt: '18:30',
  weekStartsOn: '2026-03-09',
  iban: 'DE89370400440532013000',
  vatNumber: 'NL001234567B01',
  creditorIban: 'NL91ABNA0417164300',
  creditorId: 'NL69ZZZ123456780000',
  creditorBic: 'ABNANL2A',
  reference: 'MATRIX-1',
  signedOn: '2026-03-01',
  lastUsedOn: '2026-03-02',
  paidOn: '2026-03-02',
  secret: 'whsec_0123456789abcdef',
  'returnCollection.reason': 'AM04',
  'inviteEmployee.email': 'invited@mail.example',
  // That of all accounts: it stays what it is.
  currentPassword: 'correct horse battery',
  newPassword: 'correct horse battery',
  'firstSessionAfter.on': '2026-03-03',
  untilOn: '2020-01-02',
  'saveGymSettings.email': 'info@lift.example',
  'saveGymSettings.phone': '030 123 4567',
  'saveGymSettings.website': 'https://lift.example',
  country: 'NL',
  timeZone: 'Europe/Amsterdam',
  collectionOn: '2026-03-20',
};

/** What is given where 1 is too little: the price of the item, how long a session takes, and weeks to compare with. */
const numbers: Record<string, number> = { totalCents: 350, durationMinutes: 60, trendEarlierWeeks: 8 };

/** What cannot be said together with the rest of its input. */
const unsaid = new Set([
  'createSubscriptionType.input.validityDays',
  'changeSubscriptionType.input.validityDays',
  // Known to who has read them.
  'saveGymSettings.input.version',
]);

/** What a query may leave open but is never let through, or shown all that there is, without. */
const said = new Set(['previewSubscriptionChange.input.typeId', 'employee.id', 'changes.employeeId']);

export class Arguments {
  readonly #field: Field;
  readonly #isMutation: boolean;
  readonly #gyms: Gyms;

  constructor(field: Field, isMutation: boolean, gyms: Gyms) {
    this.#field = field;
    this.#isMutation = isMutation;
    this.#gyms = gyms;
  }

  /** One's own everywhere first, then every id (and searched text) in every way, one at a time. */
  sets(): ArgumentSet[] {
    if (this.#field.name === 'signIn') return this.#signIns();
    const slots = new Map<string, Values>();
    this.#build(null, (path, values) => slots.set(path, values));
    const own: ArgumentSet = { varied: '', choice: 'own', values: this.#build(null) };
    const choices: Choice[] = ['otherMember', 'foreign', 'foreignOtherType', 'nowhere'];
    return [
      own,
      ...[...slots].flatMap(([path, values]) =>
        choices.map((choice) => ({ varied: path, choice, values: this.#build({ path, value: values[choice] }) })),
      ),
    ];
  }

  #signIns(): ArgumentSet[] {
    const set = (choice: Choice, email: string, password: string) => ({
      varied: choice === 'own' ? '' : 'input.email',
      choice,
      values: { input: { email, password } },
    });
    return [
      set('own', 'coach@ours.example', this.#gyms.password),
      set('foreign', 'coach@theirs.example', 'wrong'),
      set('otherMember', 'member@ours.example', 'wrong'),
      set('nowhere', 'nobody@theirs.example', 'wrong'),
    ];
  }

  /** The values of all arguments; `given` sets one of them. Calls `onSlot` for everything that can be varied. */
  #build(
    given: { path: string; value: string } | null,
    onSlot?: (path: string, values: Values) => void,
  ): Record<string, unknown> {
    const isIncluded = ({ type, defaultValue }: Slot, path: string) =>
      (isNonNullType(type) && defaultValue === undefined) ||
      this.#isMutation ||
      onSlot !== undefined ||
      said.has(`${this.#field.name}.${path}`) ||
      given?.path === path ||
      given?.path.startsWith(`${path}.`) === true;
    const fieldsOf = (fields: readonly Slot[], path: string) =>
      Object.fromEntries(
        fields.flatMap((field) => {
          const here = path ? `${path}.${field.name}` : field.name;
          return isIncluded(field, here) ? [[field.name, valueOf(field.type, here)] as const] : [];
        }),
      );
    const valueOf = (type: GraphQLInputType, path: string): unknown => {
      const inner = getNullableType(type);
      if (isListType(inner)) return [valueOf(inner.ofType, path)];
      if (isInputObjectType(inner)) return fieldsOf(Object.values(inner.getFields()), path);
      if (isEnumType(inner)) return inner.getValues()[0]?.name;
      return this.#leaf(type, path, given, onSlot);
    };
    return fieldsOf(this.#field.args, '');
  }

  #leaf(
    type: GraphQLInputType,
    path: string,
    given: { path: string; value: string } | null,
    onSlot?: (path: string, values: Values) => void,
  ): unknown {
    if (unsaid.has(`${this.#field.name}.${path}`)) return null;
    const [scalar, name] = [getNamedType(type).name, path.split('.').at(-1) ?? ''];
    const isClientMade =
      this.#isMutation && name === 'id' && (!isNonNullType(type) || mustBeGiven.includes(this.#field.name));
    if (scalar === 'ID') {
      const values = isClientMade ? freshIds(this.#gyms) : idFor(this.#field.name, path, this.#gyms);
      onSlot?.(path, values);
      return given?.path === path ? given.value : values.own;
    }
    if (scalar === 'String' && !this.#isMutation) {
      onSlot?.(path, searched);
      return given?.path === path ? given.value : searched.own;
    }
    // Never twice the same: a name may be taken.
    names += 1;
    const samples: Record<string, unknown> = {
      String: texts[`${this.#field.name}.${name}`] ?? texts[name] ?? `New ${name} ${names}`,
      LocalDate: texts[`${this.#field.name}.${name}`] ?? texts[name] ?? this.#gyms.tomorrow,
      Int: numbers[name] ?? 1,
      Float: name === 'toRatePercent' ? 21 : 9,
      Boolean: true,
      DateTime: '2026-03-04T12:00:00Z',
    };
    if (!(scalar in samples))
      throw new Error(`${this.#field.name}(${path}) takes a ${scalar}: teach the matrix what to give.`);
    return samples[scalar];
  }
}

/** A client-made id may be one of another gym's: then there are two, and each gym knows its own. */
export const isClientMade = (field: Field, varied: string): boolean => {
  const input = field.args[0] && getNamedType(field.args[0].type);
  if (varied !== 'input.id' || !isInputObjectType(input)) return false;
  const id = input.getFields()['id'];
  return id !== undefined && (!isNonNullType(id.type) || mustBeGiven.includes(field.name));
};
