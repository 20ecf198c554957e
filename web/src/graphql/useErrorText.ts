// Turns an error into a sentence for people, and into errors at the fields of a form.
import { useCallback, useEffect } from 'react';
import { useLocale, type Locale } from '../i18n/locale';
import { useText, type Texts } from '../i18n/text';
import { fieldErrors, hasCode, isConnectionError, type FieldError } from './errors';
import { errorTexts } from './messages';

// Many words, none of them needed to draw a page: they follow it.
let reasons: Texts<Readonly<Record<string, string>>> | null = null;
let coming: Promise<void> | null = null;
const fetchReasons = () => {
  coming ??= import('./reasonTexts').then(
    ({ reasonTexts }) => void (reasons = reasonTexts),
    () => void (coming = null),
  );
};

export function useErrorText() {
  const text = useText(errorTexts);
  const { locale } = useLocale();
  useEffect(fetchReasons, []);
  return useCallback(
    (error: unknown): string => {
      if (isConnectionError(error)) return text.connection;
      if (hasCode(error, 'FORBIDDEN')) return text.forbidden;
      if (hasCode(error, 'NOT_FOUND')) return text.notFound;
      if (hasCode(error, 'TOO_MANY_ATTEMPTS')) return reasons?.[locale].TOO_MANY_ATTEMPTS ?? text.unexpected;
      const [refused] = fieldErrors(error);
      return refused ? reasonText(refused, locale) : text.unexpected;
    },
    [text, locale],
  );
}

/** `{ field: sentence }`; what belongs to no field of the form comes under ''. */
export function useFormErrors() {
  const { locale } = useLocale();
  const sentence = useErrorText();
  return useCallback(
    (error: unknown, fields: readonly string[]): Record<string, string> => {
      const refused = fieldErrors(error);
      if (refused.length === 0) return error ? { '': sentence(error) } : {};
      return Object.fromEntries(
        refused.map((one) => [fields.includes(one.field) ? one.field : '', reasonText(one, locale)]),
      );
    },
    [locale, sentence],
  );
}

function reasonText({ reason, message }: FieldError, locale: Locale): string {
  return reasons?.[locale][reason] ?? message;
}
