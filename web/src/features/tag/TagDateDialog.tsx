// Until which day a tag counts for a member: one that is put on now, or one that they carry.
import { useState } from 'react';
import { useFormat } from '../../format/useFormat';
import { useText } from '../../i18n/text';
import { Button } from '../../ui/Button';
import { DateField } from '../../ui/DateField';
import { Dialog } from '../../ui/Dialog';
import { tagDialogTexts } from './dialogTexts';
import type { MemberTags_MemberFragment, MemberTags_TagFragment } from './MemberTags.generated';
import { useTagMember } from './useTagMember';

interface TagDateDialogProps {
  member: MemberTags_MemberFragment;
  tag: MemberTags_TagFragment;
  onViews: (() => void) | null;
  onBack: (() => void) | null;
  onClose: () => void;
}

export function TagDateDialog({ member, tag, onViews, onBack, onClose }: TagDateDialogProps) {
  const text = useText(tagDialogTexts);
  const format = useFormat();
  const { add, date } = useTagMember(member);
  const [day, setDay] = useState(tag.expiresOn ?? '');
  const [error, setError] = useState<string>();
  const isCarried = member.tags?.some(({ id }) => id === tag.id);

  const submit = () => {
    const expiresOn = day || null;
    if (expiresOn !== null && expiresOn < format.today()) return setError(text.passed);
    if (!isCarried) void add({ ...tag, expiresOn });
    else if (expiresOn !== tag.expiresOn) void date(tag, expiresOn);
    onClose();
  };
  return (
    <Dialog
      open
      title={tag.name}
      onClose={onClose}
      onSubmit={submit}
      footer={
        <>
          <Button onClick={onBack ?? onClose}>{onBack ? text.back : text.cancel}</Button>
          <Button type="submit" variant="primary">
            {isCarried ? text.save : text.add}
          </Button>
        </>
      }
    >
      <DateField
        label={text.lastDay}
        description={`${text.lastDayHint} ${text.noLastDay}`}
        min={format.today()}
        value={day}
        error={error}
        onChange={setDay}
        autoFocus
      />
      {onViews && (
        <p>
          <Button variant="quiet" icon="shield" onClick={onViews}>
            {text.whoLooked}
          </Button>
        </p>
      )}
    </Dialog>
  );
}
