// The other language, in its own words: for pages without a menu.
import { locales, useLocale } from '../i18n/locale';
import { SegmentedControl } from './SegmentedControl';

const names = { en: 'English', nl: 'Nederlands' };

export function LanguageSwitch() {
  const { locale, setLocale } = useLocale();
  return (
    <SegmentedControl
      label="Language / Taal"
      value={locale}
      onChange={setLocale}
      options={locales.map((value) => ({ value, label: names[value] }))}
    />
  );
}
