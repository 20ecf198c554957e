// One row of everything in a gym, and of what members have two: one member's own and another's.
import type pg from 'pg';
import { aboutCreditorIban, maskedIban } from '../../database/iban.ts';
import { addBatchLife } from './batch-life.ts';
import type { BatchLife } from './batch-life.ts';
import { testSecrets } from '../test-secrets.ts';
import { addEmployee, addGym, addMandate, addMember, addSession, addSubscription, insert } from '../fixtures.ts';

export const sampleCreditorIban = 'NL20INGB0001234567';

export interface GymLife extends BatchLife {
  gymId: string;
  employeeId: string;
  adminId: string;
  colleagueId: string;
  /** Free to be removed. */
  spareEmployeeId: string;
  employeeInvitationId: string;
  memberId: string;
  otherMemberId: string;
  /** Has nothing but themself and a revoked mandate. */
  spareMemberId: string;
  checklistTemplateId: string;
  /** Free to be archived and restored. */
  spareChecklistTemplateId: string;
  unusedChecklistTemplateId: string;
  checklistId: string;
  checklistActionId: string;
  tagId: string;
  /** Of a change that can be reverted. */
  auditId: string;
  archivedTagId: string;
  mandateId: string;
  /** Of the spare member. */
  revokedMandateId: string;
  notificationId: string;
  noteId: string;
  memberMessageId: string;
  checkupId: string;
  attachmentId: string;
  uploadedAttachmentId: string;
  deletedAttachmentId: string;
  apiTokenId: string;
  sessionTypeId: string;
  calendarId: string;
  /** Of today, with the two members in it. */
  sessionId: string;
  /** With places and nobody in it. */
  spareSessionId: string;
  fullSessionId: string;
  cancelledSessionId: string;
  scheduleSlotId: string;
  unusedScheduleSlotId: string;
  registrationId: string;
  /** Free to be cancelled. */
  spareRegistrationId: string;
  waitingListEntryId: string;
  subscriptionTypeId: string;
  subscriptionId: string;
  /** The record of its cancellation. */
  changeId: string;
  /** Free to be archived and restored. */
  spareSessionTypeId: string;
  spareCalendarId: string;
  spareSubscriptionTypeId: string;
  /** Nothing refers to them: they can be deleted. */
  unusedSessionTypeId: string;
  unusedCalendarId: string;
  unusedSubscriptionTypeId: string;
  purchaseId: string;
  paidPurchaseId: string;
  /** Free to be undone. */
  sparePurchaseId: string;
  owedPurchaseId: string;
  checkoutId: string;
  stripeDifferenceId: string;
  shopItemId: string;
  vatChangeId: string;
  shopCategoryId: string;
  emptyShopCategoryId: string;
  loginSessions: { employeeId: string; adminId: string; memberId: string };
  accounts: { employeeId: string; adminId: string; memberId: string };
  otherMembers: {
    memberMessageId: string;
    registrationId: string;
    spareRegistrationId: string;
    waitingListEntryId: string;
    auditId: string;
    mandateId: string;
    notificationId: string;
    noteId: string;
    checkupId: string;
    checklistId: string;
    checklistActionId: string;
    attachmentId: string;
    purchaseId: string;
    subscriptionId: string;
    changeId: string;
    paidPurchaseId: string;
    sparePurchaseId: string;
    owedPurchaseId: string;
    checkoutId: string;
    stripeDifferenceId: string;
  };
}

/** Seen from `today` at noon in UTC; `name` keeps the accounts of two gyms apart. */
export async function addGymLife(owner: pg.Pool, name: string, today: string, passwordHash: string): Promise<GymLife> {
  const at = (day: number) => new Date(Date.parse(`${today}T12:00:00Z`) + day * 86_400_000).toISOString();
  const gymId = await addGym(owner, { name });
  const add = (table: string, row: Record<string, unknown>) => insert(owner, table, { gym_id: gymId, ...row });
  const account = (who: string) =>
    insert(owner, 'account', { email: `${who}@${name}.example`, password_hash: passwordHash });
  const loginSession = (accountId: string) =>
    insert(owner, 'login_session', {
      account_id: accountId,
      token_hash: accountId,
      created_at: at(-1),
      last_seen_at: at(-1),
      expires_at: at(20),
    });

  const accounts = {
    employeeId: await account('coach'),
    adminId: await account('admin'),
    memberId: await account('member'),
  };
  const loginSessions = {
    employeeId: await loginSession(accounts.employeeId),
    adminId: await loginSession(accounts.adminId),
    memberId: await loginSession(accounts.memberId),
  };
  const employeeId = await addEmployee(owner, gymId, { account_id: accounts.employeeId });
  const adminId = await addEmployee(owner, gymId, { account_id: accounts.adminId, role: 'ADMIN' });
  const colleagueId = await addEmployee(owner, gymId);
  const spareEmployeeId = await addEmployee(owner, gymId);
  const invitation = {
    first_name: 'Iris',
    last_name: 'Vos',
    role: 'EMPLOYEE',
    created_at: at(-1),
    created_by: adminId,
    expires_at: at(6),
  };
  const employeeInvitationId = await add('employee_invitation', {
    ...invitation,
    email: `iris@${name}.example`,
    token_hash: `invitation to ${name}`,
  });
  await add('employee_invitation', {
    ...invitation,
    email: `spare@${name}.example`,
    token_hash: `former invitation to ${name}`,
    accepted_at: at(-0.5),
    employee_id: spareEmployeeId,
  });
  await add('hand_over', {
    employee_id: spareEmployeeId,
    intent: 'digest',
    takers: { MEMBERS: employeeId },
    member_count: 1,
    notification_count: 0,
    checkup_count: 0,
    checklist_count: 0,
    created_at: at(-1),
    created_by: adminId,
  });
  const contact = {
    email: 'zoe@mail.example',
    phone: '06 12345678',
    phone_digits: '31612345678',
    street: 'Kade',
    house_number: '1',
    postal_code: '1000 AA',
    city: 'Utrecht',
    country: 'NL',
    // A leap year: today may be the 29th of February.
    birth_date: `1992-${today.slice(5)}`,
    joined_on: today,
    employee_id: employeeId,
  };
  const memberId = await addMember(owner, gymId, { ...contact, account_id: accounts.memberId });
  const otherMemberId = await addMember(owner, gymId, contact);
  const spareMemberId = await addMember(owner, gymId);

  const tagId = await add('tag', { name: 'Knee', color: '#112233' });
  // Only reverting touches it.
  const datedTagId = await add('tag', { name: 'Injury', color: '#112233' });
  const healthTagId = await add('tag', { name: 'Asthma', color: '#112233', is_health_data: true });
  const archivedTagId = await add('tag', { name: 'Old', color: '#445566', archived_at: at(-1) });
  const typeId = await add('session_type', {
    name: 'Yoga',
    color: '#778899',
    single_session_price_cents: 1500,
    single_session_vat_rate_bp: 900,
  });
  const calendarId = await add('calendar', { name: 'Hall' });
  const standsOn = { session_type_id: typeId, calendar_id: calendarId, employee_id: employeeId };
  const session = (day: number, row = {}) => addSession(owner, gymId, at(day), { ...standsOn, ...row });
  const [past, next] = [await session(-2), await session(0.1)];
  const spareSessionId = await session(0.3);
  const singleSessionId = await session(0.35);
  const fullSessionId = await session(0.4, { places: 1 });
  const cancelledSessionId = await session(0.5, { cancelled_at: at(-1), cancellation_reason: 'Ill' });
  const slot = { ...standsOn, weekday: 2, starts_at: '18:30', duration_minutes: 60, places: 12 };
  const [scheduleSlotId, unusedScheduleSlotId] = [await add('schedule_slot', slot), await add('schedule_slot', slot)];
  await session(1.1);
  const planId = await add('subscription_type', {
    name: 'Unlimited',
    description: 'All',
    is_recurring: true,
    price_cents: 7950,
    yearly_price_cents: 79500,
    session_limit: 3,
  });
  await add('subscription_type_session_type', { subscription_type_id: planId, session_type_id: typeId });
  await add('subscription_type_calendar', { subscription_type_id: planId, calendar_id: calendarId });
  const offer = async () => ({
    sessionTypeId: await add('session_type', { name: 'Pilates', color: '#778899' }),
    calendarId: await add('calendar', { name: 'Park' }),
    subscriptionTypeId: await add('subscription_type', {
      name: 'Card',
      is_recurring: false,
      price_cents: 12000,
      validity_days: 90,
    }),
  });
  const [spare, unused] = [await offer(), await offer()];
  const template = async (name: string) => {
    const id = await add('checklist_template', {
      name,
      description: 'First weeks',
      is_for_new_members: name === 'Newcomer',
    });
    await add('checklist_template_action', { template_id: id, position: 1, text: 'Say hello' });
    return id;
  };
  const checklistTemplateId = await template('Newcomer');
  const spareChecklistTemplateId = await template('Injury');
  const unusedChecklistTemplateId = await template('Leaver');
  const shopCategoryId = await add('shop_category', { name: 'Drinks' });
  const emptyShopCategoryId = await add('shop_category', { name: 'Books' });
  const shopItemId = await add('shop_item', {
    shop_category_id: shopCategoryId,
    is_favourite: true,
    name: 'Shake',
    description: 'Cold',
    price_cents: 350,
    vat_rate_bp: 900,
  });
  const vatChangeId = await add('vat_change', {
    id: crypto.randomUUID(),
    from_rate_bp: 600,
    to_rate_bp: 900,
    starts_on: '2099-01-01',
    created_at: at(-1),
    created_by: employeeId,
  });
  const benchmarkId = await add('benchmark', { name: 'Deadlift', unit: 'KILOGRAMS' });
  const token = (id: string) =>
    add('api_token', {
      employee_id: id,
      name: 'Script',
      token_hash: `token of ${id}`,
      prefix: 'spt_abcd',
      scope: 'READ',
      created_at: at(-1),
      last_used_at: at(-1),
      expires_at: at(30),
    });
  const apiTokenId = await token(employeeId);
  await token(adminId);
  await token(colleagueId);
  await add('payment_settings', {
    creditor_name: 'Lift B.V.',
    creditor_id: 'NL69ZZZ123456780000',
    creditor_iban_sealed: testSecrets.seal(sampleCreditorIban, aboutCreditorIban(gymId)),
    creditor_masked_iban: maskedIban(sampleCreditorIban),
    creditor_bic: 'ABNANL2A',
    // A Saturday: the day of collection has to be moved.
    collection_day: 4,
    unusual_amount_cents: 1000,
  });
  await add('notification_rule', { rule: 'ABSENCE', is_on: false, parameters: { days: 14 } });
  await add('notification_rule_run', { ran_for: today, ran_at: at(-1), refreshed_at: at(-1) });
  await add('mandate_text', { version: 1, text: 'I allow it.', created_by: adminId });
  const revokedMandateId = await addMandate(owner, gymId, spareMemberId, {
    revoked_at: at(-1),
    revoked_reason: 'Asked',
    blocked_at: at(-2),
    blocked_reason: 'AC04',
    revoked_by: adminId,
  });

  const stripeAccountId = await add('stripe_account', {
    account_id: `acct_${name}`,
    mode: 'TEST',
    charges_enabled: true,
    requirements: '{external_account}',
    disabled_reason: 'requirements.past_due',
    checked_at: at(-1),
    webhook_secret_set_at: at(-1),
    reconciled_at: at(-1),
    connected_at: at(-1),
    connected_by: adminId,
  });
  await add('stripe_event', {
    event_id: `evt_${name}`,
    type: 'invoice.paid',
    happened_at: at(-1),
    received_at: at(-1),
    next_attempt_at: at(-1),
    processed_at: at(-1),
    outcome: 'DONE',
  });

  const life = async (member: string, about: string) => {
    const row = { member_id: member };
    await add('member_tag', { ...row, tag_id: tagId, added_by: employeeId, expires_on: at(9).slice(0, 10) });
    await add('member_tag', { ...row, tag_id: healthTagId, added_by: employeeId });
    await add('health_tag_view', {
      ...row,
      tag_id: healthTagId,
      employee_id: employeeId,
      request_id: 'request',
      seen_at: at(-1),
    });
    const notificationId = await add('notification', {
      ...row,
      kind: 'CUSTOM',
      message: 'Call',
      due_on: today,
      created_by: employeeId,
    });
    await add('notification', {
      ...row,
      kind: 'BIRTHDAY',
      message: 'Birthday',
      due_on: today,
      occurrence: today,
      completed_at: at(-1),
      completed_by: adminId,
      outcome: 'SPOKE',
      snoozed_until: today,
    });
    await add('notification', {
      ...row,
      kind: 'ABSENCE',
      message: 'Away',
      due_on: today,
      occurrence: today,
      employee_id: colleagueId,
      completed_at: at(-1),
      closed_reason: 'CAME_BACK',
    });
    const visited = {
      session_id: past,
      starts_at: at(-2),
      status: 'ATTENDED',
      registered_at: at(-3),
      paid_with: 'NOTHING',
    };
    const visitId =
      about === 'past' &&
      (await add('registration', { ...row, ...visited, marked_at: at(-2), mark_id: crypto.randomUUID() }));
    const registration = (session_id: string, day: number, paid: string) =>
      add('registration', {
        ...row,
        session_id,
        starts_at: at(day),
        status: 'REGISTERED',
        registered_at: at(-3),
        paid_with: paid,
      });
    const registrationId = await registration(next, 0.1, 'SUBSCRIPTION');
    await add('registration_override', {
      ...row,
      registration_id: visitId || registrationId,
      reason: 'Asked nicely',
      refusals: '{NO_SUBSCRIPTION}',
      employee_id: adminId,
      created_at: at(-3),
    });
    const spareRegistrationId = await registration(singleSessionId, 0.35, 'SINGLE_SESSION');
    await add('purchase', {
      ...row,
      kind: 'SINGLE_SESSION',
      description: 'Yoga',
      unit_price_cents: 1500,
      total_cents: 1500,
      vat_rate_bp: 900,
      vat_cents: 124,
      currency: 'EUR',
      purchased_at: at(-0.3),
      session_id: singleSessionId,
    });
    const waiting = { ...row, session_id: fullSessionId, joined_at: at(-1) };
    const number = about === 'past' ? 2 : 4;
    await add('waiting_list_entry', { ...waiting, number: number - 1, ended_at: at(-0.5), ended_as: 'LEFT' });
    const waitingListEntryId = await add('waiting_list_entry', { ...waiting, number });
    await add('checkup', { ...row, employee_id: employeeId, starts_at: at(-9), completed_at: at(-9) });
    await add('checkup', { ...row, employee_id: employeeId, starts_at: at(-1) });
    const checkupId = await add('checkup', { ...row, employee_id: employeeId, starts_at: at(9) });
    const checklist = async (values: Record<string, unknown>) => {
      const id = await add('checklist', {
        ...row,
        template_id: checklistTemplateId,
        name: 'Newcomer',
        description: 'First weeks',
        assigned_at: at(-3),
        ...values,
      });
      const action = { ...row, checklist_id: id, text: 'Say hello' };
      await add('checklist_action', { ...action, position: 1, done_at: at(-1), done_by: colleagueId });
      return { id, actionId: await add('checklist_action', { ...action, position: 2 }) };
    };
    const { id: checklistId, actionId: checklistActionId } = await checklist({});
    await checklist({
      employee_id: employeeId,
      assigned_by: adminId,
      template_id: spareChecklistTemplateId,
      closed_at: at(-1),
      closed_by: adminId,
    });
    const formerId = await addSubscription(owner, gymId, member, {
      subscription_type_id: planId,
      starts_on: '2024-01-01',
      ends_on: '2024-12-31',
    });
    const subscriptionId = await addSubscription(owner, gymId, member, {
      subscription_type_id: planId,
      replaces_subscription_id: formerId,
      first_term_ends_on: '2025-12-31',
      starts_on: '2025-01-01',
      ends_on: '2027-01-01',
      cancelled_at: at(-1),
    });
    await add('subscription_session_type', { subscription_id: subscriptionId, session_type_id: typeId });
    await add('subscription_calendar', { subscription_id: subscriptionId, calendar_id: calendarId });
    const changeId = await addCancellation(add, { member_id: member, subscription_id: subscriptionId }, at(-1));
    const cardId = await addSubscription(owner, gymId, member, {
      subscription_type_id: planId,
      starts_on: '2026-01-01',
      billing: 'ONCE',
      session_limit: 10,
    });
    await add('subscription_session_type', { subscription_id: cardId, session_type_id: typeId });
    await add('subscription_calendar', { subscription_id: cardId, calendar_id: calendarId });
    const mandateId = await addMandate(owner, gymId, member, {
      recorded_by: employeeId,
      signed_on: today,
      last_used_on: today,
    });
    const purchaseId = await add('purchase', {
      ...row,
      kind: 'SHOP',
      description: 'Shake',
      unit_price_cents: 350,
      total_cents: 350,
      vat_rate_bp: 900,
      vat_cents: 29,
      currency: 'EUR',
      purchased_at: at(-0.1),
      status: 'PAID',
      paid_at: at(-0.1),
      shop_item_id: shopItemId,
      idempotency_key: member,
    });
    await add('purchase', {
      ...row,
      kind: 'SUBSCRIPTION',
      description: 'Unlimited',
      unit_price_cents: 7900,
      total_cents: 7900,
      vat_rate_bp: 900,
      vat_cents: 652,
      currency: 'EUR',
      purchased_at: at(-0.2),
      status: 'RETURNED',
      status_reason: 'AM04',
      subscription_id: subscriptionId,
      period_starts_on: today,
      period_ends_on: today,
    });
    await add('payment', {
      ...row,
      purchase_id: purchaseId,
      kind: 'PAYMENT',
      method: 'SEPA',
      amount_cents: 350,
      currency: 'EUR',
      reference: `E2E-${member.slice(-12)}`,
      note: 'Paid back',
      happened_at: at(-0.1),
    });
    const openPurchase = {
      ...row,
      kind: 'SHOP',
      description: 'Shake',
      unit_price_cents: 350,
      total_cents: 350,
      vat_rate_bp: 900,
      vat_cents: 29,
      currency: 'EUR',
      purchased_at: at(-0.05),
      created_by: employeeId,
    };
    const openPurchaseId = await add('purchase', openPurchase);
    const sparePurchaseId = await add('purchase', openPurchase);
    const owedPurchaseId = await add('purchase', openPurchase);
    const atStripe = { ...row, stripe_account_id: stripeAccountId, currency: 'EUR' };
    const checkoutId = await add('checkout', {
      ...atStripe,
      id: crypto.randomUUID(),
      kind: 'PAYMENT',
      short_code: `code-${member}`,
      status: 'FAILED',
      reason: 'card_declined',
      amount_cents: 350,
      session_id: `cs_${member}`,
      session_url: 'https://checkout.stripe.example/page',
      payment_intent_id: `pi_${member}`,
      created_at: at(-1),
      created_by: employeeId,
      expires_at: at(-0.9),
      ended_at: at(-0.9),
    });
    await add('checkout_line', {
      checkout_id: checkoutId,
      purchase_id: openPurchaseId,
      amount_cents: 350,
      is_live: false,
    });
    await add('checkout', {
      ...atStripe,
      id: crypto.randomUUID(),
      kind: 'SETUP',
      short_code: `setup-${member}`,
      status: 'EXPIRED',
      amount_cents: 0,
      created_at: at(-1),
      expires_at: at(-0.9),
      ended_at: at(-0.9),
    });
    await add('stripe_customer', {
      ...row,
      stripe_account_id: stripeAccountId,
      customer_id: `cus_${member}`,
      has_payment_method: true,
      payment_method_label: 'visa',
      consumables_subscription_id: `sub_${member}`,
      consumables_status: 'ACTIVE',
    });
    await add('stripe_invoice_item', {
      ...atStripe,
      purchase_id: purchaseId,
      amount_cents: 350,
      status: 'PAID',
      item_id: `ii_${member}`,
      invoice_id: `in_${member}`,
      asked_at: at(-1),
      ended_at: at(-1),
    });
    await add('stripe_refund', {
      ...atStripe,
      id: crypto.randomUUID(),
      purchase_id: purchaseId,
      payment_intent_id: `pi_${member}`,
      amount_cents: 350,
      status: 'DONE',
      reason: 'asked',
      refund_id: `re_${member}`,
      asked_at: at(-1),
      asked_by: adminId,
      ended_at: at(-1),
    });
    const stripeDifferenceId = await add('stripe_difference', {
      ...row,
      kind: 'PAID_TWICE',
      object_id: `pi_${member}`,
      purchase_id: purchaseId,
      ours_cents: 0,
      theirs_cents: 350,
      currency: 'EUR',
      found_at: at(-1),
      seen_at: at(-1),
    });
    await add('purchase', {
      ...row,
      kind: 'SHOP',
      description: 'Shake',
      unit_price_cents: -50,
      total_cents: -50,
      vat_rate_bp: 900,
      vat_cents: -4,
      currency: 'EUR',
      purchased_at: at(-0.04),
      corrects_purchase_id: purchaseId,
      correction_reason: 'Too much',
      created_by: employeeId,
    });
    const noteId = await add('note', { ...row, author_id: employeeId, text: 'Knee', created_at: at(-1) });
    await add('note', {
      ...row,
      author_id: employeeId,
      text: 'Mistake',
      created_at: at(-2),
      retracted_at: at(-1),
      retracted_by: adminId,
    });
    const file = (values: Record<string, unknown>) =>
      add('attachment', {
        ...row,
        name: 'scan.pdf',
        content_type: 'application/pdf',
        size_bytes: 9,
        storage_key: 'key',
        state: 'SAVED',
        uploaded_at: at(-1),
        uploaded_by: employeeId,
        ...values,
      });
    const attachmentId = await file({});
    const uploadedAttachmentId = await file({ state: 'UPLOADED' });
    const deletedAttachmentId = await file({ deleted_at: at(-1), deleted_by: adminId });
    const memberMessageId = await add('member_message', {
      ...row,
      kind: 'SESSION_CANCELLED',
      occurrence: 'Yoga',
      subject: 'Yoga is off',
      body: 'Sorry',
      created_at: at(-1),
      read_at: at(-0.5),
    });
    await add('member_tag', { ...row, tag_id: datedTagId, added_by: employeeId, expires_on: at(9).slice(0, 10) });
    const auditId = await add('audit_log', {
      ...row,
      subject: 'member_tag',
      subject_id: datedTagId,
      action: 'UPDATE',
      before: { expires_on: at(8).slice(0, 10) },
      after: { expires_on: at(9).slice(0, 10) },
      employee_id: adminId,
      happened_at: at(-1),
    });
    // Shown among the changes by the coach.
    await add('audit_log', {
      ...row,
      subject: 'member_tag',
      subject_id: datedTagId,
      action: 'UPDATE',
      before: { expires_on: at(7).slice(0, 10) },
      after: { expires_on: at(8).slice(0, 10) },
      employee_id: employeeId,
      happened_at: at(-2),
    });
    await add('benchmark_result', { ...row, benchmark_id: benchmarkId, value: 95, score: '95 kg', logged_on: today });
    return {
      memberMessageId,
      registrationId,
      spareRegistrationId,
      waitingListEntryId,
      auditId,
      mandateId,
      notificationId,
      noteId,
      checkupId,
      checklistId,
      checklistActionId,
      attachmentId,
      uploadedAttachmentId,
      deletedAttachmentId,
      purchaseId: openPurchaseId,
      subscriptionId,
      changeId,
      paidPurchaseId: purchaseId,
      sparePurchaseId,
      owedPurchaseId,
      checkoutId,
      stripeDifferenceId,
    };
  };
  await add('registration', {
    member_id: spareMemberId,
    session_id: fullSessionId,
    starts_at: at(0.4),
    status: 'REGISTERED',
  });
  const own = await life(memberId, 'past');
  const otherMembers = await life(otherMemberId, 'first');
  const batches = await addBatchLife({ gymId, adminId, memberId, mandateId: own.mandateId, at, add });
  return {
    gymId,
    employeeId,
    adminId,
    colleagueId,
    spareEmployeeId,
    employeeInvitationId,
    memberId,
    otherMemberId,
    spareMemberId,
    tagId,
    archivedTagId,
    checklistTemplateId,
    spareChecklistTemplateId,
    unusedChecklistTemplateId,
    apiTokenId,
    revokedMandateId,
    sessionTypeId: typeId,
    calendarId,
    sessionId: next,
    spareSessionId,
    fullSessionId,
    cancelledSessionId,
    scheduleSlotId,
    unusedScheduleSlotId,
    subscriptionTypeId: planId,
    spareSessionTypeId: spare.sessionTypeId,
    spareCalendarId: spare.calendarId,
    spareSubscriptionTypeId: spare.subscriptionTypeId,
    unusedSessionTypeId: unused.sessionTypeId,
    unusedCalendarId: unused.calendarId,
    unusedSubscriptionTypeId: unused.subscriptionTypeId,
    shopItemId,
    vatChangeId,
    shopCategoryId,
    emptyShopCategoryId,
    accounts,
    loginSessions,
    ...own,
    ...batches,
    otherMembers,
  };
}

async function addCancellation(
  add: (table: string, row: Record<string, unknown>) => Promise<string>,
  row: { member_id: string; subscription_id: string },
  at: string,
): Promise<string> {
  const changeId = await add('subscription_change', {
    ...row,
    kind: 'CANCEL',
    effective_on: '2027-01-02',
    intent: 'digest',
    created_at: at,
  });
  await add('subscription_cancellation', {
    ...row,
    cancelled_at: at,
    cancelled_on: at.slice(0, 10),
    first_term_ends_on: '2025-12-31',
    notice_ends_on: '2026-04-03',
    earliest_ends_on: '2026-04-03',
    ends_on: '2027-01-01',
    confirmation_number: `C-${row.member_id.slice(-12)}`,
    confirmation: 'Cancelled',
  });
  return changeId;
}
