-- Money that an Admin says has moved outside Spotter: in what way, and a note. The reference is the id of that settlement.
alter table payment drop constraint payment_method_check;
alter table payment
  add constraint payment_method_check check (method in ('SEPA', 'STRIPE', 'DESK', 'CASH', 'BANK_TRANSFER')),
  add note text check (length(note) between 1 and 200);
