// What the search says when there are no rows to show, and to those who cannot see them.
import { useText } from '../../i18n/text';
import { Button } from '../../ui/Button';
import { InlineMessage } from '../../ui/InlineMessage';
import { VisuallyHidden } from '../../ui/VisuallyHidden';
import { memberSearchTexts } from './messages';
import styles from './SearchPalette.module.css';
import type { MemberSearchState } from './useMemberSearch';

interface SearchStatesProps {
  query: string;
  search: MemberSearchState;
  isEmpty: boolean;
  errorText: string | null;
}

export function SearchStates({ query, search, isEmpty, errorText }: SearchStatesProps) {
  const text = useText(memberSearchTexts);
  const wanted = query.trim();
  return (
    <>
      {errorText && (
        <InlineMessage tone="bad" action={<Button onClick={search.retry}>{text.retry}</Button>}>
          {text.failed} {errorText}
        </InlineMessage>
      )}
      {isEmpty && !errorText && (
        <div className={styles.empty}>
          {!wanted && <p>{text.start}</p>}
          {wanted && search.isSearching && <p>{text.searching}</p>}
          {wanted && !search.isSearching && (
            <>
              <p className={styles.emptyTitle}>{text.nothing(wanted)}</p>
              <p>{text.nothingHint}</p>
            </>
          )}
        </div>
      )}
      <div role="status">
        <VisuallyHidden>
          {wanted && !search.isSearching && !errorText ? text.found(search.members.length) : ''}
        </VisuallyHidden>
      </div>
    </>
  );
}
