// Registers, removes, puts on the waiting list and takes off it. What the server refuses comes back as a refusal, with what
// it offers instead.
import { useApolloClient } from '@apollo/client/react';
import { useRef } from 'react';
import { newId } from '../../graphql/newId';
import { useErrorText } from '../../graphql/useErrorText';
import type { PayWith } from '../../graphql/schema.generated';
import { useText } from '../../i18n/text';
import { uiTexts } from '../../ui/messages';
import { showToast } from '../../ui/toasts';
import { rosterTexts } from './messages';
import {
  CancelRegistrationDocument,
  JoinWaitingListDocument,
  LeaveWaitingListDocument,
  RegisterMemberDocument,
  type RegisterMemberMutation,
  type Roster_EntryFragment,
  type Roster_RefusalFragment,
} from './Roster.generated';
import type { RosterRow } from './useAttendance';

export type Refused = Roster_RefusalFragment;
type Registered = Extract<RegisterMemberMutation['registerMember'], { __typename: 'MemberRegistered' }>;

export interface Ways {
  payWith?: PayWith;
  singleSessionPriceCents?: number;
  override?: { reason: string };
}

export function useRegister(sessionId: string) {
  const client = useApolloClient();
  // Sent again after a failure it is the same registration: the server may have made the first.
  const ids = useRef(new Map<string, string>());
  const idOf = (what: string) => {
    const id = ids.current.get(what) ?? newId();
    ids.current.set(what, id);
    return id;
  };
  return {
    register: async (memberId: string, ways: Ways = {}): Promise<Registered | Refused> => {
      const key = `${memberId} ${JSON.stringify(ways)}`;
      const input = { id: idOf(key), sessionId, memberId, ...ways };
      const { data } = await client.mutate({ mutation: RegisterMemberDocument, variables: { input } });
      if (!data) throw new Error('The server answered nothing.');
      ids.current.delete(key);
      return data.registerMember;
    },
    join: async (memberId: string, payWith: PayWith): Promise<Refused | null> => {
      const input = { id: idOf(`wait ${memberId}`), sessionId, memberId, payWith };
      const { data } = await client.mutate({ mutation: JoinWaitingListDocument, variables: { input } });
      ids.current.delete(`wait ${memberId}`);
      return data?.joinWaitingList.__typename === 'RegistrationRefused' ? data.joinWaitingList : null;
    },
  };
}

/** What can be taken back says so for ten seconds. */
export function useRemove(sessionId: string, onRefused: (refused: Refused) => void) {
  const client = useApolloClient();
  const text = useText(rosterTexts);
  const ui = useText(uiTexts);
  const sentence = useErrorText();
  const { register, join } = useRegister(sessionId);

  const attempt = async (work: () => Promise<unknown>, failed: string): Promise<void> => {
    try {
      await work();
    } catch (error) {
      const again = { label: ui.retry, run: () => void attempt(work, failed) };
      showToast({ kind: 'error', text: `${failed} ${sentence(error)}`, action: again });
    }
  };
  const putBack = (row: RosterRow) => async () => {
    const { member, paidWith, override } = row;
    if (!member) return;
    const answer = await register(member.id, {
      payWith: paidWith === 'SINGLE_SESSION' ? 'SINGLE_SESSION' : 'SUBSCRIPTION',
      ...(override && { override: { reason: override.reason } }),
    });
    if (answer.__typename === 'RegistrationRefused') onRefused(answer);
  };
  const remove = async (row: RosterRow) => {
    const { data } = await client.mutate({
      mutation: CancelRegistrationDocument,
      variables: { input: { id: row.id } },
    });
    const name = row.member?.fullName ?? '';
    const moved = data?.cancelRegistration.movedUp ?? [];
    const others = moved.map(({ member }) => member?.fullName).join(', ');
    const bought = data?.cancelRegistration.purchase;
    const isPaid = bought && bought.status !== 'CANCELLED';
    const said = others ? text.removedAndMoved(name, others) : text.removed(name);
    const canPutBack = moved.length === 0 && !bought;
    showToast({
      kind: 'success',
      text: isPaid ? `${said}. ${text.purchaseStays}` : said,
      undo: canPutBack ? () => void attempt(putBack(row), ui.undoFailed) : undefined,
    });
  };
  const leave = async (entry: Roster_EntryFragment) => {
    await client.mutate({ mutation: LeaveWaitingListDocument, variables: { input: { id: entry.id } } });
    const { member } = entry;
    const rejoin = async () => {
      const refused = member && (await join(member.id, entry.payWith));
      if (refused) onRefused(refused);
    };
    showToast({
      kind: 'success',
      text: text.left(member?.fullName ?? ''),
      undo: () => void attempt(rejoin, ui.undoFailed),
    });
  };
  return {
    remove: (row: RosterRow) => attempt(() => remove(row), text.notRemoved(row.member?.fullName ?? '')),
    leave: (entry: Roster_EntryFragment) => attempt(() => leave(entry), text.notLeft(entry.member?.fullName ?? '')),
  };
}
