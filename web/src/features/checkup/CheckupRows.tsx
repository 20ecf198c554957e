// The check-up that was and the one to come.
import type { Action } from '../../actions/Action';
import { ActionIconButton } from '../../actions/ActionButton';
import { useFormat } from '../../format/useFormat';
import { useText } from '../../i18n/text';
import { FactRow } from '../../ui/FactRow';
import type { CheckupRows_MemberFragment } from './CheckupRows.generated';
import { checkupTexts } from './messages';

export function CheckupRows({
  member: { previousCheckup, nextCheckup },
  plan,
}: {
  member: CheckupRows_MemberFragment;
  plan: Action;
}) {
  const text = useText(checkupTexts);
  const format = useFormat();
  return (
    <>
      <FactRow term={text.next} action={<ActionIconButton action={plan} />}>
        {nextCheckup ? format.dateTime(nextCheckup.startsAt) : text.nonePlanned}
      </FactRow>
      <FactRow term={text.previous}>{previousCheckup ? format.dayOf(previousCheckup.startsAt) : text.none}</FactRow>
    </>
  );
}
