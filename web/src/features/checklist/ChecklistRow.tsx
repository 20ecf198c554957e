// One checklist: how far it is and its actions to tick; a closed one in a line. `about` says whose it is where that is not plain.
import { useState, type ReactNode } from 'react';
import { useFormat } from '../../format/useFormat';
import { useText } from '../../i18n/text';
import { classes } from '../../ui/classes';
import { IconButton } from '../../ui/IconButton';
import type { Checklist_ChecklistFragment } from './ChecklistCard.generated';
import styles from './Checklist.module.css';
import { checklistTexts } from './messages';
import { useChecklist } from './useChecklist';
import { later } from '../../ui/later';

const GiveChecklistDialog = later(() => import('./GiveChecklistDialog'));

interface ChecklistRowProps {
  checklist: Checklist_ChecklistFragment;
  about?: ReactNode;
  /** Only what is to be done is shown, and what was done while somebody looks: nothing under it moves. */
  isInPlace?: boolean;
  disabledReason?: string | null;
}

export function ChecklistRow({ checklist, about, isInPlace = false, disabledReason }: ChecklistRowProps) {
  const text = useText(checklistTexts);
  const { tick, setClosed } = useChecklist(checklist);
  const [isGiving, setGiving] = useState(false);
  const { id, name, description, closedAt, actions } = checklist;
  const [doneBefore] = useState(() => new Set(actions.filter(({ doneAt }) => doneAt).map((action) => action.id)));
  const shown = isInPlace ? actions.filter((action) => !doneBefore.has(action.id) || !action.doneAt) : actions;
  const doneCount = actions.filter(({ doneAt }) => doneAt).length;
  return (
    <li className={classes(styles.row, closedAt && styles.closed)} data-checklist={id} data-row={id}>
      {about}
      <div className={styles.header}>
        <div className={styles.what}>
          <h3 className={styles.name}>{name}</h3>
          <Meta checklist={checklist} doneCount={doneCount} />
        </div>
        {!closedAt && (
          <IconButton
            icon="person"
            label={text.give(name)}
            disabledReason={disabledReason}
            onClick={() => setGiving(true)}
          />
        )}
        <IconButton
          icon={closedAt ? 'restore' : 'close'}
          label={closedAt ? text.reopen(name) : text.close(name)}
          disabledReason={disabledReason}
          onClick={() => void setClosed(!closedAt)}
        />
      </div>
      {(!closedAt || isInPlace) && (
        <>
          <progress
            className={styles.progress}
            max={actions.length}
            value={doneCount}
            aria-label={`${name}: ${text.progress(doneCount, actions.length)}`}
          />
          {description && <p className={styles.meta}>{description}</p>}
          <ul className={styles.actions}>
            {shown.map((action) => (
              <li key={action.id}>
                <label className={styles.action}>
                  <input
                    type="checkbox"
                    checked={Boolean(action.doneAt)}
                    disabled={Boolean(disabledReason)}
                    title={disabledReason ?? undefined}
                    onChange={(event) => void tick(action, event.currentTarget.checked)}
                  />
                  <span className={styles.told}>
                    <span className={action.doneAt ? styles.done : undefined}>{action.text}</span>
                    {action.doneBy && <span className={styles.meta}>{text.by(action.doneBy.fullName)}</span>}
                  </span>
                </label>
              </li>
            ))}
          </ul>
        </>
      )}
      {isGiving && <GiveChecklistDialog checklist={checklist} onClose={() => setGiving(false)} />}
    </li>
  );
}

function Meta({ checklist, doneCount }: { checklist: Checklist_ChecklistFragment; doneCount: number }) {
  const text = useText(checklistTexts);
  const format = useFormat();
  const { closedAt, actions, assignedBy, employee } = checklist;
  const all = actions.length;
  const closedOn = closedAt && format.relativeDayOf(closedAt);
  const state = closedOn
    ? doneCount === all
      ? text.done(closedOn)
      : text.stopped(closedOn, doneCount, all)
    : text.progress(doneCount, all);
  const more = [employee && text.given(employee.fullName), assignedBy ? text.by(assignedBy.fullName) : text.byItself];
  return <span className={styles.meta}>{[state, ...(closedAt ? [] : more)].filter(Boolean).join(' · ')}</span>;
}
