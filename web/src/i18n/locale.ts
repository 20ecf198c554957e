// Which of the two languages is spoken: the one chosen here, else the viewer's, else the browser's.
import { createContext, use } from 'react';

export type Locale = 'en' | 'nl';
export const locales: readonly Locale[] = ['en', 'nl'];

/** Chosen in this browser, and the account's own as it was last seen here: the page then opens in it at once. */
const storageKeys = { chosen: 'spotter.locale', account: 'spotter.account-locale' };

export function storedLocale(whose: keyof typeof storageKeys): Locale | null {
  const value = readStorage(storageKeys[whose]);
  return value === 'en' || value === 'nl' ? value : null;
}

export function browserLocale(languages: readonly string[] = navigator.languages): Locale {
  for (const language of languages) {
    if (/^nl\b/i.test(language)) return 'nl';
    if (/^en\b/i.test(language)) return 'en';
  }
  return 'en';
}

export function storeLocale(whose: keyof typeof storageKeys, locale: Locale): void {
  try {
    localStorage.setItem(storageKeys[whose], locale);
  } catch {
    // Storage is refused in some private windows: the choice then lasts until the page closes.
  }
}

function readStorage(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export interface LocaleChoice {
  locale: Locale;
  setLocale: (locale: Locale) => void;
  /** What the account prefers; a language chosen in this browser goes before it. */
  suggestLocale: (locale: Locale) => void;
}

export const LocaleContext = createContext<LocaleChoice>({
  locale: 'en',
  setLocale: () => {},
  suggestLocale: () => {},
});

export function useLocale(): LocaleChoice {
  return use(LocaleContext);
}
