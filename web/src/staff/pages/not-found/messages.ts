// The words of the page that is not there.
import { defineTexts } from '../../../i18n/text';

export const notFoundTexts = defineTexts({
  en: {
    title: 'This page does not exist',
    hint: 'The address may be old or mistyped. Search with / or go to the members.',
    members: 'To the members',
  },
  nl: {
    title: 'Deze pagina bestaat niet',
    hint: 'Het adres is misschien oud of verkeerd getypt. Zoek met / of ga naar de leden.',
    members: 'Naar de leden',
  },
});
