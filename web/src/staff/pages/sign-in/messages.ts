// The words of the staff's door.
import { defineTexts } from '../../../i18n/text';

export const signInTexts = defineTexts({
  en: {
    title: 'Sign in',
    subtitle: 'For the staff of your gym',
    member: 'I am a member',
    signedOut: 'Sign in again to go on where you were.',
  },
  nl: {
    title: 'Inloggen',
    subtitle: 'Voor het team van je gym',
    member: 'Ik ben lid',
    signedOut: 'Log opnieuw in om verder te gaan waar je was.',
  },
});
