// Which members a search text means, as a predicate over the member's row (m) and gym (g).

/** `text` is a placeholder. Every word of it must start a word of the name; or it is the number, e-mail or phone. */
export const matches = (text: string): string => `(
  coalesce((select bool_and(' ' || m.search_name like '% ' || w || '%')
    from regexp_split_to_table(fold(${text}), '[^[:alnum:]]+') w
   where w <> '' and w not in ('van', 'de', 'der', 'den', 'het', 'ter', 'ten', 'te')), false)
  or m.member_number::text = btrim(${text}) or lower(m.email) = lower(btrim(${text}))
  or length(regexp_replace(${text}, '\\D', '', 'g')) > 5 and ${text} !~ '[[:alpha:]]'
    and m.phone_digits like '%' || regexp_replace(regexp_replace(replace(${text}, '(0)', ''), '\\D', '', 'g'), '^0+', '') || '%')`;
