// Our texts: each feature has a messages.ts with both languages; the compiler holds them to the same keys.
import { useLocale, type Locale } from './locale';

type Message = string | ((...values: never[]) => string);
type Messages = { readonly [key: string]: Message | Messages };
type SameShape<T> = {
  readonly [K in keyof T]: T[K] extends (...values: infer A) => string
    ? (...values: A) => string
    : T[K] extends string
      ? string
      : SameShape<T[K]>;
};
export type Texts<T> = { readonly en: T; readonly nl: SameShape<T> };

/** Identity at run time: `nl` must say everything that `en` says. */
export function defineTexts<const T extends Messages>(texts: { en: T; nl: SameShape<T> }): Texts<T> {
  return texts;
}

export function textIn<T>(texts: Texts<T>, locale: Locale): SameShape<T> {
  return texts[locale] as SameShape<T>;
}

export function useText<T>(texts: Texts<T>): SameShape<T> {
  return textIn(texts, useLocale().locale);
}
