// Which part of a long list is shown, and the way to the rest.
import { useText } from '../i18n/text';
import { IconButton } from './IconButton';
import { uiTexts } from './messages';
import styles from './Pager.module.css';

interface PagerProps {
  page: number;
  pageSize: number;
  totalCount: number;
  onPage: (page: number) => void;
}

export function Pager({ page, pageSize, totalCount, onPage }: PagerProps) {
  const text = useText(uiTexts);
  if (totalCount <= pageSize && page === 1) return null;
  const from = Math.min(totalCount, (page - 1) * pageSize + 1);
  const to = Math.min(totalCount, page * pageSize);
  return (
    <nav aria-label={text.pages} className={styles.pager}>
      <span className="figures" aria-live="polite">
        {text.range(from, to, totalCount)}
      </span>
      <IconButton
        icon="chevronLeft"
        label={text.previousPage}
        variant="secondary"
        disabledReason={page <= 1 ? text.firstPage : null}
        onClick={() => onPage(page - 1)}
      />
      <IconButton
        icon="chevronRight"
        label={text.nextPage}
        variant="secondary"
        disabledReason={to >= totalCount ? text.lastPage : null}
        onClick={() => onPage(page + 1)}
      />
    </nav>
  );
}
