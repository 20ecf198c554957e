// Which sessions and calendars a subscription, or a type of them, includes. What is archived can stay, not be added.
import { useEffect, useRef } from 'react';
import { CheckGroup } from '../../ui/CheckGroup';
import { SkeletonLines } from '../../ui/Skeleton';
import { IncludableSessionsDocument } from './SubscriptionTypeSettings.generated';
import { useQuery } from '../../graphql/useQuery';

interface Offered {
  id: string;
  name: string;
  color?: string;
  isArchived?: boolean;
}

export interface Included {
  sessionTypeIds: string[];
  calendarIds: string[];
}

interface IncludedFieldsProps {
  value: Included;
  onChange: (part: Partial<Included>) => void;
  /** What is included already, so that archived ones are shown too. */
  kept: { sessionTypes: readonly Offered[]; calendars: readonly Offered[] } | null;
  /** Begins with everything ticked. */
  isNew?: boolean;
  errors?: Record<string, string | undefined>;
  texts: { sessionTypes: string; calendars: string; noSessionTypes: string; noCalendars: string; archived: string };
}

export function IncludedFields({ value, onChange, kept, isNew, errors = {}, texts }: IncludedFieldsProps) {
  const { data } = useQuery(IncludableSessionsDocument, { fetchPolicy: 'cache-and-network' });
  const isFilled = useRef(!isNew);
  useEffect(() => {
    if (!data || isFilled.current) return;
    isFilled.current = true;
    onChange({
      sessionTypeIds: data.sessionTypes.map(({ id }) => id),
      calendarIds: data.calendars.map(({ id }) => id),
    });
  }, [data, onChange]);
  if (!data) return <SkeletonLines lines={4} />;
  const options = (offered: readonly Offered[], included: readonly Offered[] = []) =>
    [...offered, ...included.filter(({ id }) => !offered.some((one) => one.id === id))].map((one) => ({
      value: one.id,
      label: one.name,
      color: one.color,
      note: one.isArchived ? texts.archived : undefined,
    }));
  return (
    <>
      <CheckGroup
        label={texts.sessionTypes}
        emptyText={texts.noSessionTypes}
        options={options(data.sessionTypes, kept?.sessionTypes)}
        values={value.sessionTypeIds}
        error={errors.sessionTypeIds}
        onChange={(sessionTypeIds) => onChange({ sessionTypeIds })}
      />
      <CheckGroup
        label={texts.calendars}
        emptyText={texts.noCalendars}
        options={options(data.calendars, kept?.calendars)}
        values={value.calendarIds}
        error={errors.calendarIds}
        onChange={(calendarIds) => onChange({ calendarIds })}
      />
    </>
  );
}
