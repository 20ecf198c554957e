// The words of the sign-in, for the staff and for members.
import { defineTexts } from '../../i18n/text';
import { plural } from '../../i18n/plural';

export const accountTexts = defineTexts({
  en: {
    title: 'Sign in',
    email: 'E-mail address',
    password: 'Password',
    submit: 'Sign in',
    missing: 'Fill this in.',
    wrong: 'This e-mail address and password do not belong together.',
    throttled: (seconds: number) =>
      seconds > 90
        ? `Too many attempts. Try again in ${plural('en', Math.ceil(seconds / 60), 'minute', 'minutes')}.`
        : `Too many attempts. Try again in ${plural('en', seconds, 'second', 'seconds')}.`,
    waiting: (seconds: number) => `Wait ${plural('en', seconds, 'second', 'seconds')}`,
  },
  nl: {
    title: 'Inloggen',
    email: 'E-mailadres',
    password: 'Wachtwoord',
    submit: 'Inloggen',
    missing: 'Vul dit in.',
    wrong: 'Dit e-mailadres en wachtwoord horen niet bij elkaar.',
    throttled: (seconds: number) =>
      seconds > 90
        ? `Te veel pogingen. Probeer het over ${plural('nl', Math.ceil(seconds / 60), 'minuut', 'minuten')} opnieuw.`
        : `Te veel pogingen. Probeer het over ${plural('nl', seconds, 'seconde', 'seconden')} opnieuw.`,
    waiting: (seconds: number) => `Wacht ${plural('nl', seconds, 'seconde', 'seconden')}`,
  },
});
