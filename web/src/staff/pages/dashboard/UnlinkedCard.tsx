// Members whom nobody is linked to, for who runs the gym: how many, the latest, and linking in place.
import { useState } from 'react';
import { Link } from 'react-router';
import { useFormat } from '../../../format/useFormat';
import { useText } from '../../../i18n/text';
import { Button } from '../../../ui/Button';
import { ButtonLink } from '../../../ui/ButtonLink';
import { Card } from '../../../ui/Card';
import type { DashboardQuery } from './Dashboard.generated';
import styles from './Dashboard.module.css';
import { GoneRow } from './GoneRow';
import { dashboardTexts } from './messages';
import { NewRowsButton } from './NewRowsButton';
import { useSettled } from './useSettled';
import { later } from '../../../ui/later';

const LinkEmployeeDialog = later(() => import('../../../features/staff/LinkEmployeeDialog'));

type MemberPage = NonNullable<DashboardQuery['members']>;

export function UnlinkedCard({ page, disabledReason }: { page: MemberPage; disabledReason?: string | null }) {
  const text = useText(dashboardTexts);
  const format = useFormat();
  const [linked, setLinked] = useState<MemberPage['items'][number] | null>(null);
  const { rows, newCount, showNew } = useSettled(page.items, '');
  if (page.totalCount === 0 && rows.length === 0) return null;
  return (
    <Card
      title={text.unlinked}
      count={page.totalCount}
      isFlush
      actions={<NewRowsButton count={newCount} onShow={showNew} />}
    >
      <p className={styles.hint}>{text.unlinkedHint}</p>
      <ul className={styles.list}>
        {rows.map(({ row: member, isGone }) =>
          isGone || member.employee ? (
            <GoneRow key={member.id} what={[member.fullName, member.employee?.fullName]} />
          ) : (
            <li key={member.id} className={styles.row} data-row={member.id}>
              <span className={styles.who}>
                <Link to={`/members/${member.id}`} className={styles.name}>
                  {member.fullName}
                </Link>
                <span className={styles.meta}>{text.since(format.day(member.joinedOn))}</span>
              </span>
              <Button
                data-done
                aria-label={text.linkOf(member.fullName)}
                disabledReason={disabledReason}
                onClick={() => setLinked(member)}
              >
                {text.link}
              </Button>
            </li>
          ),
        )}
      </ul>
      {page.totalCount > page.items.length && (
        <div className={styles.more}>
          <ButtonLink variant="quiet" to="/members?employee=none">
            {text.allUnlinked(page.totalCount)}
          </ButtonLink>
        </div>
      )}
      {linked && <LinkEmployeeDialog member={linked} onClose={() => setLinked(null)} />}
    </Card>
  );
}
