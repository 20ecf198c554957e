// The words of the member app.
import { defineTexts } from '../i18n/text';

export const memberAppTexts = defineTexts({
  en: {
    title: 'Your gym',
    subtitle: 'For members',
    staff: 'I work here',
    hello: (name: string) => `Hello ${name}`,
    gym: 'Your gym',
    memberNumber: 'Member number',
    memberSince: 'Member since',
    email: 'E-mail address',
    unknown: 'not given',
    followsTitle: 'More is on its way',
    follows:
      'Booking sessions, your subscription, your results and your own details will get their place here. Until then your gym helps you at the desk.',
    staffNote: (gym: string) => `You are signed in as staff of ${gym}. The dashboard is your place.`,
    toDashboard: 'To the dashboard',
    changePassword: 'Change password',
    signOut: 'Sign out',
    loading: 'Loading',
  },
  nl: {
    title: 'Jouw gym',
    subtitle: 'Voor leden',
    staff: 'Ik werk hier',
    hello: (name: string) => `Hallo ${name}`,
    gym: 'Jouw gym',
    memberNumber: 'Lidnummer',
    memberSince: 'Lid sinds',
    email: 'E-mailadres',
    unknown: 'niet opgegeven',
    followsTitle: 'Er komt meer aan',
    follows:
      'Lessen boeken, je abonnement, je resultaten en je eigen gegevens krijgen hier hun plek. Tot die tijd helpt je gym je aan de balie.',
    staffNote: (gym: string) => `Je bent ingelogd als medewerker van ${gym}. Het dashboard is jouw plek.`,
    toDashboard: 'Naar het dashboard',
    changePassword: 'Wachtwoord wijzigen',
    signOut: 'Uitloggen',
    loading: 'Laden',
  },
});
