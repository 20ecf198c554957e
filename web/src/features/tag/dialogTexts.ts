// The words of choosing a tag for a member.
import { defineTexts } from '../../i18n/text';

export const tagDialogTexts = defineTexts({
  en: {
    chooseTag: 'Add a tag',
    narrow: 'Find a tag',
    noneLike: (typed: string) => `No tag like “${typed}”`,
    noneLeft: 'There is no tag left to add',
    toSettings: 'Keep tags in settings',
  },
  nl: {
    chooseTag: 'Tag toevoegen',
    narrow: 'Zoek een tag',
    noneLike: (typed: string) => `Geen tag zoals “${typed}”`,
    noneLeft: 'Er is geen tag meer om toe te voegen',
    toSettings: 'Tags beheren in instellingen',
  },
});
