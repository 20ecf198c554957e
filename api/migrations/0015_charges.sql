-- What a purchase was before a payment of it got under way: when that comes to nothing, it is that again.
alter table purchase
  add column held_from text check (held_from in ('OPEN', 'FAILED', 'RETURNED')),
  add constraint purchase_held check (held_from is null or status = 'PENDING');
