// The search over every screen: members first, then what can be done here. The keyboard goes all the way.
import { useId, useMemo, useState, type KeyboardEvent } from 'react';
import { useNavigate } from 'react-router';
import type { Action } from '../../actions/Action';
import { runAction } from '../../actions/registry';
import { useCurrentActions } from '../../actions/useActions';
import { useErrorText } from '../../graphql/useErrorText';
import { useText } from '../../i18n/text';
import { Icon } from '../../ui/Icon';
import { IconButton } from '../../ui/IconButton';
import { Kbd } from '../../ui/Kbd';
import { ModalSurface } from '../../ui/ModalSurface';
import { uiTexts } from '../../ui/messages';
import { matchingActions } from './matchingActions';
import { memberSearchTexts } from './messages';
import { PaletteRow } from './PaletteRow';
import { useRecentMembers } from './recentMembers';
import styles from './SearchPalette.module.css';
import { SearchStates } from './SearchStates';
import { sectionRuns, settleRows } from './settleRows';
import { useMemberSearch } from './useMemberSearch';

export interface Row {
  id: string;
  section: 'recent' | 'members' | 'actions';
  member?: {
    id: string;
    fullName: string;
    memberNumber: number;
    status?: 'ACTIVE' | 'PENDING' | 'FORMER' | 'PROSPECT' | null;
    contact?: { email: string | null; phone: string | null };
    tags?: readonly { id: string; name: string; color: string }[] | null;
  };
  action?: Action;
}

export function SearchPalette({ onClose }: { onClose: () => void }) {
  const text = useText(memberSearchTexts);
  const ui = useText(uiTexts);
  const listId = useId();
  const [query, setQuery] = useState('');
  const search = useMemberSearch(query);
  const rows = useRows(query, search.members);
  const { shown, index, moveTo } = useHighlight(rows);
  const choose = useChoose(onClose);
  const sentence = useErrorText();

  const onKeyDown = (event: KeyboardEvent) => {
    const target = { ArrowDown: index + 1, ArrowUp: index - 1, Home: undefined, End: undefined }[event.key];
    if (target !== undefined && shown.length > 0) {
      event.preventDefault();
      moveTo((target + shown.length) % shown.length);
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing && shown[index]) {
      event.preventDefault();
      choose(shown[index]);
    }
  };

  return (
    <ModalSurface className={styles.palette} label={text.label} onClose={onClose}>
      <div className={styles.field}>
        <Icon name="search" />
        <input
          data-autofocus
          type="text"
          inputMode="search"
          enterKeyHint="go"
          className={styles.input}
          role="combobox"
          aria-label={text.label}
          aria-expanded={shown.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={shown[index] ? `${listId}-${index}` : undefined}
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          placeholder={text.placeholder}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            moveTo(null);
          }}
          onKeyDown={onKeyDown}
        />
        <IconButton icon="close" label={ui.close} onClick={onClose} />
      </div>
      <div className={styles.results} aria-busy={search.isSearching || undefined}>
        <div role="listbox" id={listId} aria-label={text.label} className={styles.list}>
          {sectionRuns(shown).map((run) => (
            <div key={`${run[0].section} ${run[0].id}`} role="group" aria-label={text[run[0].section]}>
              <div className={styles.heading} aria-hidden="true">
                {text[run[0].section]}
              </div>
              {run.map((row) => {
                const at = shown.indexOf(row);
                return (
                  <PaletteRow
                    key={row.id}
                    id={`${listId}-${at}`}
                    row={row}
                    isHighlighted={at === index}
                    onPoint={() => moveTo(at)}
                    onChoose={() => choose(row)}
                  />
                );
              })}
            </div>
          ))}
        </div>
        <SearchStates
          query={query}
          search={search}
          isEmpty={shown.length === 0}
          errorText={search.error ? sentence(search.error) : null}
        />
      </div>
      <p className={styles.keys} aria-hidden="true">
        <Kbd keys="ArrowUp ArrowDown" /> {text.move} <Kbd keys="Enter" /> {text.open} <Kbd keys="Escape" /> {text.close}
      </p>
    </ModalSurface>
  );
}

function useRows(query: string, members: ReturnType<typeof useMemberSearch>['members']): readonly Row[] {
  const recent = useRecentMembers();
  const actions = useCurrentActions();
  return useMemo(() => {
    const wanted = query.trim();
    const found: Row[] = wanted
      ? members.map((member) => ({ id: member.id, section: 'members', member }))
      : recent.map((member) => ({ id: member.id, section: 'recent', member }));
    return [
      ...found,
      ...matchingActions(actions, wanted).map((action) => ({ id: action.id, section: 'actions' as const, action })),
    ];
  }, [query, members, recent, actions]);
}

/** The first row until somebody moves; from then on that row, whatever newer answers say. */
function useHighlight(rows: readonly Row[]) {
  const [head, setHead] = useState<readonly Row[] | null>(null);
  const shown = useMemo(() => settleRows(rows, head), [rows, head]);
  const moveTo = (at: number | null) => {
    const row = at === null ? undefined : shown[at];
    setHead(row && at !== null ? shown.slice(0, at + 1) : null);
    if (row) document.querySelector(`[data-row="${CSS.escape(row.id)}"]`)?.scrollIntoView({ block: 'nearest' });
  };
  return { shown, index: head ? head.length - 1 : 0, moveTo };
}

function useChoose(onClose: () => void) {
  const navigate = useNavigate();
  return (row: Row) => {
    onClose();
    if (row.member) void navigate(`/members/${row.member.id}`);
    // After the dialog has gone and given the focus back: an action may open the next one.
    else if (row.action) setTimeout(runAction, 0, row.action);
  };
}
