// What to say when something failed as a whole. What the server refuses by name is in reasonTexts.ts.
import { defineTexts } from '../i18n/text';

export const errorTexts = defineTexts({
  en: {
    connection: 'There is no connection to the server. Nothing was lost: try again in a moment.',
    unexpected: 'Something went wrong on the server. Try again; if it stays, tell your administrator.',
    forbidden: 'Your role does not allow this. Ask an administrator of your gym.',
    notFound: 'This no longer exists, or belongs to another gym.',
  },
  nl: {
    connection: 'Er is geen verbinding met de server. Er is niets verloren: probeer het zo meteen opnieuw.',
    unexpected: 'Er ging iets mis op de server. Probeer het opnieuw; blijft het zo, zeg het dan tegen je beheerder.',
    forbidden: 'Je rol staat dit niet toe. Vraag een beheerder van je gym.',
    notFound: 'Dit bestaat niet meer, of hoort bij een andere gym.',
  },
});
