// When the member came last and comes next; each says what it counts.
import { useFormat } from '../../format/useFormat';
import { useText } from '../../i18n/text';
import { Explain } from '../../ui/Popover';
import { visitTexts } from './messages';
import type { VisitCard_MemberFragment, VisitCard_RegistrationFragment } from './VisitCard.generated';
import styles from './VisitCard.module.css';

interface SessionFigureProps {
  member: VisitCard_MemberFragment;
}

export function LastVisit({ member }: SessionFigureProps) {
  const text = useText(visitTexts);
  const format = useFormat();
  const visit = member.visitStatistics?.lastVisit;
  return (
    <SessionFigure
      subject={text.lastVisit}
      registration={visit}
      figure={visit ? format.relativeDayOf(visit.session.startsAt) : text.never}
      rule={text.lastVisitRule}
    />
  );
}

export function NextSession({ member }: SessionFigureProps) {
  const text = useText(visitTexts);
  const format = useFormat();
  const next = member.visitStatistics?.nextRegistration;
  return (
    <SessionFigure
      subject={text.nextSession}
      registration={next}
      figure={next ? format.dateTime(next.session.startsAt, 'weekday') : text.noneAhead}
      rule={text.nextSessionRule}
    />
  );
}

interface FigureProps {
  subject: string;
  registration: VisitCard_RegistrationFragment | null | undefined;
  figure: string;
  rule: string;
}

function SessionFigure({ subject, registration, figure, rule }: FigureProps) {
  const format = useFormat();
  return (
    <span className={styles.sessionFigure}>
      <Explain
        subject={subject}
        figure={registration ? <time dateTime={registration.session.startsAt}>{figure}</time> : figure}
      >
        {registration && (
          <p className={styles.exact}>
            {format.dateTime(registration.session.startsAt, 'long')} · {registration.session.type.name}
          </p>
        )}
        <p>{rule}</p>
      </Explain>
      {registration && <span className={styles.kind}>{registration.session.type.name}</span>}
    </span>
  );
}
