// What of the audit trail people are shown, column by column. Nothing else of it leaves the server: a column that is not
// decided here is not shown, and a test fails until it is.

interface Decision {
  /** Shown, with the values before and after. */
  told: string;
  /** That it changed is shown, not to what: free text about a person, which may say anything. */
  withheld?: string;
  /** Never shown: keys, what is secret or sealed, what only says when and by whom the row itself came about, and plumbing. */
  untold: string;
}

/** By the table, for those whose changes are told; in the order in which people choose from them. */
export const recorded = {
  gym: {
    told: `name email phone website address country time_zone locale legal_name legal_address vat_number new_member_days
      trend_recent_weeks trend_earlier_weeks trend_minimum_visits trend_minimum_percent attachment_file_limit_bytes
      attachment_member_limit_bytes payment_collection charges_from`,
    untold: 'id currency created_at',
  },
  employee: {
    told: 'first_name particle last_name email role archived_at',
    untold: 'gym_id id account_id full_name created_at',
  },
  employee_invitation: {
    told: 'first_name last_name email role expires_at accepted_at revoked_at',
    untold: 'gym_id id token_hash created_at created_by employee_id',
  },
  hand_over: {
    told: 'employee_id member_count notification_count checkup_count checklist_count',
    untold: 'gym_id id intent takers created_at created_by',
  },
  api_token: {
    told: 'scope employee_id expires_at revoked_at',
    // Tokens are their employee's own.
    withheld: 'name',
    untold: 'gym_id id token_hash prefix created_at last_used_at',
  },
  tag: { told: 'name color is_health_data archived_at', untold: 'gym_id id created_at' },
  notification_rule: { told: 'is_on parameters', untold: 'gym_id id rule' },
  session_type: {
    told: 'name color single_session_price_cents single_session_vat_rate_bp archived_at',
    untold: 'gym_id id',
  },
  calendar: { told: 'name archived_at', untold: 'gym_id id' },
  schedule_slot: {
    told: 'session_type_id calendar_id weekday starts_at duration_minutes places employee_id',
    untold: 'gym_id id',
  },
  checklist_template: { told: 'name description is_for_new_members archived_at', untold: 'gym_id id created_at' },
  checklist_template_action: { told: 'template_id text', untold: 'gym_id id position' },
  subscription_type: {
    told: `name description price_cents yearly_price_cents vat_rate_bp is_recurring session_limit validity_days first_term_months
      is_visible_to_members is_experience_required archived_at`,
    untold: 'gym_id id',
  },
  subscription_type_session_type: { told: 'subscription_type_id session_type_id', untold: 'gym_id' },
  subscription_type_calendar: { told: 'subscription_type_id calendar_id', untold: 'gym_id' },
  shop_item: {
    told: 'name description shop_category_id price_cents vat_rate_bp is_favourite archived_at',
    untold: 'gym_id id position',
  },
  shop_category: { told: 'name archived_at', untold: 'gym_id id position' },
  payment_settings: {
    told: `creditor_name creditor_id creditor_masked_iban creditor_bic lead_days pain_version collection_day
      subscription_vat_rate_bp shop_vat_rate_bp unusual_amount_cents`,
    untold: 'gym_id creditor_iban_sealed',
  },
  vat_change: {
    told: 'from_rate_bp to_rate_bp starts_on applied_at withdrawn_at',
    untold: 'gym_id id created_at created_by withdrawn_by',
  },
  mandate_text: { told: 'version text', untold: 'gym_id created_at created_by' },
  stripe_account: {
    told: `account_id mode charges_enabled payouts_enabled details_submitted disabled_reason webhook_secret_set_at
      connected_at disconnected_at`,
    untold: 'gym_id id requirements checked_at webhook_secret_sealed consumables_product_id reconciled_at connected_by',
  },
  member: {
    told: 'first_name particle last_name birth_date email phone street house_number postal_code city country employee_id joined_on',
    untold: `gym_id id member_number account_id full_name phone_digits last_visit_at subscribed_until search_name created_at
      search_words`,
  },
  // Of tags about health nothing is shown at all: changes-sql.ts.
  member_tag: { told: 'tag_id expires_on', untold: 'gym_id member_id added_at added_by' },
  note: { told: 'retracted_at', withheld: 'text', untold: 'gym_id id member_id author_id created_at retracted_by' },
  notification: {
    told: 'kind due_on snoozed_until employee_id completed_at outcome closed_reason',
    withheld: 'message',
    untold: 'gym_id id member_id occurrence created_at created_by completed_by note_id',
  },
  checkup: {
    told: 'starts_at employee_id completed_at cancelled_at',
    untold: 'gym_id id member_id created_at',
  },
  checklist: {
    told: 'employee_id closed_at',
    untold: 'gym_id id member_id template_id name description assigned_at assigned_by closed_by',
  },
  checklist_action: { told: 'text done_at', untold: 'gym_id id checklist_id member_id position done_by' },
  attachment: {
    told: 'deleted_at',
    withheld: 'name',
    untold:
      'gym_id id member_id content_type size_bytes storage_key state started_at uploaded_at uploaded_by deleted_by',
  },
  benchmark_result: {
    told: 'logged_on',
    withheld: 'score',
    untold: 'gym_id id member_id benchmark_id value created_at',
  },
  session: {
    told: 'session_type_id calendar_id starts_at duration_minutes places employee_id cancelled_at cancellation_reason',
    untold: 'gym_id id schedule_slot_id scheduled_on places_taken extra_taken',
  },
  registration: {
    told: 'status starts_at paid_with is_extra',
    untold: 'gym_id id session_id member_id registered_at status_changed_at marked_at mark_id',
  },
  registration_override: {
    told: 'refusals',
    withheld: 'reason',
    untold: 'gym_id registration_id member_id employee_id created_at',
  },
  waiting_list_entry: {
    told: 'pay_with ended_as',
    untold: 'gym_id id session_id member_id number joined_at ended_at',
  },
  subscription: {
    told: `subscription_type_id starts_on ends_on price_cents billing vat_rate_bp session_limit first_term_ends_on cancelled_at
      voided_at`,
    untold: 'gym_id id member_id currency replaces_subscription_id created_at',
  },
  purchase: {
    told: 'description quantity total_cents vat_rate_bp status status_reason payment_method',
    withheld: 'correction_reason',
    untold: `gym_id id member_id kind unit_price_cents vat_cents currency purchased_at paid_at shop_item_id subscription_id
      session_id period_starts_on period_ends_on idempotency_key created_by corrects_purchase_id held_from`,
  },
  payment: {
    told: 'kind method amount_cents reference',
    withheld: 'note',
    untold: 'gym_id id member_id purchase_id currency happened_at created_by',
  },
  mandate: {
    told: 'reference holder masked_iban iban_country signed_on signed_how revoked_at replaced_at blocked_at blocked_reason is_one_off',
    withheld: 'revoked_reason',
    untold: `gym_id id member_id iban_sealed text_version recorded_at recorded_by replaces_mandate_id original_mandate_id
      revoked_by last_used_on counts_from`,
  },
  payment_batch: {
    told: `number state until_on collection_on collection_count total_cents exported_at submitted_at settled_at cancelled_at
      rejected_reason`,
    untold: `gym_id id pain_version message_id creditor_name creditor_id creditor_iban_sealed creditor_masked_iban creditor_bic
      lead_days currency line_count created_at created_by`,
  },
  stripe_difference: {
    told: 'kind ours_cents theirs_cents resolved_at',
    untold: 'gym_id id object_id member_id purchase_id currency found_at seen_at resolved_by',
  },
} satisfies Record<string, Decision>;

export type RecordedTable = keyof typeof recorded;

/** Recorded, but not told: they follow from what is told, or happen between the server and Stripe. */
export const untoldTables = [
  'checkout',
  'member_message',
  'stripe_customer',
  'stripe_invoice_item',
  'stripe_refund',
  'subscription_cancellation',
  'subscription_change',
];

export interface RecordedColumn {
  name: string;
  isWithheld: boolean;
}

const wordsOf = (text = ''): string[] => text.split(/\s+/).filter(Boolean);

/** The columns that are shown, those without their value last. */
export function shownColumns(table: RecordedTable): RecordedColumn[] {
  const { told, withheld }: Decision = recorded[table];
  return [
    ...wordsOf(told).map((name) => ({ name, isWithheld: false })),
    ...wordsOf(withheld).map((name) => ({ name, isWithheld: true })),
  ];
}

export function decidedColumns(table: RecordedTable): string[] {
  return [...shownColumns(table).map(({ name }) => name), ...wordsOf(recorded[table].untold)];
}
