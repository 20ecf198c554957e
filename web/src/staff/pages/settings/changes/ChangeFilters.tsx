// What the changes are narrowed to: what, by whom, about whom, when.
import { useState } from 'react';
import { changeTexts } from '../../../../features/audit/messages';
import { MemberField } from '../../../../features/member-search/MemberField';
import type { RecordedSubject } from '../../../../graphql/schema.generated';
import { useText } from '../../../../i18n/text';
import { Button } from '../../../../ui/Button';
import { Card } from '../../../../ui/Card';
import { DateField } from '../../../../ui/DateField';
import { Dialog } from '../../../../ui/Dialog';
import { FactRow } from '../../../../ui/FactRow';
import { Select } from '../../../../ui/Select';
import { ChangesChoicesDocument } from './ChangesPage.generated';
import styles from './Changes.module.css';
import type { ChangesState } from './changesState';
import { useQuery } from '../../../../graphql/useQuery';

interface ChangeFiltersProps {
  state: ChangesState;
  onChange: (state: ChangesState) => void;
}

export function ChangeFilters({ state, onChange }: ChangeFiltersProps) {
  const text = useText(changeTexts);
  const [isChoosing, setChoosing] = useState(false);
  const { data } = useQuery(ChangesChoicesDocument, {
    variables: { memberId: state.memberId, hasMember: state.memberId !== '' },
  });
  const set = (part: Partial<ChangesState>) => onChange({ ...state, ...part });
  const subjects = Object.keys(text.subjects) as RecordedSubject[];
  const employees = data?.employees ?? [];
  const isNarrowed = Object.values(state).some((value) => value !== '');
  return (
    <Card>
      <div className={styles.filters}>
        <Select
          label={text.what}
          value={state.what}
          onChange={(what) => set({ what })}
          options={[
            { value: '', label: text.settingsOnly },
            { value: 'ALL', label: text.everything },
            ...subjects.map((value) => ({ value, label: text.subjects[value] })),
          ]}
        />
        <Select
          label={text.who}
          value={state.employeeId}
          onChange={(employeeId) => set({ employeeId })}
          options={[
            { value: '', label: text.everybody },
            ...employees.map(({ id, fullName }) => ({ value: id, label: fullName })),
          ]}
        />
        <DateField label={text.from} value={state.from} max={state.until} onChange={(from) => set({ from })} />
        <DateField label={text.until} value={state.until} min={state.from} onChange={(until) => set({ until })} />
        <FactRow
          term={text.about}
          action={
            state.memberId ? (
              <Button onClick={() => set({ memberId: '' })}>{text.allMembers}</Button>
            ) : (
              <Button onClick={() => setChoosing(true)}>{text.chooseMember}</Button>
            )
          }
        >
          {state.memberId ? (data?.member?.fullName ?? '…') : text.allMembers}
        </FactRow>
        {isNarrowed && (
          <Button
            variant="quiet"
            onClick={() => onChange({ what: '', employeeId: '', memberId: '', from: '', until: '' })}
          >
            {text.reset}
          </Button>
        )}
      </div>
      {isChoosing && (
        <Dialog open title={text.chooseMember} onClose={() => setChoosing(false)}>
          <MemberField
            value={null}
            onChange={({ id }) => {
              set({ memberId: id });
              setChoosing(false);
            }}
          />
        </Dialog>
      )}
    </Card>
  );
}
