-- Looking up what is shown to nobody by itself, an IBAN, leaves a row in the audit trail too.
alter table audit_log drop constraint audit_log_action_check,
  add constraint audit_log_action_check check (action in ('INSERT', 'UPDATE', 'DELETE', 'READ'));
