// Which member something is about: the one at hand, until another is looked up.
import { useRef, useState, type KeyboardEvent } from 'react';
import { useErrorText } from '../../graphql/useErrorText';
import { useText } from '../../i18n/text';
import { Button } from '../../ui/Button';
import { ChoiceList } from '../../ui/ChoiceList';
import { FactRow } from '../../ui/FactRow';
import { memberSearchTexts } from './messages';
import { useMemberSearch } from './useMemberSearch';

interface FieldMember {
  id: string;
  fullName: string;
}

/** Null: nobody yet, so one is looked up at once. */
export function MemberField({
  value,
  onChange,
}: {
  value: FieldMember | null;
  onChange: (member: FieldMember) => void;
}) {
  const text = useText(memberSearchTexts);
  const sentence = useErrorText();
  const [isChoosing, setChoosing] = useState(value === null);
  const wasChoosing = useRef(false);
  const [typed, setTyped] = useState('');
  const { members, error, isSearching } = useMemberSearch(typed);
  if (!isChoosing && value) {
    return (
      <FactRow
        term={text.member}
        action={
          // Having chosen, one goes on from where one came.
          <Button
            ref={(button) => {
              if (wasChoosing.current) button?.focus();
              wasChoosing.current = false;
            }}
            onClick={() => setChoosing(true)}
          >
            {text.another}
          </Button>
        }
      >
        {value.fullName}
      </FactRow>
    );
  }
  const stop = () => {
    wasChoosing.current = true;
    setChoosing(false);
    setTyped('');
  };
  const choose = (id: string) => {
    const member = members.find((one) => one.id === id);
    if (member) onChange({ id, fullName: member.fullName });
    stop();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !value) return;
    // The dialog around it stays open.
    event.preventDefault();
    stop();
  };
  const isNothing = typed.trim() !== '' && !isSearching && !error && members.length === 0;
  return (
    <div role="presentation" onKeyDown={onKeyDown}>
      <ChoiceList
        label={text.member}
        placeholder={text.placeholder}
        isComing={isSearching}
        typed={typed}
        onType={setTyped}
        choices={members.map(({ id, fullName, memberNumber }) => ({
          id,
          label: fullName,
          detail: String(memberNumber),
          isChosen: id === value?.id,
        }))}
        onChoose={choose}
        error={error ? sentence(error) : isNothing ? text.nobody(typed.trim()) : undefined}
      />
    </div>
  );
}
