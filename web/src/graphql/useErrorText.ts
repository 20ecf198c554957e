// Turns an error into a sentence for people, and into errors at the fields of a form.
import { useCallback } from 'react';
import { useText } from '../i18n/text';
import { fieldErrors, hasCode, isConnectionError, type FieldError } from './errors';
import { errorTexts } from './messages';

export function useErrorText() {
  const text = useText(errorTexts);
  return useCallback(
    (error: unknown): string => {
      if (isConnectionError(error)) return text.connection;
      if (hasCode(error, 'FORBIDDEN')) return text.forbidden;
      if (hasCode(error, 'NOT_FOUND')) return text.notFound;
      const [refused] = fieldErrors(error);
      return refused ? reasonText(refused, text.reasons) : text.unexpected;
    },
    [text],
  );
}

/** `{ field: sentence }`; what belongs to no field of the form comes under ''. */
export function useFormErrors() {
  const text = useText(errorTexts);
  const sentence = useErrorText();
  return useCallback(
    (error: unknown, fields: readonly string[]): Record<string, string> => {
      const refused = fieldErrors(error);
      if (refused.length === 0) return error ? { '': sentence(error) } : {};
      return Object.fromEntries(
        refused.map((one) => [fields.includes(one.field) ? one.field : '', reasonText(one, text.reasons)]),
      );
    },
    [text, sentence],
  );
}

function reasonText({ reason, message }: FieldError, known: Record<string, string>): string {
  return known[reason] ?? message;
}
