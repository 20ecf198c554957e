// The examples, in the order of the list. Their variables are filled with what the gym really has, so that each runs as it is.
import addNote from './examples/add-note.graphql?raw';
import addTag from './examples/add-tag.graphql?raw';
import apiTokens from './examples/api-tokens.graphql?raw';
import createApiToken from './examples/create-api-token.graphql?raw';
import memberList from './examples/member-list.graphql?raw';
import memberOverview from './examples/member-overview.graphql?raw';
import memberSearch from './examples/member-search.graphql?raw';
import notesAndNotifications from './examples/notes-and-notifications.graphql?raw';
import planCheckup from './examples/plan-checkup.graphql?raw';
import scheduleNotification from './examples/schedule-notification.graphql?raw';
import sessionHistory from './examples/session-history.graphql?raw';
import todaysSessions from './examples/todays-sessions.graphql?raw';
import viewer from './examples/viewer.graphql?raw';
import visitTrend from './examples/visit-trend.graphql?raw';
import watchMember from './examples/watch-member.graphql?raw';
import type { Known } from './known.ts';

export interface Example {
  title: string;
  query: string;
  variables?: (known: Known) => object;
}

const ofMember = ({ memberId }: Known) => ({ id: memberId });

export const examples: Example[] = [
  { title: 'Member overview', query: memberOverview, variables: ofMember },
  { title: 'Who am I', query: viewer },
  { title: 'Search members', query: memberSearch, variables: ({ memberName }) => ({ query: memberName }) },
  {
    title: 'List members by filter',
    query: memberList,
    variables: () => ({ filter: { status: ['ACTIVE'] }, sort: { by: 'JOINED_ON', direction: 'DESC' }, page: 1 }),
  },
  { title: 'Session history', query: sessionHistory, variables: ofMember },
  { title: 'Visits and trend', query: visitTrend, variables: ofMember },
  { title: 'Notes and notifications', query: notesAndNotifications, variables: ofMember },
  { title: 'Sessions of today', query: todaysSessions },
  { title: 'Add a tag', query: addTag, variables: ({ memberId, tagId }) => ({ input: { memberId, tagId } }) },
  {
    title: 'Schedule a notification',
    query: scheduleNotification,
    variables: ({ memberId, inAWeek }) => ({
      input: { memberId, dueOn: inAWeek, message: 'Ask how the shoulder is doing' },
    }),
  },
  {
    title: 'Add a note',
    query: addNote,
    variables: ({ memberId }) => ({ input: { memberId, text: 'Wants to row 2 km under 8 minutes.' } }),
  },
  {
    title: 'Plan a check-up',
    query: planCheckup,
    variables: ({ memberId, inAWeek }) => ({ input: { memberId, on: inAWeek, at: '10:00' } }),
  },
  { title: 'API tokens', query: apiTokens },
  {
    title: 'Create an API token',
    query: createApiToken,
    variables: ({ inAWeek }) => ({ input: { name: 'Trying it out', scope: 'READ', expiresOn: inAWeek } }),
  },
  { title: 'Watch a member live', query: watchMember, variables: ofMember },
];

export function operationOf({ query }: Example): string {
  return /^(?:query|mutation|subscription) (\w+)/m.exec(query)?.[1] ?? '';
}

export function variablesOf(example: Example, known: Known): string {
  return example.variables ? `${JSON.stringify(example.variables(known), null, 2)}\n` : '';
}
