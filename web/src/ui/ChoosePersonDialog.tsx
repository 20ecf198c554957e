// A dialog that asks for one person out of a list, which may still be on its way or have failed to come.
import { useState } from 'react';
import { folded } from '../i18n/folded';
import { ChoiceList } from './ChoiceList';
import { Dialog } from './Dialog';
import { EmptyState } from './EmptyState';
import { ErrorState } from './ErrorState';
import { SkeletonLines } from './Skeleton';

interface ChoosePersonDialogProps {
  title: string;
  /** Of the field that narrows the list. */
  label: string;
  /** Undefined while they are being read. */
  people: readonly { id: string; label: string }[] | undefined;
  /** Who it is now. */
  chosen: string | undefined;
  noneLike: (typed: string) => string;
  /** Why they could not be read. */
  failure: string | undefined;
  onRetry: () => void;
  /** Somebody else than it is now. */
  onChoose: (id: string) => void;
  onClose: () => void;
}

export function ChoosePersonDialog({
  title,
  label,
  people,
  chosen,
  noneLike,
  failure,
  onRetry,
  onChoose,
  onClose,
}: ChoosePersonDialogProps) {
  const [typed, setTyped] = useState('');
  const choices = (people ?? [])
    .filter((person) => folded(person.label).includes(folded(typed)))
    .map((person) => ({ ...person, isChosen: person.id === chosen }));
  const choose = (id: string) => {
    if (id !== chosen) onChoose(id);
    onClose();
  };
  const isComing = !people && !failure;
  return (
    <Dialog open title={title} onClose={onClose}>
      <ChoiceList
        label={label}
        hideLabel
        isComing={isComing}
        typed={typed}
        onType={setTyped}
        choices={choices}
        onChoose={choose}
      >
        {failure && !people && <ErrorState message={failure} onRetry={onRetry} />}
        {isComing && <SkeletonLines lines={4} />}
        {people && choices.length === 0 && <EmptyState icon="person" title={noneLike(typed)} />}
      </ChoiceList>
    </Dialog>
  );
}
