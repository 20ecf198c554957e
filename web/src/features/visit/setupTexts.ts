// The words of the settings of session types and calendars.
import { defineTexts } from '../../i18n/text';

export const sessionTypeTexts = defineTexts({
  en: {
    title: 'Session types',
    hint: 'The kinds of session on the calendar, each with its colour. Subscriptions say which ones they include.',
    group: 'Session types',
    create: 'New session type',
    edit: 'Edit the session type',
    preview: 'Looks like this',
    columns: { name: 'Session type', inUse: 'In use' },
    inUse: 'yes',
    unused: 'not yet',
    emptyTitle: 'No session types yet',
    empty: 'Make the first one: CrossFit, Yoga, Open gym.',
    archivedHint:
      'No new session can be planned with these. Past ones and the subscriptions that include them keep them.',
  },
  nl: {
    title: 'Lestypen',
    hint: 'De soorten lessen in de agenda, elk met een kleur. Abonnementen zeggen welke erbij inbegrepen zijn.',
    group: 'Lestypen',
    create: 'Nieuw lestype',
    edit: 'Lestype bewerken',
    preview: 'Zo ziet het eruit',
    columns: { name: 'Lestype', inUse: 'In gebruik' },
    inUse: 'ja',
    unused: 'nog niet',
    emptyTitle: 'Nog geen lestypen',
    empty: 'Maak het eerste: CrossFit, Yoga, Open gym.',
    archivedHint: 'Hiermee is geen nieuwe les te plannen. Eerdere lessen en abonnementen die ze bevatten houden ze.',
  },
});

export const calendarTexts = defineTexts({
  en: {
    title: 'Calendars',
    hint: 'A place or a timetable that sessions stand on: a hall, a second location, the open hours.',
    group: 'Calendars',
    create: 'New calendar',
    edit: 'Edit the calendar',
    columns: { name: 'Calendar', inUse: 'In use' },
    inUse: 'yes',
    unused: 'not yet',
    emptyTitle: 'No calendars yet',
    empty: 'Make the first one: the main hall, the park.',
    archivedHint:
      'No new session can be planned on these. Past ones and the subscriptions that include them keep them.',
  },
  nl: {
    title: 'Agenda’s',
    hint: 'Een plek of rooster waar lessen op staan: een zaal, een tweede locatie, de open uren.',
    group: 'Agenda’s',
    create: 'Nieuwe agenda',
    edit: 'Agenda bewerken',
    columns: { name: 'Agenda', inUse: 'In gebruik' },
    inUse: 'ja',
    unused: 'nog niet',
    emptyTitle: 'Nog geen agenda’s',
    empty: 'Maak de eerste: de grote zaal, het park.',
    archivedHint: 'Hierop is geen nieuwe les te plannen. Eerdere lessen en abonnementen die ze bevatten houden ze.',
  },
});
