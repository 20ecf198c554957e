-- What finds a member by a few letters, and as fast among a million as among a thousand.

-- The words of a name, folded, each with the last six characters of the gym's id in front: one index, yet the names of a
-- gym stand together in it. Names with a particle, hyphen or apostrophe are there in one piece too: vanderberg, obrien.
create function name_words(gym_id uuid, first_name text, particle text, last_name text) returns tsvector
  language sql immutable parallel safe
  return array_to_tsvector(array_remove(string_to_array(
    regexp_replace(
      fold(first_name || ' ' || coalesce(particle || ' ', '') || last_name
        || ' ' || translate(first_name, ' -''’', '') || ' ' || translate(last_name, ' -''’', '')
        || coalesce(' ' || translate(particle || last_name, ' -''’', ''), '')),
      '[^[:alnum:]]+|^', ' ' || right(gym_id::text, 6), 'g'), ' '), ''));

alter table member add column search_words tsvector not null
  generated always as (name_words(gym_id, first_name, particle, last_name)) stored;

-- Those words, and each with one letter blotted out: j_nsen. A word as typed and one that differs by a letter, or lacks
-- one, have such a blot in common.
create function name_slips(words tsvector) returns tsvector language plpgsql immutable parallel safe strict as $$
declare
  word text;
  slips text[] := tsvector_to_array(words);
begin
  foreach word in array slips loop
    if length(word) > 8 then
      for i in 7..length(word) loop
        slips := slips || overlay(word placing '_' from i for 1);
      end loop;
    end if;
  end loop;
  return array_to_tsvector(slips);
end $$;

-- Without a pending list: a search would have to read it from end to end.
create index member_search_words on member using gin (search_words) with (fastupdate = off);
create index member_search_slips on member using gin (name_slips(search_words)) with (fastupdate = off);

-- Derived like search_name: the audit trail need not repeat it.
do $$ begin
  execute replace(pg_get_functiondef('record_change()'::regprocedure), '''search_name'', ', '''search_name'', ''search_words'', ');
end $$;

-- Who came last, or was made last: a new member is found before the first visit.
create index member_by_recency on member (gym_id, coalesce(last_visit_at, created_at) desc, id);

-- Row-level security keeps operators that are not leakproof (text search, like, lower) away from indexes. So these look-ups
-- belong to the owner, see the running transaction's gym only, and say no more than ids. Their plans are pinned: as the
-- values are unknown when the plan is made, the planner would believe in reading all of the gym.

-- Who came last first; of more than 3,000, of these.
create function members_named(words tsquery, most int) returns setof uuid
  language sql stable security definer rows 50
  set search_path = public, pg_temp set enable_seqscan = off set enable_indexscan = off
  begin atomic
    select id from (
      select id, coalesce(last_visit_at, created_at) as seen_at from member
       where search_words @@ words and gym_id = (select current_gym()) limit greatest(3000, most)) m
     order by seen_at desc, id limit most;
  end;

-- The same for words of name_slips.
create function members_misnamed(words tsquery, most int) returns setof uuid
  language sql stable security definer rows 50
  set search_path = public, pg_temp set enable_seqscan = off set enable_indexscan = off
  begin atomic
    select id from (
      select id, coalesce(last_visit_at, created_at) as seen_at from member
       where name_slips(search_words) @@ words and gym_id = (select current_gym()) limit greatest(3000, most)) m
     order by seen_at desc, id limit most;
  end;

-- Names that hold `part` anywhere, and of which all patterns hold, with a blank before the name.
create function members_containing(part text, patterns text[], most int) returns setof uuid
  language sql stable security definer rows 50
  set search_path = public, pg_temp set enable_seqscan = off set enable_indexscan = off
  begin atomic
    select id from member
     where search_name like ('%' || part || '%') and (' ' || search_name) like all (patterns) and gym_id = (select current_gym())
     limit most;
  end;

create function members_mailed(start text, most int) returns setof uuid
  language sql stable security definer rows 10
  set search_path = public, pg_temp set enable_seqscan = off
  begin atomic
    select id from member
     where gym_id = (select current_gym()) and lower(email) ~>=~ lower(start) and lower(email) ~<~ (lower(start) || chr(1114111))
     limit most;
  end;

revoke execute on function members_named, members_misnamed, members_containing, members_mailed from public;
grant execute on function members_named, members_misnamed, members_containing, members_mailed to spotter_app;

-- ITU-T E.164 country codes, by ISO 3166-1 alpha-2: a national number is one of the gym's country. Null when unknown.
create function calling_code(country text) returns text language sql immutable parallel safe strict
  return '{
    "AC": 247, "AD": 376, "AE": 971, "AF": 93, "AG": 1, "AI": 1, "AL": 355, "AM": 374, "AO": 244, "AR": 54, "AS": 1,
    "AT": 43, "AU": 61, "AW": 297, "AX": 358, "AZ": 994, "BA": 387, "BB": 1, "BD": 880, "BE": 32, "BF": 226,
    "BG": 359, "BH": 973, "BI": 257, "BJ": 229, "BL": 590, "BM": 1, "BN": 673, "BO": 591, "BQ": 599, "BR": 55,
    "BS": 1, "BT": 975, "BW": 267, "BY": 375, "BZ": 501, "CA": 1, "CC": 61, "CD": 243, "CF": 236, "CG": 242, "CH": 41,
    "CI": 225, "CK": 682, "CL": 56, "CM": 237, "CN": 86, "CO": 57, "CR": 506, "CU": 53, "CV": 238, "CW": 599,
    "CX": 61, "CY": 357, "CZ": 420, "DE": 49, "DJ": 253, "DK": 45, "DM": 1, "DO": 1, "DZ": 213, "EC": 593, "EE": 372,
    "EG": 20, "EH": 212, "ER": 291, "ES": 34, "ET": 251, "FI": 358, "FJ": 679, "FK": 500, "FM": 691, "FO": 298,
    "FR": 33, "GA": 241, "GB": 44, "GD": 1, "GE": 995, "GF": 594, "GG": 44, "GH": 233, "GI": 350, "GL": 299,
    "GM": 220, "GN": 224, "GP": 590, "GQ": 240, "GR": 30, "GT": 502, "GU": 1, "GW": 245, "GY": 592, "HK": 852,
    "HN": 504, "HR": 385, "HT": 509, "HU": 36, "ID": 62, "IE": 353, "IL": 972, "IM": 44, "IN": 91, "IO": 246,
    "IQ": 964, "IR": 98, "IS": 354, "IT": 39, "JE": 44, "JM": 1, "JO": 962, "JP": 81, "KE": 254, "KG": 996, "KH": 855,
    "KI": 686, "KM": 269, "KN": 1, "KP": 850, "KR": 82, "KW": 965, "KY": 1, "KZ": 7, "LA": 856, "LB": 961, "LC": 1,
    "LI": 423, "LK": 94, "LR": 231, "LS": 266, "LT": 370, "LU": 352, "LV": 371, "LY": 218, "MA": 212, "MC": 377,
    "MD": 373, "ME": 382, "MF": 590, "MG": 261, "MH": 692, "MK": 389, "ML": 223, "MM": 95, "MN": 976, "MO": 853,
    "MP": 1, "MQ": 596, "MR": 222, "MS": 1, "MT": 356, "MU": 230, "MV": 960, "MW": 265, "MX": 52, "MY": 60, "MZ": 258,
    "NA": 264, "NC": 687, "NE": 227, "NF": 672, "NG": 234, "NI": 505, "NL": 31, "NO": 47, "NP": 977, "NR": 674,
    "NU": 683, "NZ": 64, "OM": 968, "PA": 507, "PE": 51, "PF": 689, "PG": 675, "PH": 63, "PK": 92, "PL": 48,
    "PM": 508, "PR": 1, "PS": 970, "PT": 351, "PW": 680, "PY": 595, "QA": 974, "RE": 262, "RO": 40, "RS": 381,
    "RU": 7, "RW": 250, "SA": 966, "SB": 677, "SC": 248, "SD": 249, "SE": 46, "SG": 65, "SH": 290, "SI": 386,
    "SJ": 47, "SK": 421, "SL": 232, "SM": 378, "SN": 221, "SO": 252, "SR": 597, "SS": 211, "ST": 239, "SV": 503,
    "SX": 1, "SY": 963, "SZ": 268, "TA": 290, "TC": 1, "TD": 235, "TG": 228, "TH": 66, "TJ": 992, "TK": 690,
    "TL": 670, "TM": 993, "TN": 216, "TO": 676, "TR": 90, "TT": 1, "TV": 688, "TW": 886, "TZ": 255, "UA": 380,
    "UG": 256, "US": 1, "UY": 598, "UZ": 998, "VA": 39, "VC": 1, "VE": 58, "VG": 1, "VI": 1, "VN": 84, "VU": 678,
    "WF": 681, "WS": 685, "XK": 383, "YE": 967, "YT": 262, "ZA": 27, "ZM": 260, "ZW": 263
  }'::jsonb ->> country;
