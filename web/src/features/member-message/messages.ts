// The words of what the gym tells its members.
import { defineTexts } from '../../i18n/text';

export const memberMessageTexts = defineTexts({
  en: {
    title: 'From your gym',
    none: 'Your gym has not told you anything yet.',
    isNew: 'new',
    failed: 'That you read this was not kept.',
    unavailable: 'Your messages could not be read.',
  },
  nl: {
    title: 'Van je gym',
    none: 'Je gym heeft je nog niets laten weten.',
    isNew: 'nieuw',
    failed: 'Dat je dit hebt gelezen is niet bewaard.',
    unavailable: 'Je berichten konden niet worden gelezen.',
  },
});
