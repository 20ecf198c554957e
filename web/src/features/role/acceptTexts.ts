// The words of who opens the link of an invitation.
import { defineTexts } from '../../i18n/text';

export const acceptTexts = defineTexts({
  en: {
    title: 'Invitation',
    welcome: (name: string) => `Welcome, ${name}`,
    invites: { EMPLOYEE: 'invites you to work here.', ADMIN: 'invites you to work here as Admin.' },
    email: 'E-mail address',
    choose: 'Choose a password',
    chooseHint: 'At least 12 characters. A few words in a row are easy to remember.',
    give: 'Password of your account',
    giveHint: 'You sign in to Spotter with this e-mail address already: the password stays the same.',
    missing: 'Fill this in.',
    submit: 'Start',
    goneTitle: 'This link no longer works',
    gone: 'It works once, for seven days, and not after it was taken back. Ask for a new one.',
    signIn: 'Sign in',
  },
  nl: {
    title: 'Uitnodiging',
    welcome: (name: string) => `Welkom, ${name}`,
    invites: { EMPLOYEE: 'nodigt je uit om hier te werken.', ADMIN: 'nodigt je uit om hier als beheerder te werken.' },
    email: 'E-mailadres',
    choose: 'Kies een wachtwoord',
    chooseHint: 'Minstens 12 tekens. Een paar woorden achter elkaar onthoud je makkelijk.',
    give: 'Wachtwoord van je account',
    giveHint: 'Je logt met dit e-mailadres al in bij Spotter: het wachtwoord blijft hetzelfde.',
    missing: 'Vul dit in.',
    submit: 'Beginnen',
    goneTitle: 'Deze link werkt niet meer',
    gone: 'Hij werkt één keer, zeven dagen lang, en niet nadat hij is ingetrokken. Vraag om een nieuwe.',
    signIn: 'Inloggen',
  },
});
