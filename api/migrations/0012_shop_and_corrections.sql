-- The order of the shop, why a line was corrected, and the gym's currency held by the database.

alter table shop_item
  -- Favourites stand in this order, and answer to the keys 1 to 9.
  add position int not null default 0;
update shop_item i set position = o.place
  from (select gym_id, id, row_number() over (partition by gym_id order by fold(name), id) as place from shop_item) o
 where o.gym_id = i.gym_id and o.id = i.id;
alter table shop_item
  add constraint shop_item_name check (length(name) between 1 and 80),
  add constraint shop_item_description check (length(description) between 1 and 500);
alter table shop_category add constraint shop_category_name check (length(name) between 1 and 60);
create unique index shop_item_unique_name on shop_item (gym_id, lower(name)) where archived_at is null;
create unique index shop_category_unique_name on shop_category (gym_id, lower(name)) where archived_at is null;
create trigger record_change after insert or update or delete on shop_item for each row execute function record_change();
create trigger record_change after insert or update or delete on shop_category for each row execute function record_change();

alter table purchase
  -- Of a counter-line: why, in words.
  add correction_reason text check (length(correction_reason) between 1 and 200),
  add constraint purchase_correction_reason check (correction_reason is null or corrects_purchase_id is not null);

-- A line or a payment in another currency than its gym's cannot be written, and none becomes one later.
create function refuse_foreign_currency() returns trigger language plpgsql as $$
begin
  if exists (select from written w join gym g on g.id = w.gym_id where w.currency <> g.currency) then
    raise exception 'not the currency of the gym' using errcode = 'check_violation', constraint = tg_table_name || '_currency';
  end if;
  return null;
end $$;
create trigger currency_of_gym after insert on purchase referencing new table as written
  for each statement execute function refuse_foreign_currency();
create trigger currency_of_gym after insert on payment referencing new table as written
  for each statement execute function refuse_foreign_currency();

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% never changes', tg_argv[0] using errcode = 'check_violation', constraint = tg_table_name || '_' || tg_argv[0];
end $$;
create trigger currency_stays before update of currency on purchase for each row
  when (old.currency is distinct from new.currency) execute function refuse_change('currency');
create trigger currency_stays before update of currency on gym for each row
  when (old.currency is distinct from new.currency) execute function refuse_change('currency');
