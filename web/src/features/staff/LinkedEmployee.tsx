// Who looks after the member; said clearly when it is nobody.
import type { Action } from '../../actions/Action';
import { ActionIconButton } from '../../actions/ActionButton';
import { useText } from '../../i18n/text';
import { FactRow } from '../../ui/FactRow';
import { InlineMessage } from '../../ui/InlineMessage';
import type { LinkedEmployee_MemberFragment } from './LinkedEmployee.generated';
import { staffTexts } from './messages';

export function LinkedEmployee({
  member: { employee },
  choose,
}: {
  member: LinkedEmployee_MemberFragment;
  choose: Action;
}) {
  const text = useText(staffTexts);
  return (
    <FactRow
      term={text.employee}
      action={<ActionIconButton action={choose} />}
      note={!employee && <InlineMessage tone="warning">{text.nobodyHint}</InlineMessage>}
    >
      {employee ? employee.fullName : text.nobody}
    </FactRow>
  );
}
