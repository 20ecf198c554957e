// Who this is, and the four answers a coach looks for first. It stays in sight while the page scrolls.
import type { ReactNode } from 'react';
import { Badge, type Tone } from '../../../ui/Badge';
import { useFormat } from '../../../format/useFormat';
import { useText } from '../../../i18n/text';
import { OutstandingAmount } from '../../../features/purchase/OutstandingAmount';
import { subscriptionTexts } from '../../../features/subscription/messages';
import { visitTexts } from '../../../features/visit/messages';
import { LastVisit, NextSession } from '../../../features/visit/SessionFigures';
import type { MemberOverviewQuery } from './MemberOverview.generated';
import styles from './IdentityStrip.module.css';
import { overviewTexts } from './messages';

type Member = NonNullable<MemberOverviewQuery['member']>;

const tones: Record<NonNullable<Member['status']>, Tone> = {
  ACTIVE: 'good',
  PENDING: 'info',
  FORMER: 'neutral',
  PROSPECT: 'warning',
};

interface IdentityStripProps {
  member: Member;
  tags: ReactNode;
  actions: ReactNode;
}

export function IdentityStrip({ member, tags, actions }: IdentityStripProps) {
  const text = useText(overviewTexts);
  const subscriptionText = useText(subscriptionTexts);
  return (
    <header className={styles.strip}>
      <div className={styles.lead}>
        <div className={styles.identity}>
          <h1 className={styles.name}>{member.fullName}</h1>
          <span className={`${styles.number} figures`}>{text.number(member.memberNumber)}</span>
          {member.status && <Badge tone={tones[member.status]}>{subscriptionText.member[member.status]}</Badge>}
        </div>
        <div className={styles.tags}>{tags}</div>
      </div>
      <div className={styles.actions}>{actions}</div>
      <Facts member={member} />
    </header>
  );
}

function Facts({ member }: { member: Member }) {
  const text = useText(overviewTexts);
  const visitText = useText(visitTexts);
  return (
    <dl className={styles.facts} aria-label={text.facts}>
      <Fact term={text.subscription}>
        <SubscriptionFact member={member} />
      </Fact>
      <Fact term={text.outstanding}>
        <OutstandingAmount member={member} />
      </Fact>
      <Fact term={visitText.lastVisit}>
        <LastVisit member={member} />
      </Fact>
      <Fact term={visitText.nextSession}>
        <NextSession member={member} />
      </Fact>
    </dl>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt className={styles.term}>{term}</dt>
      <dd className={styles.value}>{children}</dd>
    </div>
  );
}

function SubscriptionFact({ member }: { member: Member }) {
  const subscriptionText = useText(subscriptionTexts);
  const detail = useSubscriptionDetail();
  const { subscriptions } = member;
  const first = (wanted: Contract['status']) => subscriptions?.find(({ status }) => status === wanted);
  const [active, pending, ended] = [first('ACTIVE'), first('PENDING'), first('ENDED')];
  const shown = active ?? pending ?? ended;
  if (!shown) return subscriptionText.member[member.status ?? 'PROSPECT'];
  return (
    <>
      {shown.type.name}
      <span className={styles.detail}>{detail(active, pending, ended)}</span>
    </>
  );
}

type Contract = NonNullable<Member['subscriptions']>[number];

/** "until 30 November, then Unlimited": the change that lies ahead, or when it ended. */
function useSubscriptionDetail() {
  const text = useText(overviewTexts);
  const format = useFormat();
  return (active?: Contract, pending?: Contract, ended?: Contract): string | null => {
    if (!active && pending) return text.from(format.day(pending.startsOn));
    if (!active) return ended?.endsOn ? text.ended(format.day(ended.endsOn)) : null;
    if (!active.endsOn) return null;
    const until = text.until(format.day(active.endsOn));
    return pending ? `${until}, ${text.then(pending.type.name)}` : until;
  };
}
