// The fields that choose: type, calendar, coach. What is on offer is read when the dialog opens; what something has already
// stays choosable, also when it is archived.
import { useErrorText } from '../../graphql/useErrorText';
import { useQuery } from '../../graphql/useQuery';
import { useText } from '../../i18n/text';
import { ErrorState } from '../../ui/ErrorState';
import { Select } from '../../ui/Select';
import { SkeletonLines } from '../../ui/Skeleton';
import { planTexts } from './planTexts';
import { SessionFormDocument } from './Session.generated';

interface Named {
  id: string;
  name: string;
}

export interface PlanFields {
  sessionTypeId: string;
  calendarId: string;
  employeeId: string;
}

interface PlanChoicesProps {
  own: { type: Named; calendar: Named; employee?: { id: string; fullName: string } | null } | null;
  fields: PlanFields;
  errors: Record<string, string>;
  onChange: (field: keyof PlanFields) => (value: string) => void;
}

export function PlanChoices({ own, fields, errors, onChange }: PlanChoicesProps) {
  const text = useText(planTexts);
  const sentence = useErrorText();
  const { data, error, refetch } = useQuery(SessionFormDocument, { fetchPolicy: 'cache-and-network' });
  if (error && !data) return <ErrorState message={sentence(error)} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonLines lines={5} />;
  const offer = (offered: readonly Named[], had?: Named) => [
    { value: '', label: text.choose },
    ...offered.map(({ id, name }) => ({ value: id, label: name })),
    ...(had && !offered.some(({ id }) => id === had.id) ? [{ value: had.id, label: text.gone(had.name) }] : []),
  ];
  const coach = own?.employee;
  const isGone = coach && !data.employees.some(({ id }) => id === coach.id);
  const employees = isGone ? [...data.employees, coach] : data.employees;
  return (
    <>
      <Select
        label={text.type}
        value={fields.sessionTypeId}
        error={errors.sessionTypeId}
        onChange={onChange('sessionTypeId')}
        options={offer(data.sessionTypes, own?.type)}
        autoFocus
      />
      <Select
        label={text.calendar}
        value={fields.calendarId}
        error={errors.calendarId}
        onChange={onChange('calendarId')}
        options={offer(data.calendars, own?.calendar)}
      />
      <Select
        label={text.employee}
        value={fields.employeeId}
        error={errors.employeeId}
        onChange={onChange('employeeId')}
        options={[
          { value: '', label: text.nobody },
          ...employees.map(({ id, fullName }) => ({ value: id, label: fullName })),
        ]}
      />
    </>
  );
}
