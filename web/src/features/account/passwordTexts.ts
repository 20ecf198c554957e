// The words of changing one's own password.
import { plural } from '../../i18n/plural';
import { defineTexts } from '../../i18n/text';

export const passwordTexts = defineTexts({
  en: {
    title: 'Change password',
    current: 'Current password',
    chosen: 'New password',
    hint: 'At least 12 characters. A few words in a row are easy to remember.',
    elsewhere: 'Everywhere else where you are signed in, you are signed out.',
    missing: 'Fill this in.',
    cancel: 'Cancel',
    submit: 'Change password',
    changed: (count: number) =>
      count === 0
        ? 'Your password was changed'
        : `Your password was changed, and you were signed out in ${plural('en', count, 'other place', 'other places')}`,
  },
  nl: {
    title: 'Wachtwoord wijzigen',
    current: 'Huidig wachtwoord',
    chosen: 'Nieuw wachtwoord',
    hint: 'Minstens 12 tekens. Een paar woorden achter elkaar onthoud je makkelijk.',
    elsewhere: 'Overal elders waar je bent ingelogd, word je uitgelogd.',
    missing: 'Vul dit in.',
    cancel: 'Annuleren',
    submit: 'Wachtwoord wijzigen',
    changed: (count: number) =>
      count === 0
        ? 'Je wachtwoord is gewijzigd'
        : `Je wachtwoord is gewijzigd, en je bent op ${plural('nl', count, 'andere plek', 'andere plekken')} uitgelogd`,
  },
});
