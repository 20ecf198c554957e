// The words of a session's roster and of the session history; they come with what shows them.
import { defineTexts } from '../../i18n/text';
import { plural } from '../../i18n/plural';

export const rosterTexts = defineTexts({
  en: {
    status: { REGISTERED: 'Registered', ATTENDED: 'Present', NO_SHOW: 'No-show', CANCELLED: 'Cancelled' },
    cancelled: 'Cancelled',
    full: 'Full',
    taken: (count: number, places: number) => `${count} of ${plural('en', places, 'place', 'places')}`,
    nobody: 'Nobody has registered yet.',
    minutes: (count: number) => `${count} min`,
    with: (name: string) => `with ${name}`,
    noEmployee: 'No coach',
    noHistory: 'No sessions yet',
    noHistoryHint: 'Registrations appear here with present, no-show or cancelled.',
    when: 'When',
    presence: 'Presence',
  },
  nl: {
    status: { REGISTERED: 'Ingeschreven', ATTENDED: 'Aanwezig', NO_SHOW: 'Niet gekomen', CANCELLED: 'Afgemeld' },
    cancelled: 'Vervallen',
    full: 'Vol',
    taken: (count: number, places: number) => `${count} van ${plural('nl', places, 'plek', 'plekken')}`,
    nobody: 'Nog niemand ingeschreven.',
    minutes: (count: number) => `${count} min`,
    with: (name: string) => `met ${name}`,
    noEmployee: 'Geen coach',
    noHistory: 'Nog geen lessen',
    noHistoryHint: 'Inschrijvingen verschijnen hier met aanwezig, niet gekomen of afgemeld.',
    when: 'Wanneer',
    presence: 'Aanwezigheid',
  },
});
