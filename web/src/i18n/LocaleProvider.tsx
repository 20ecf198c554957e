// Holds the language of the page and keeps <html lang> true to it.
import { useLayoutEffect, useMemo, useState, type ReactNode } from 'react';
import { browserLocale, LocaleContext, storedLocale, storeLocale, type Locale } from './locale';

export function LocaleProvider({ children }: { children: ReactNode }) {
  const [chosen, setChosen] = useState(() => storedLocale('chosen'));
  const [suggested, setSuggested] = useState(() => storedLocale('account'));
  const locale = chosen ?? suggested ?? browserLocale();

  useLayoutEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);

  const value = useMemo(
    () => ({
      locale,
      setLocale: (next: Locale) => {
        storeLocale('chosen', next);
        setChosen(next);
      },
      suggestLocale: (next: Locale) => {
        storeLocale('account', next);
        setSuggested(next);
      },
    }),
    [locale],
  );
  return <LocaleContext value={value}>{children}</LocaleContext>;
}
