// The words of the linked employee.
import { defineTexts } from '../../i18n/text';

export const staffTexts = defineTexts({
  en: {
    employee: 'Linked employee',
    nobody: 'Nobody is linked.',
    nobodyHint: 'Nobody gets the notifications and checklists of this member.',
    choose: 'Change the linked employee',
    chooseTitle: (name: string) => `Who looks after ${name}?`,
    none: 'Nobody',
    linked: (name: string) => `${name} is linked.`,
    unlinked: 'Nobody is linked any more.',
    failed: 'The link was not changed.',
    narrow: 'Find an employee',
    noneLike: (typed: string) => `Nobody here is called “${typed}”`,
  },
  nl: {
    employee: 'Gekoppelde medewerker',
    nobody: 'Er is niemand gekoppeld.',
    nobodyHint: 'Niemand krijgt de meldingen en checklists van dit lid.',
    choose: 'Gekoppelde medewerker wijzigen',
    chooseTitle: (name: string) => `Wie begeleidt ${name}?`,
    none: 'Niemand',
    linked: (name: string) => `${name} is gekoppeld.`,
    unlinked: 'Er is niemand meer gekoppeld.',
    failed: 'De koppeling is niet gewijzigd.',
    narrow: 'Zoek een medewerker',
    noneLike: (typed: string) => `Niemand hier heet “${typed}”`,
  },
});
