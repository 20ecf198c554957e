// How answers are kept: by id, pages by their arguments, growing lists appended.
import { InMemoryCache, type FieldMergeFunction, type FieldPolicy, type StoreObject } from '@apollo/client';

export function createCache(): InMemoryCache {
  return new InMemoryCache({
    typePolicies: {
      // Values without a life of their own belong to the object that holds them.
      Money: { keyFields: false },
      CarriedTag: { keyFields: false },
      Receipt: { keyFields: ['number'] },
      NotificationRule: { keyFields: ['rule'], fields: { parameters: { merge: false } } },
      // One per gym.
      GymSettings: { keyFields: [] },
      StripeSettings: { keyFields: [], fields: { differences: { merge: false } } },
      Contact: { merge: true },
      VisitStatistics: { merge: true },
      AttachmentStorage: { merge: true },
      PaymentDetails: { merge: true },
      Query: {
        fields: {
          member: {
            read: (existing, { args, toReference }) => existing ?? toReference({ __typename: 'Member', id: args?.id }),
          },
          changes: appended(['subjects', 'employeeId', 'memberId', 'from', 'until']),
          tags: { merge: false },
          weekSessions: { merge: false },
          scheduleSlots: { merge: false },
          checklistTemplates: { merge: false },
          apiTokens: { merge: false },
          shopItems: { merge: false },
          shopCategories: { merge: false },
        },
      },
      Session: { fields: { registrations: { merge: false }, waitingList: { merge: false } } },
      Employee: {
        fields: {
          openNotifications: { merge: false },
          checklists: { merge: false },
          dueCheckups: { merge: false },
        },
      },
      Member: {
        fields: {
          notes: appended([]),
          notifications: appended(['status']),
          benchmarkResults: appended(['query']),
          // Apart by size: a live update of the overview's few must not shorten the list of all that stands open.
          purchases: appended(['first', 'filter']),
          outstandingByMonth: { merge: false },
          tags: { merge: mergedById },
          timeline: refreshed(['kinds']),
          openNotifications: { merge: false },
          checklists: { merge: false },
          attachments: { merge: false },
          subscriptions: { merge: false },
        },
      },
    },
  });
}

interface Connection {
  nodes?: readonly unknown[];
  edges?: readonly unknown[];
  [field: string]: unknown;
}

/** A connection asked for again with `after` continues the list it had; asked for from the start it replaces it. */
function appended(keyArgs: string[]): FieldPolicy<Connection | null> {
  return {
    keyArgs,
    merge(existing, incoming, { args }) {
      if (!existing || !incoming || !args?.after) return incoming;
      return {
        ...existing,
        ...incoming,
        ...(incoming.nodes && { nodes: [...(existing.nodes ?? []), ...incoming.nodes] }),
        ...(incoming.edges && { edges: [...(existing.edges ?? []), ...incoming.edges] }),
      };
    },
  };
}

/** As `appended`, but a first page read again keeps what was shown below it, as long as the two meet. */
function refreshed(keyArgs: string[]): FieldPolicy<Connection | null> {
  const policy = appended(keyArgs);
  return {
    keyArgs,
    merge(existing, incoming, options) {
      if (existing?.nodes && incoming?.nodes && !options.args?.after) {
        const last = JSON.stringify(incoming.nodes.at(-1));
        const met = existing.nodes.findIndex((node) => JSON.stringify(node) === last);
        const rest = met < 0 ? [] : existing.nodes.slice(met + 1);
        if (rest.length > 0) return { ...existing, nodes: [...incoming.nodes, ...rest] };
      }
      return typeof policy.merge === 'function' ? policy.merge(existing, incoming, options) : incoming;
    },
  };
}

/** A list of values that belong to their holder: one screen asking for less of them takes nothing from another. */
const mergedById: FieldMergeFunction<readonly StoreObject[] | null> = (existing, incoming, { mergeObjects }) =>
  incoming?.map((item) => {
    const known = existing?.find(({ id }) => id === item.id);
    return known ? (mergeObjects(known, item) as StoreObject) : item;
  }) ?? null;
