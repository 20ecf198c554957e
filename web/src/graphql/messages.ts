// Our words for what the server refuses, by its stable reasons; what is not listed is shown as the server said it.
import { defineTexts } from '../i18n/text';

export const errorTexts = defineTexts({
  en: {
    connection: 'There is no connection to the server. Nothing was lost: try again in a moment.',
    unexpected: 'Something went wrong on the server. Try again; if it stays, tell your administrator.',
    forbidden: 'Your role does not allow this. Ask an administrator of your gym.',
    notFound: 'This no longer exists, or belongs to another gym.',
    reasons: {
      REQUIRED: 'This is required.',
      BLANK: 'This is required.',
      TOO_LONG: 'This is too long.',
      TOO_SHORT: 'This is too short.',
      TAKEN: 'This is already in use.',
      NOT_IN_FUTURE: 'Choose a date in the future.',
      INVALID: 'This is not valid.',
    },
  },
  nl: {
    connection: 'Er is geen verbinding met de server. Er is niets verloren: probeer het zo meteen opnieuw.',
    unexpected: 'Er ging iets mis op de server. Probeer het opnieuw; blijft het zo, zeg het dan tegen je beheerder.',
    forbidden: 'Je rol staat dit niet toe. Vraag een beheerder van je gym.',
    notFound: 'Dit bestaat niet meer, of hoort bij een andere gym.',
    reasons: {
      REQUIRED: 'Dit is verplicht.',
      BLANK: 'Dit is verplicht.',
      TOO_LONG: 'Dit is te lang.',
      TOO_SHORT: 'Dit is te kort.',
      TAKEN: 'Dit is al in gebruik.',
      NOT_IN_FUTURE: 'Kies een datum in de toekomst.',
      INVALID: 'Dit is niet geldig.',
    },
  },
});
