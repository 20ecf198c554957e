// The words of check-ups that are due.
import { defineTexts } from '../../i18n/text';

export const dueTexts = defineTexts({
  en: {
    at: (when: string) => `Planned ${when}`,
    last: (day: string) => `Last one ${day}`,
    never: 'Never had one',
    complete: (name: string) => `Check-up with ${name} done`,
    plan: 'Plan',
    planWith: (name: string) => `Plan a check-up with ${name}`,
  },
  nl: {
    at: (when: string) => `Gepland ${when}`,
    last: (day: string) => `Laatste ${day}`,
    never: 'Nog nooit gehad',
    complete: (name: string) => `Check-up met ${name} gedaan`,
    plan: 'Plannen',
    planWith: (name: string) => `Check-up met ${name} plannen`,
  },
});
