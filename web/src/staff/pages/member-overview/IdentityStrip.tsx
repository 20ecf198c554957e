// Who this is, and the four answers a coach looks for first. It stays in sight while the page scrolls.
import type { ReactNode } from 'react';
import { Badge, type Tone } from '../../../ui/Badge';
import { useFormat } from '../../../format/useFormat';
import { useText } from '../../../i18n/text';
import { OutstandingAmount } from '../../../features/shop/OutstandingAmount';
import { subscriptionTexts } from '../../../features/subscription/messages';
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
      <div className={styles.identity}>
        <h1 className={styles.name}>{member.fullName}</h1>
        <span className={`${styles.number} figures`}>{text.number(member.memberNumber)}</span>
        {member.status && <Badge tone={tones[member.status]}>{subscriptionText.member[member.status]}</Badge>}
        <div className={styles.actions}>{actions}</div>
      </div>
      {tags}
      <Facts member={member} />
    </header>
  );
}

function Facts({ member }: { member: Member }) {
  const text = useText(overviewTexts);
  const last = member.visitStatistics?.lastVisit?.session;
  const next = member.visitStatistics?.nextRegistration?.session;
  return (
    <dl className={styles.facts} aria-label={text.facts}>
      <Fact term={text.subscription}>
        <SubscriptionFact member={member} />
      </Fact>
      <Fact term={text.outstanding}>
        <OutstandingAmount member={member} />
      </Fact>
      <Fact term={text.lastVisit}>{last ? <SessionFact session={last} isRelative /> : text.never}</Fact>
      <Fact term={text.nextSession}>{next ? <SessionFact session={next} /> : text.noneAhead}</Fact>
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
  const text = useText(overviewTexts);
  const subscriptionText = useText(subscriptionTexts);
  const format = useFormat();
  const { subscriptions } = member;
  const shown =
    subscriptions?.find(({ status }) => status === 'ACTIVE') ??
    subscriptions?.find(({ status }) => status === 'PENDING');
  if (!shown) return subscriptionText.member[member.status ?? 'PROSPECT'];
  const limit =
    shown.status === 'PENDING'
      ? text.from(format.day(shown.startsOn))
      : shown.endsOn && text.until(format.day(shown.endsOn));
  return (
    <>
      {shown.type.name}
      {limit && <span className={styles.detail}>{limit}</span>}
    </>
  );
}

interface Session {
  startsAt: string;
  type: { name: string };
}

function SessionFact({ session, isRelative }: { session: Session; isRelative?: boolean }) {
  const format = useFormat();
  return (
    <>
      <time dateTime={session.startsAt}>
        {isRelative
          ? format.relativeDayOf(session.startsAt)
          : `${format.dayOf(session.startsAt, 'weekday')} ${format.time(session.startsAt)}`}
      </time>
      <span className={styles.detail}>{session.type.name}</span>
    </>
  );
}
