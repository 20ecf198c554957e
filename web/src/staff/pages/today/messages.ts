// The words of the day's page.
import { defineTexts } from '../../../i18n/text';
import { plural } from '../../../i18n/plural';

export const todayTexts = defineTexts({
  en: {
    today: 'Today',
    previous: 'Previous day',
    next: 'Next day',
    backToToday: 'Today',
    pickDay: 'Day',
    sessions: (count: number) => plural('en', count, 'session', 'sessions'),
    registrations: (count: number) => plural('en', count, 'registration', 'registrations'),
    emptyTitle: 'No sessions on this day',
    empty: 'Look at another day, or find a member with the search.',
    group: 'Today',
  },
  nl: {
    today: 'Vandaag',
    previous: 'Vorige dag',
    next: 'Volgende dag',
    backToToday: 'Vandaag',
    pickDay: 'Dag',
    sessions: (count: number) => plural('nl', count, 'les', 'lessen'),
    registrations: (count: number) => plural('nl', count, 'inschrijving', 'inschrijvingen'),
    emptyTitle: 'Geen lessen op deze dag',
    empty: 'Bekijk een andere dag, of zoek een lid.',
    group: 'Vandaag',
  },
});
