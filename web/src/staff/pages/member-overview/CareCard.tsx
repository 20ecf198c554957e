// Who looks after the member, and their check-ups.
import type { Action } from '../../../actions/Action';
import { CheckupRows } from '../../../features/checkup/CheckupRows';
import { LinkedEmployee } from '../../../features/staff/LinkedEmployee';
import { useText } from '../../../i18n/text';
import { Card } from '../../../ui/Card';
import type { MemberOverviewQuery } from './MemberOverview.generated';
import { overviewTexts } from './messages';

interface CareCardProps {
  member: NonNullable<MemberOverviewQuery['member']>;
  choose: Action;
  plan: Action;
}

export default function CareCard({ member, choose, plan }: CareCardProps) {
  const text = useText(overviewTexts);
  return (
    <Card title={text.care}>
      <LinkedEmployee member={member} choose={choose} />
      <CheckupRows member={member} plan={plan} />
    </Card>
  );
}
