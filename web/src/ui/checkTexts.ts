// The words of a group of boxes.
import { defineTexts } from '../i18n/text';

export const checkTexts = defineTexts({
  en: {
    all: 'Tick all',
    none: 'Untick all',
  },
  nl: {
    all: 'Alles aanvinken',
    none: 'Niets aanvinken',
  },
});
