// Search a member and register them; what the server refuses is said with what can be done instead.
import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { memberSearchTexts } from '../../../features/member-search/messages';
import { useMemberSearch } from '../../../features/member-search/useMemberSearch';
import { refusalTexts } from '../../../features/registration/refusalTexts';
import { RefusalPanel } from '../../../features/registration/RefusalPanel';
import { useRegister, type Refused, type Ways } from '../../../features/registration/useRoster';
import { CancelRegistrationDocument } from '../../../features/registration/Roster.generated';
import type { Money } from '../../../format/money';
import { useFormat } from '../../../format/useFormat';
import { useErrorText } from '../../../graphql/useErrorText';
import { useText } from '../../../i18n/text';
import { Button } from '../../../ui/Button';
import { ChoiceList } from '../../../ui/ChoiceList';
import { Dialog } from '../../../ui/Dialog';
import { uiTexts } from '../../../ui/messages';
import { showToast } from '../../../ui/toasts';

interface AddMemberDialogProps {
  session: { id: string; registrations?: readonly { member?: { id: string } | null }[] | null };
  refused: Refused | null;
  onRefused: (refused: Refused | null) => void;
  onClose: () => void;
}

export function AddMemberDialog({ session, refused, onRefused, onClose }: AddMemberDialogProps) {
  const text = useText(refusalTexts);
  const search = useText(memberSearchTexts);
  const sentence = useErrorText();
  const [typed, setTyped] = useState('');
  const { members, error, isSearching } = useMemberSearch(typed);
  const adding = useAdding(session.id, onRefused, onClose);
  const registered = new Set(session.registrations?.map(({ member }) => member?.id));
  const isNothing = typed.trim() !== '' && !isSearching && !error && members.length === 0;
  const problem = adding.error ?? (error ? sentence(error) : isNothing ? search.nobody(typed.trim()) : undefined);
  return (
    <Dialog
      open
      title={text.title}
      onClose={onClose}
      footer={refused && <Button onClick={() => onRefused(null)}>{text.another}</Button>}
    >
      {refused ? (
        <RefusalPanel
          refused={refused}
          isBusy={adding.isBusy}
          error={adding.error}
          onRegister={(ways) => void adding.register(refused.member, ways, refused.singleSessionPrice)}
          onJoin={() => void adding.join(refused)}
        />
      ) : (
        <ChoiceList
          label={search.member}
          placeholder={search.placeholder}
          typed={typed}
          onType={setTyped}
          choices={members.map(({ id, fullName, memberNumber }) => ({
            id,
            label: fullName,
            detail: String(memberNumber),
            isChosen: registered.has(id),
          }))}
          onChoose={(id) => {
            const member = members.find((one) => one.id === id);
            if (member) void adding.register(member);
          }}
          error={problem}
        />
      )}
    </Dialog>
  );
}

interface Person {
  id: string;
  fullName: string;
}

function useAdding(sessionId: string, onRefused: (refused: Refused | null) => void, onClose: () => void) {
  const text = useText(refusalTexts);
  const ui = useText(uiTexts);
  const format = useFormat();
  const client = useApolloClient();
  const sentence = useErrorText();
  const navigate = useNavigate();
  const { register, join } = useRegister(sessionId);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);

  const during = async (work: () => Promise<void>) => {
    if (isBusy) return;
    setBusy(true);
    setError(null);
    try {
      await work();
    } catch (reason) {
      setError(sentence(reason));
    }
    setBusy(false);
  };
  const takeBack = (id: string) =>
    client
      .mutate({ mutation: CancelRegistrationDocument, variables: { input: { id } } })
      .catch((reason: unknown) => showToast({ kind: 'error', text: `${ui.undoFailed} ${sentence(reason)}` }));
  return {
    isBusy,
    error,
    register: (member: Person, ways?: Ways, price?: Money | null) =>
      during(async () => {
        const answer = await register(member.id, ways);
        if (answer.__typename === 'RegistrationRefused') return onRefused(answer);
        const { registration, purchase } = answer;
        // What must be paid at once goes on to its QR code.
        if (purchase?.paymentMethod === 'STRIPE_CHECKOUT')
          void navigate(`?dialog=checkout&member=${member.id}&purchase=${purchase.id}`, {
            replace: true,
            state: { isOverlay: true },
          });
        else onClose();
        showToast({
          kind: 'success',
          text:
            ways?.payWith === 'SINGLE_SESSION' && price
              ? text.sold(member.fullName, format.money(price))
              : text.registered(member.fullName),
          undo: () => void takeBack(registration.id),
        });
      }),
    join: (refused: Refused) =>
      during(async () => {
        const { member, singleSessionPrice } = refused;
        const isPaidBySession = singleSessionPrice && refused.reasons.some(({ code }) => code !== 'FULL');
        const again = await join(member.id, isPaidBySession ? 'SINGLE_SESSION' : 'SUBSCRIPTION');
        if (again) return onRefused(again);
        onClose();
        showToast({ kind: 'success', text: text.joined(member.fullName) });
      }),
  };
}
