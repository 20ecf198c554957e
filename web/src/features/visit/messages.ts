// The words of sessions and registrations.
import { defineTexts } from '../../i18n/text';
import { plural } from '../../i18n/plural';

export const visitTexts = defineTexts({
  en: {
    status: { REGISTERED: 'Registered', ATTENDED: 'Present', NO_SHOW: 'No-show', CANCELLED: 'Cancelled' },
    cancelled: 'Cancelled',
    full: 'Full',
    taken: (count: number, places: number) => `${count} of ${plural('en', places, 'place', 'places')}`,
    nobody: 'Nobody has registered yet.',
    minutes: (count: number) => `${count} min`,
    with: (name: string) => `with ${name}`,
    noEmployee: 'No coach',
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
  },
});
