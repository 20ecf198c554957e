// Fills a week from the weekly schedule: says beforehand how many sessions it plans, and afterwards what it did and why not more.
import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { useFormat } from '../../format/useFormat';
import { useErrorText } from '../../graphql/useErrorText';
import { useText } from '../../i18n/text';
import { Button } from '../../ui/Button';
import { ButtonLink } from '../../ui/ButtonLink';
import { Dialog } from '../../ui/Dialog';
import { InlineMessage } from '../../ui/InlineMessage';
import { Select } from '../../ui/Select';
import { ColorDot } from '../../ui/TagChip';
import { planTexts } from './planTexts';
import styles from './Session.module.css';
import { FillWeekDocument, type FillWeekMutation, type FillWeek_SlotFragment } from './Session.generated';
import { weekNumber } from './week';

interface FillWeekDialogProps {
  monday: string;
  calendars: readonly { id: string; name: string }[];
  calendarId: string;
  /** Of all calendars; and those that would become sessions. */
  slots: readonly FillWeek_SlotFragment[];
  toFill: readonly FillWeek_SlotFragment[];
  onFilled: () => void;
  onClose: () => void;
}

export function FillWeekDialog({
  monday,
  calendars,
  calendarId: given,
  slots,
  toFill,
  onFilled,
  onClose,
}: FillWeekDialogProps) {
  const text = useText(planTexts);
  const sentence = useErrorText();
  const client = useApolloClient();
  const [calendarId, setCalendarId] = useState(given);
  const [error, setError] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [report, setReport] = useState<FillWeekMutation['fillWeek'] | null>(null);
  const isHere = (slot: FillWeek_SlotFragment) => slot.calendar.id === calendarId;
  const all = slots.filter(isHere).length;
  const count = toFill.filter(isHere).length;

  const fill = async () => {
    setBusy(true);
    setError(null);
    try {
      const { data } = await client.mutate({
        mutation: FillWeekDocument,
        variables: { input: { calendarId, weekStartsOn: monday } },
      });
      setReport(data?.fillWeek ?? null);
      onFilled();
    } catch (reason) {
      setError(sentence(reason));
    }
    setBusy(false);
  };

  return (
    <Dialog
      open
      title={text.fillTitle(weekNumber(monday))}
      onClose={onClose}
      onSubmit={report || count === 0 ? onClose : () => void fill()}
      footer={
        report || count === 0 ? (
          // It takes the place of the button that was pressed, and its focus.
          <Button type="submit" variant="primary" ref={report ? focus : undefined}>
            {text.close}
          </Button>
        ) : (
          <>
            <Button onClick={onClose}>{text.cancel}</Button>
            <Button type="submit" variant="primary" loading={isBusy} data-autofocus>
              {text.fillButton(count)}
            </Button>
          </>
        )
      }
    >
      {error && <InlineMessage tone="bad">{error}</InlineMessage>}
      {report ? (
        <Report report={report} />
      ) : (
        <>
          {calendars.length > 1 && (
            <Select
              label={text.calendar}
              value={calendarId}
              onChange={setCalendarId}
              options={calendars.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
          <p role="status">
            {all === 0 ? text.noSchedule : count === 0 ? text.fillNothing : text.fillCount(count, all)}
          </p>
          {all === 0 && <ButtonLink to="/settings/schedule">{text.toSchedule}</ButtonLink>}
        </>
      )}
    </Dialog>
  );
}

const focus = (button: HTMLButtonElement | null) => button?.focus();

function Report({ report }: { report: FillWeekMutation['fillWeek'] }) {
  const text = useText(planTexts);
  const format = useFormat();
  return (
    <div role="status" className={styles.report}>
      <InlineMessage tone={report.created.length > 0 ? 'good' : 'info'}>
        {text.filled(report.created.length)}
      </InlineMessage>
      {report.skipped.length > 0 && (
        <>
          <p>{text.skipped(report.skipped.length)}</p>
          <ul className={styles.skipped}>
            {report.skipped.map(({ slot, startsAt, reason }) => (
              <li key={`${slot.id} ${startsAt}`}>
                <ColorDot color={slot.type.color} />
                <span>
                  {format.dateTime(startsAt, 'weekday')} {slot.type.name}: {text.skipReasons[reason]}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
