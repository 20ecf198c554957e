// The words of the forms about notifications.
import { defineTexts } from '../../i18n/text';

export const formTexts = defineTexts({
  en: {
    scheduleTitle: (name: string) => `Reminder about ${name}`,
    scheduleHint: 'The linked employee sees it on the dashboard.',
    day: 'Day',
    message: 'What about',
    messageMissing: 'Say in a few words what it is about.',
    save: 'Save',
    scheduled: (name: string) => `Reminder about ${name} saved.`,
    dayMissing: 'Choose a day in the future.',
    cancel: 'Cancel',
  },
  nl: {
    scheduleTitle: (name: string) => `Herinnering over ${name}`,
    scheduleHint: 'De gekoppelde medewerker ziet hem op het dashboard.',
    day: 'Dag',
    message: 'Waarover',
    messageMissing: 'Zeg in een paar woorden waar het over gaat.',
    save: 'Opslaan',
    scheduled: (name: string) => `Herinnering over ${name} opgeslagen.`,
    dayMissing: 'Kies een dag in de toekomst.',
    cancel: 'Annuleren',
  },
});
