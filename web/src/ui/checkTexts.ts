// The words of a group of boxes.
import { defineTexts } from '../i18n/text';

export const checkTexts = defineTexts({
  en: {
    all: (what: string) => `All: ${what}`,
    none: (what: string) => `None: ${what}`,
  },
  nl: {
    all: (what: string) => `Alle: ${what}`,
    none: (what: string) => `Geen: ${what}`,
  },
});
