// The words of marks that wait for the server, or did not come through.
import { defineTexts } from '../../i18n/text';
import { plural } from '../../i18n/plural';

export const attendanceTexts = defineTexts({
  en: {
    region: 'Attendance that is not saved yet',
    waiting: (count: number) => `${plural('en', count, 'mark', 'marks')} waiting for a connection`,
    kept: (count: number) =>
      `${plural('en', count, 'mark', 'marks')} of attendance kept on this device, to be sent when there is a connection.`,
    refused: (count: number) => `${plural('en', count, 'mark', 'marks')} not saved`,
    dismiss: 'I have seen it',
    toSession: 'To the session',
    refusals: {
      SUPERSEDED: 'somebody marked it later, and that counts',
      REGISTRATION_CANCELLED: 'no longer registered',
      SESSION_CANCELLED: 'the session is cancelled',
      TOO_EARLY: 'the session is on a later day',
      CLOCK_AHEAD: 'the clock of this device is ahead: set it right, and mark again',
      REJECTED: 'the server did not take it: look at the session, and mark again',
    },
    statuses: { REGISTERED: 'mark taken away', ATTENDED: 'present', NO_SHOW: 'no-show' },
    signOutTitle: 'Attendance is not saved yet',
    signOutWarning: (count: number) =>
      `${plural('en', count, 'mark', 'marks')} not saved yet. Signing out throws that away.`,
    stay: 'Stay, and let them be sent',
    signOut: 'Throw away and sign out',
  },
  nl: {
    region: 'Aanwezigheid die nog niet is opgeslagen',
    waiting: (count: number) => `${plural('nl', count, 'teken wacht', 'tekens wachten')} op verbinding`,
    kept: (count: number) =>
      `${plural('nl', count, 'teken', 'tekens')} van aanwezigheid op dit apparaat bewaard, om te versturen zodra er verbinding is.`,
    refused: (count: number) => `${plural('nl', count, 'teken', 'tekens')} niet opgeslagen`,
    dismiss: 'Ik heb het gezien',
    toSession: 'Naar de les',
    refusals: {
      SUPERSEDED: 'iemand gaf later iets anders aan, en dat telt',
      REGISTRATION_CANCELLED: 'niet meer ingeschreven',
      SESSION_CANCELLED: 'de les vervalt',
      TOO_EARLY: 'de les is op een latere dag',
      CLOCK_AHEAD: 'de klok van dit apparaat loopt voor: zet hem goed, en geef het opnieuw aan',
      REJECTED: 'de server nam het niet aan: bekijk de les, en geef het opnieuw aan',
    },
    statuses: { REGISTERED: 'teken weggehaald', ATTENDED: 'aanwezig', NO_SHOW: 'niet gekomen' },
    signOutTitle: 'Aanwezigheid is nog niet opgeslagen',
    signOutWarning: (count: number) =>
      `${plural('nl', count, 'teken is', 'tekens zijn')} nog niet opgeslagen. Uitloggen gooit dat weg.`,
    stay: 'Blijven, en laten versturen',
    signOut: 'Weggooien en uitloggen',
  },
});
