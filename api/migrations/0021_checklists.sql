-- Checklists: ordered actions to complete for one member, from templates that the gym keeps in settings.

create table checklist_template (
  gym_id uuid not null references gym (id),
  id uuid not null default uuidv7(),
  name text not null check (length(name) between 1 and 80),
  description text check (length(description) between 1 and 500),
  -- Given by itself to a member who subscribes for the first time.
  is_for_new_members boolean not null default false,
  created_at timestamptz not null default now(),
  archived_at timestamptz,
  primary key (gym_id, id)
);
create unique index checklist_template_name on checklist_template (gym_id, fold(name)) where archived_at is null;
call raise_tenant_wall('checklist_template');

create table checklist_template_action (
  gym_id uuid not null references gym (id),
  id uuid not null default uuidv7(),
  template_id uuid not null,
  position integer not null,
  text text not null check (length(text) between 1 and 200),
  primary key (gym_id, id),
  foreign key (gym_id, template_id) references checklist_template (gym_id, id)
);
create index checklist_template_action_template on checklist_template_action (gym_id, template_id, position);
call raise_tenant_wall('checklist_template_action');

-- As its template was when it was assigned: a later change of the template leaves it alone.
create table checklist (
  gym_id uuid not null references gym (id),
  id uuid not null default uuidv7(),
  member_id uuid not null,
  template_id uuid not null,
  name text not null,
  description text,
  -- Whose it is; null: whoever is linked to the member.
  employee_id uuid,
  assigned_at timestamptz not null,
  -- Null: it was given by itself.
  assigned_by uuid,
  closed_at timestamptz,
  closed_by uuid,
  primary key (gym_id, id),
  unique (gym_id, id, member_id),
  check (closed_by is null or closed_at is not null),
  foreign key (gym_id, member_id) references member (gym_id, id),
  foreign key (gym_id, template_id) references checklist_template (gym_id, id),
  foreign key (gym_id, employee_id) references employee (gym_id, id),
  foreign key (gym_id, assigned_by) references employee (gym_id, id),
  foreign key (gym_id, closed_by) references employee (gym_id, id)
);
create index checklist_member on checklist (gym_id, member_id, closed_at);
create index checklist_template_used on checklist (gym_id, template_id);
create index checklist_employee on checklist (gym_id, employee_id);
create index checklist_assigned_by on checklist (gym_id, assigned_by);
create index checklist_closed_by on checklist (gym_id, closed_by);
-- A member is new once, however often the first subscription is taken back and made again.
create unique index checklist_by_itself on checklist (gym_id, member_id, template_id) where assigned_by is null;
call raise_tenant_wall('checklist');
revoke delete on checklist from spotter_app;

create table checklist_action (
  gym_id uuid not null references gym (id),
  id uuid not null default uuidv7(),
  checklist_id uuid not null,
  member_id uuid not null,
  position integer not null,
  text text not null,
  done_at timestamptz,
  done_by uuid,
  primary key (gym_id, id),
  check (done_by is null or done_at is not null),
  foreign key (gym_id, checklist_id, member_id) references checklist (gym_id, id, member_id),
  foreign key (gym_id, member_id) references member (gym_id, id),
  foreign key (gym_id, done_by) references employee (gym_id, id)
);
create index checklist_action_checklist on checklist_action (gym_id, checklist_id, member_id, position);
create index checklist_action_member on checklist_action (gym_id, member_id);
create index checklist_action_done_by on checklist_action (gym_id, done_by);
call raise_tenant_wall('checklist_action');
revoke delete on checklist_action from spotter_app;

do $$
declare watched text;
begin
  foreach watched in array array['checklist_template', 'checklist_template_action', 'checklist', 'checklist_action'] loop
    execute format('create trigger record_change after insert or update or delete on %I for each row execute function record_change()', watched);
  end loop;
end $$;

-- What a gym begins with, in its own language; it can be changed, switched off and deleted like any other.
create procedure add_first_checklist(gym uuid) language plpgsql set search_path = public, pg_temp as $$
declare
  template uuid;
  is_dutch boolean := (select locale = 'nl' from gym g where g.id = gym);
begin
  insert into checklist_template (gym_id, name, is_for_new_members)
  values (gym, case when is_dutch then 'Nieuw lid' else 'New member' end, true) returning id into template;
  insert into checklist_template_action (gym_id, template_id, position, text)
  select gym, template, place, case when is_dutch then dutch else english end
    from (values (1, 'Welkomstbericht sturen', 'Send a welcome message'),
                 (2, 'Rondleiding geven', 'Show them around'),
                 (3, 'Intake doen: doelen, ervaring, blessures', 'Do the intake: goals, experience, injuries'),
                 (4, 'Eerste les samen boeken', 'Book the first session together'),
                 (5, 'Na twee weken vragen hoe het gaat', 'Ask after two weeks how it goes')) first (place, dutch, english);
end $$;
revoke execute on procedure add_first_checklist from public;

do $$
declare gym uuid;
begin
  for gym in select id from gym loop
    call add_first_checklist(gym);
  end loop;
end $$;
