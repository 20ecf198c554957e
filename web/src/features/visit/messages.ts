// The words of sessions and registrations.
import { defineTexts } from '../../i18n/text';
import { plural } from '../../i18n/plural';

export const visitTexts = defineTexts({
  en: {
    visits: 'Visits',
    weekOf: (day: string, count: number) => `Week of ${day}: ${plural('en', count, 'visit', 'visits')}`,
    soFar: 'so far',
    bars: (total: number) => `Visits per week in the last 12 weeks, ${total} in all`,
    perWeek: 'Per week',
    inWeeks: (total: number, weeks: number) => `${plural('en', total, 'visit', 'visits')} in ${weeks} weeks`,
    barsRule:
      'Each bar is a week, Monday to Sunday on the gym’s calendar, with the number of visits above it. The last one is the current week, so far. Cancelled sessions and no-shows are not visits.',
    average: 'Average per week',
    trend: 'Trend',
    trends: { UP: 'Coming more often', STEADY: 'Steady', DOWN: 'Coming less often' },
    tooEarly: 'Too early to say',
    lastVisit: 'Last visit',
    never: 'Never yet',
    nextSession: 'Next session',
    noneAhead: 'None registered',
    lastVisitRule: 'The latest session at which the member was present. A no-show is not a visit.',
    nextSessionRule: 'The first session ahead that the member is registered for, cancelled sessions left out.',
    averageOf: (visits: number, weeks: number, from: string) =>
      `${plural('en', visits, 'visit', 'visits')} in the last ${plural('en', weeks, 'complete week', 'complete weeks')}, divided by ${weeks}. Weeks count from ${from}, the start of the first subscription. The current week is left out; a no-show is not a visit.`,
    averageNone:
      'There is no average before one complete week (Monday to Sunday) since the start of the first subscription.',
    trendOf: (recentWeeks: number, recent: string, earlierWeeks: number, earlier: string, threshold: string) =>
      `The last ${recentWeeks} complete weeks: ${recent} visits a week. The ${plural('en', earlierWeeks, 'week', 'weeks')} before: ${earlier}. A difference of ${threshold} or more counts as a change.`,
    trendNone: 'A trend needs six complete weeks since the start of the first subscription.',
    history: 'Session history',
    noVisits: 'No visits yet.',
    noVisitsHint: 'They appear here once the member has been present at a session.',
    unavailable: 'The visits could not be read.',
    session: 'Session',
    group: 'This member',
  },
  nl: {
    visits: 'Bezoeken',
    weekOf: (day: string, count: number) => `Week van ${day}: ${plural('nl', count, 'bezoek', 'bezoeken')}`,
    soFar: 'tot nu toe',
    bars: (total: number) => `Bezoeken per week in de afgelopen 12 weken, samen ${total}`,
    perWeek: 'Per week',
    inWeeks: (total: number, weeks: number) => `${plural('nl', total, 'bezoek', 'bezoeken')} in ${weeks} weken`,
    barsRule:
      'Elke staaf is een week, maandag tot en met zondag op de kalender van de gym, met het aantal bezoeken erboven. De laatste is de lopende week, tot nu toe. Afgemelde lessen en lessen waar het lid niet kwam zijn geen bezoek.',
    average: 'Gemiddeld per week',
    trend: 'Trend',
    trends: { UP: 'Komt vaker', STEADY: 'Gelijkmatig', DOWN: 'Komt minder vaak' },
    tooEarly: 'Nog niet te zeggen',
    lastVisit: 'Laatste bezoek',
    never: 'Nog nooit',
    nextSession: 'Volgende les',
    noneAhead: 'Geen gepland',
    lastVisitRule: 'De laatste les waar het lid aanwezig was. Niet gekomen is geen bezoek.',
    nextSessionRule: 'De eerstvolgende les waarvoor het lid is ingeschreven; vervallen lessen tellen niet mee.',
    averageOf: (visits: number, weeks: number, from: string) =>
      `${plural('nl', visits, 'bezoek', 'bezoeken')} in de laatste ${plural('nl', weeks, 'volle week', 'volle weken')}, gedeeld door ${weeks}. Weken tellen vanaf ${from}, het begin van het eerste abonnement. De lopende week telt niet mee; niet gekomen is geen bezoek.`,
    averageNone:
      'Er is pas een gemiddelde na één volle week (maandag tot en met zondag) sinds het begin van het eerste abonnement.',
    trendOf: (recentWeeks: number, recent: string, earlierWeeks: number, earlier: string, threshold: string) =>
      `De laatste ${recentWeeks} volle weken: ${recent} bezoeken per week. De ${plural('nl', earlierWeeks, 'week', 'weken')} daarvoor: ${earlier}. Een verschil van ${threshold} of meer telt als verandering.`,
    trendNone: 'Een trend vraagt zes volle weken sinds het begin van het eerste abonnement.',
    history: 'Lesgeschiedenis',
    noVisits: 'Nog geen bezoeken.',
    noVisitsHint: 'Ze verschijnen hier zodra het lid bij een les aanwezig was.',
    unavailable: 'De bezoeken konden niet worden gelezen.',
    session: 'Les',
    group: 'Dit lid',
  },
});
