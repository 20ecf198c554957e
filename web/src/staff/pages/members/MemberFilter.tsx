// Narrows the list: by text, tags, employee and status.
import { useEffect, useState } from 'react';
import { automaticTagColors, automaticTagKinds, automaticTagTexts } from '../../../features/tag/automaticTag';
import { useText } from '../../../i18n/text';
import { Button } from '../../../ui/Button';
import { CheckList } from '../../../ui/CheckList';
import { Select } from '../../../ui/Select';
import { TextField } from '../../../ui/TextField';
import { isFiltered, sortFields, statuses, type ListState } from './listState';
import { MemberFilterChoicesDocument } from './Members.generated';
import styles from './Members.module.css';
import { membersTexts } from './messages';
import { useQuery } from '../../../graphql/useQuery';

interface MemberFilterProps {
  state: ListState;
  change: (part: Partial<ListState>, options?: { replace?: boolean }) => void;
}

export function MemberFilter({ state, change }: MemberFilterProps) {
  const text = useText(membersTexts);
  const automaticText = useText(automaticTagTexts);
  const { data } = useQuery(MemberFilterChoicesDocument);
  const employees = data?.employees ?? [];
  const tags = data?.tags ?? [];
  return (
    <div role="search" className={styles.filter}>
      <QueryField query={state.query} onChange={(query) => change({ query }, { replace: true })} />
      <CheckList
        label={text.status}
        options={statuses.map((value) => ({ value, label: text.statuses[value] }))}
        values={state.status}
        onChange={(values) => change({ status: statuses.filter((status) => values.includes(status)) })}
      />
      <CheckList
        label={text.tags}
        emptyText={text.noTags}
        options={[
          ...automaticTagKinds.map((kind) => ({
            value: kind,
            label: automaticText[kind],
            color: automaticTagColors[kind],
          })),
          ...tags.map(({ id, name, color }) => ({ value: id, label: name, color })),
        ]}
        values={state.tagIds}
        onChange={(tagIds) => change({ tagIds })}
      />
      <Select
        label={text.employee}
        hideLabel
        value={state.employee}
        onChange={(employee) => change({ employee })}
        options={[
          { value: '', label: text.anyEmployee },
          { value: 'none', label: text.noEmployee },
          ...employees.map(({ id, fullName }) => ({ value: id, label: fullName })),
        ]}
      />
      <Select
        className={styles.sort}
        label={text.sort}
        hideLabel
        value={`${state.sortBy}.${state.direction}`}
        onChange={(value) => {
          const [sortBy, direction] = value.split('.') as [ListState['sortBy'], ListState['direction']];
          change({ sortBy, direction });
        }}
        options={sortFields.flatMap((field) =>
          (['ASC', 'DESC'] as const).map((direction) => ({
            value: `${field}.${direction}`,
            label: text.sorts[`${field}.${direction}`],
          })),
        )}
      />
      {isFiltered(state) && (
        <Button
          variant="quiet"
          icon="close"
          onClick={() => change({ query: '', tagIds: [], employee: '', status: [] })}
        >
          {text.clearFilter}
        </Button>
      )}
    </div>
  );
}

const debounceMs = 200;

/** What is typed stands here at once, and in the address as soon as the typing rests. */
function QueryField({ query, onChange }: { query: string; onChange: (query: string) => void }) {
  const text = useText(membersTexts);
  const [typed, setTyped] = useState(query);
  const [sent, setSent] = useState(query);
  if (query !== sent) {
    // The address changed from outside: back, or the filter was cleared.
    setSent(query);
    setTyped(query);
  }
  useEffect(() => {
    if (typed === sent) return;
    const timer = setTimeout(() => {
      setSent(typed);
      onChange(typed);
    }, debounceMs);
    return () => clearTimeout(timer);
  });
  return (
    <TextField
      type="search"
      icon="search"
      className={styles.query}
      label={text.search}
      hideLabel
      placeholder={text.search}
      value={typed}
      onChange={setTyped}
    />
  );
}
