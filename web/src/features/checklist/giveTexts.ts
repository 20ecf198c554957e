// The words of whose a checklist is.
import { defineTexts } from '../../i18n/text';

export const giveTexts = defineTexts({
  en: {
    giveTitle: (name: string) => `Who does ${name}?`,
    linkedEmployee: 'The linked employee',
    narrow: 'Search employees',
    nobodyLike: (typed: string) => `Nobody is called “${typed}”`,
    givenTo: (name: string, who: string) => `${name} given to ${who}`,
    givenBack: (name: string) => `${name} is for the linked employee again`,
    notGiven: 'The checklist was not given to anybody else.',
  },
  nl: {
    giveTitle: (name: string) => `Wie doet ${name}?`,
    linkedEmployee: 'De gekoppelde medewerker',
    narrow: 'Zoek medewerkers',
    nobodyLike: (typed: string) => `Niemand heet “${typed}”`,
    givenTo: (name: string, who: string) => `${name} gegeven aan ${who}`,
    givenBack: (name: string) => `${name} is weer voor de gekoppelde medewerker`,
    notGiven: 'De checklist is niet aan iemand anders gegeven.',
  },
});
