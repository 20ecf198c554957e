// Why a member cannot be registered, in exact words, and what can be done about it.
import { defineTexts } from '../../i18n/text';
import { plural } from '../../i18n/plural';

export const refusalTexts = defineTexts({
  en: {
    title: 'Add a member',
    refused: (name: string) => `${name} cannot be registered like this`,
    reasons: {
      FULL: 'The session is full.',
      ALREADY_REGISTERED: 'Is registered for this session already.',
      ALREADY_WAITING: 'Is on the waiting list already.',
      NOT_FULL: 'There are places free: no need to wait.',
      SESSION_CANCELLED: 'The session is cancelled.',
      SESSION_OVER: 'The session is over.',
      NO_SUBSCRIPTION: 'Has no subscription on that day.',
      TYPE_NOT_INCLUDED: (subscription: string) => `${subscription} does not include this type of session.`,
      CALENDAR_NOT_INCLUDED: (subscription: string) => `${subscription} does not include this calendar.`,
      WEEK_LIMIT_REACHED: (limit: number, subscription: string) =>
        `${subscription} allows ${plural('en', limit, 'session', 'sessions')} a week, and that week has them.`,
      NO_CREDITS_LEFT: (limit: number, subscription: string) =>
        `All ${plural('en', limit, 'credit', 'credits')} of ${subscription} are used.`,
      NOT_SOLD_BY_SESSION: 'This type of session is not sold by the session.',
    },
    theSubscription: 'The subscription',
    offered: 'What can be done',
    buy: (price: string) => `Sell this session for ${price}`,
    join: 'Put on the waiting list',
    joinPaid: (price: string) => `Put on the waiting list, for ${price} by the session`,
    letIn: 'Let in anyway',
    overrideReason: 'Why (kept with the registration)',
    overrideMissing: 'Say why.',
    adminsOnly: 'Only administrators let somebody in anyway.',
    nothing: 'There is nothing else to do here: choose another member or another session.',
    another: 'Another member',
    registered: (name: string) => `${name} is registered`,
    sold: (name: string, price: string) => `${name} is registered, session sold for ${price}`,
    joined: (name: string) => `${name} is on the waiting list`,
    failed: (name: string) => `${name} was not registered.`,
    undoRefused: (name: string) => `${name} could not be registered again: the place is gone or the rules refuse it.`,
  },
  nl: {
    title: 'Lid toevoegen',
    refused: (name: string) => `${name} kan zo niet worden ingeschreven`,
    reasons: {
      FULL: 'De les is vol.',
      ALREADY_REGISTERED: 'Is al ingeschreven voor deze les.',
      ALREADY_WAITING: 'Staat al op de wachtlijst.',
      NOT_FULL: 'Er zijn plekken vrij: wachten hoeft niet.',
      SESSION_CANCELLED: 'De les vervalt.',
      SESSION_OVER: 'De les is voorbij.',
      NO_SUBSCRIPTION: 'Heeft die dag geen abonnement.',
      TYPE_NOT_INCLUDED: (subscription: string) => `Dit lestype hoort niet bij ${subscription}.`,
      CALENDAR_NOT_INCLUDED: (subscription: string) => `Deze agenda hoort niet bij ${subscription}.`,
      WEEK_LIMIT_REACHED: (limit: number, subscription: string) =>
        `${subscription} geeft recht op ${plural('nl', limit, 'les', 'lessen')} per week, en die zijn die week vergeven.`,
      NO_CREDITS_LEFT: (limit: number, subscription: string) =>
        `Alle ${plural('nl', limit, 'credit', 'credits')} van ${subscription} zijn gebruikt.`,
      NOT_SOLD_BY_SESSION: 'Dit lestype wordt niet per les verkocht.',
    },
    theSubscription: 'Het abonnement',
    offered: 'Wat er kan',
    buy: (price: string) => `Verkoop deze les voor ${price}`,
    join: 'Op de wachtlijst zetten',
    joinPaid: (price: string) => `Op de wachtlijst zetten, als losse les voor ${price}`,
    letIn: 'Toch toelaten',
    overrideReason: 'Waarom (blijft bij de inschrijving staan)',
    overrideMissing: 'Zeg waarom.',
    adminsOnly: 'Alleen beheerders laten iemand toch toe.',
    nothing: 'Hier is verder niets te doen: kies een ander lid of een andere les.',
    another: 'Ander lid',
    registered: (name: string) => `${name} is ingeschreven`,
    sold: (name: string, price: string) => `${name} is ingeschreven, les verkocht voor ${price}`,
    joined: (name: string) => `${name} staat op de wachtlijst`,
    failed: (name: string) => `${name} is niet ingeschreven.`,
    undoRefused: (name: string) =>
      `${name} kon niet opnieuw worden ingeschreven: de plek is weg of de regels weigeren het.`,
  },
});
