// Which day it is and whose dashboard, with the ways to others.
import { useSearchParams } from 'react-router';
import { ActionIconButton } from '../../../actions/ActionButton';
import { useActions } from '../../../actions/useActions';
import { shiftDay } from '../../../format/days';
import { useFormat } from '../../../format/useFormat';
import { useText } from '../../../i18n/text';
import { Button } from '../../../ui/Button';
import { DateField } from '../../../ui/DateField';
import { Select } from '../../../ui/Select';
import { useViewer } from '../../session';
import type { DashboardQuery } from './Dashboard.generated';
import styles from './Dashboard.module.css';
import { dashboardTexts } from './messages';

interface DayHeaderProps {
  on: string | null;
  sessions: DashboardQuery['sessions'] | undefined;
  employees: readonly { id: string; fullName: string }[] | undefined;
  whose: string | null;
}

export function DayHeader({ on, sessions, employees, whose }: DayHeaderProps) {
  const text = useText(dashboardTexts);
  const format = useFormat();
  const viewer = useViewer();
  const [search, setSearch] = useSearchParams();
  const today = viewer ? format.today() : null;
  const day = on ?? today;
  const set = (name: string, value: string | null) => {
    const next = new URLSearchParams(search);
    if (value === null) next.delete(name);
    else next.set(name, value);
    setSearch(next);
  };
  const show = (next: string) => set('on', next === today ? null : next);
  const step = (days: number) => () => day && show(shiftDay(day, days));
  const { group } = text;
  const [previous, next] = useActions([
    { id: 'day.previous', label: text.previous, group, icon: 'chevronLeft', shortcut: 'ArrowLeft', run: step(-1) },
    { id: 'day.next', label: text.next, group, icon: 'chevronRight', shortcut: 'ArrowRight', run: step(1) },
  ]);
  return (
    <header className={styles.header}>
      <div>
        <h1>{day ? (day === today ? text.today : format.day(day, 'weekday')) : text.today}</h1>
        <p className={styles.summary}>
          <span>{day && format.day(day, 'long')}</span>
          <span>
            {sessions &&
              sessions.length > 0 &&
              `${text.sessions(sessions.length)} · ${text.registrations(sessions.reduce((sum, one) => sum + one.registrationCount, 0))}`}
          </span>
        </p>
      </div>
      <div className={styles.days}>
        <Whose employees={employees} whose={whose} onChange={(id) => set('employee', id)} />
        {on && on !== today && <Button onClick={() => set('on', null)}>{text.backToToday}</Button>}
        <div className={styles.day}>
          <ActionIconButton action={previous} variant="secondary" />
          <DateField label={text.pickDay} hideLabel value={day ?? ''} onChange={(value) => value && show(value)} />
          <ActionIconButton action={next} variant="secondary" />
        </div>
      </div>
    </header>
  );
}

interface WhoseProps {
  employees: DayHeaderProps['employees'];
  whose: string | null;
  onChange: (id: string | null) => void;
}

function Whose({ employees, whose, onChange }: WhoseProps) {
  const text = useText(dashboardTexts);
  const own = useViewer()?.employee;
  const others = (employees ?? [])
    .filter(({ id }) => id !== own?.id)
    .map(({ id, fullName }) => ({ value: id, label: fullName }));
  const all = own?.role === 'ADMIN' || whose === 'everybody' ? [{ value: 'everybody', label: text.everybody }] : [];
  return (
    <span className={styles.whose}>
      <Select
        label={text.whose}
        hideLabel
        value={whose ?? own?.id ?? ''}
        options={[{ value: own?.id ?? '', label: own ? text.mine(own.fullName) : '…' }, ...all, ...others]}
        onChange={(id) => onChange(id === own?.id ? null : id)}
      />
    </span>
  );
}
