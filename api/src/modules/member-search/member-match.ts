// Which members a search text means, in SQL: common table expressions that the search and the list have in common.
// Names are in member.search_words, looked up by functions of migration 0008, which says why.
import type { SearchText } from './search-text.ts';

/** Values of `asked` and `direct`, in the order of their placeholders $1 to $7. */
export const askedValues = (text: SearchText): unknown[] => [
  text.words.map((word) => word.text),
  text.words.map((word) => word.isTelling),
  text.phrase,
  text.memberNumber,
  text.email,
  text.internationalPhones,
  text.nationalPhones,
];

/**
 * One row `asked`: the telling words as text queries, for whole words (`whole`) or starts of them (`starts`); the same with
 * particles (`every_whole`, `every_start`); patterns for parts of names of three letters and more, and the longest of these parts. Words are
 * letters and digits only, so nothing in them needs quoting.
 */
export const asked = `
  typed as materialized (
    select n, w, is_telling, right(current_gym()::text, 6) as gym
      from unnest($1::text[], $2::boolean[]) with ordinality t (raw, is_telling, n), lateral regexp_replace(fold(raw), '[^[:alnum:]]+', '', 'g') w
     where w <> ''),
  word as materialized (select n, w, gym from typed where is_telling),
  asked as materialized (
    select string_agg(format('''%s%s''', gym, w), ' & ')::tsquery as whole,
      string_agg(format('''%s%s'':*', gym, w), ' & ')::tsquery as starts,
      (select string_agg(format('''%s%s''', gym, w), ' & ')::tsquery from typed) as every_whole,
      (select string_agg(format('''%s%s'':*', gym, w), ' & ')::tsquery from typed) as every_start,
      array_agg(case when length(w) > 2 then '%' || w || '%' else '% ' || w || '%' end) as patterns,
      (array_agg(w order by length(w) desc) filter (where length(w) > 2))[1] as part,
      fold($3::text) as phrase
    from word)`;

/** Found by number, e-mail or phone: the last two by their start, `most` of each. */
export const direct = (most: number): string => `
  dialled as materialized (
    select unnest($6::text[]) as start union select calling_code(g.country) || national from gym g, unnest($7::text[]) national),
  direct as materialized (
    select m.id from member m where m.member_number = $4::int
    union all (select m.id from dialled d, lateral (
      select id from member where phone_digits ~>=~ d.start and phone_digits ~<~ (d.start || ':') limit ${most}) m limit ${most})
    union all select id from members_mailed($5::text, ${most}) id)`;

/**
 * The text query for names with up to one typo in each word (a letter wrong, missing, superfluous, or swapped with the
 * next); of a single word that is still being typed, also at its start. A blot `_` is any letter: see name_slips.
 */
export const slips = `(
  select string_agg(format('(''%s%s'':*%s)', gym, w, likes), ' & ')::tsquery from word, lateral (
    select string_agg(format(case when length(w) > 4 and (select count(*) from word) = 1 then '|''%s%s'':*' else '|''%s%s''' end, gym, other), '') as likes
      from generate_series(1, length(w)) i, lateral (values
        (overlay(w placing '_' from i for 1)), (overlay(w placing '_' from i for 0)), (overlay(w placing '' from i for 1)),
        (overlay(w placing reverse(substr(w, i, 2)) from i for 2))) v (other)
     where length(w) > 2) l)`;

export const startsEveryWord = (m: string): string => `${m}.search_words @@ (select every_start from asked)`;
export const startsWords = (m: string): string => `${m}.search_words @@ (select starts from asked)`;
export const holdsParts = (m: string): string =>
  `(' ' || ${m}.search_name) like all ((select patterns from asked)::text[])`;
