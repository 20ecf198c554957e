// The tokens made so far: what they may do, when they were used last, until when they work.
import { useState } from 'react';
import { useFormat } from '../../format/useFormat';
import { useText } from '../../i18n/text';
import { Badge } from '../../ui/Badge';
import { IconButton } from '../../ui/IconButton';
import { Table, type Column } from '../../ui/Table';
import type { ApiToken_TokenFragment } from './ApiToken.generated';
import styles from './ApiToken.module.css';
import { apiTokenTexts } from './messages';

interface TokenTableProps {
  tokens: readonly ApiToken_TokenFragment[];
  refusal: string | null;
  onRevoke: (token: ApiToken_TokenFragment) => void;
}

export function TokenTable({ tokens, refusal, onRevoke }: TokenTableProps) {
  const text = useText(apiTokenTexts);
  const format = useFormat();
  const columns: Column<ApiToken_TokenFragment>[] = [
    {
      id: 'name',
      header: text.columns.name,
      isRowHeader: true,
      cell: (token) => (
        <span>
          {token.name}
          <span className={styles.prefix}>{token.prefix}…</span>
        </span>
      ),
    },
    { id: 'state', header: text.columns.state, cell: (token) => <State token={token} /> },
    { id: 'scope', header: text.columns.scope, cell: (token) => text.scopes[token.scope] },
    {
      id: 'lastUsed',
      header: text.columns.lastUsed,
      cell: ({ lastUsedAt }) =>
        lastUsedAt ? <time dateTime={lastUsedAt}>{format.relativeDayOf(lastUsedAt)}</time> : text.never,
    },
    {
      id: 'expires',
      header: text.columns.expires,
      cell: ({ expiresAt }) => <time dateTime={expiresAt}>{format.dayOf(expiresAt)}</time>,
    },
    {
      id: 'actions',
      header: text.columns.actions,
      hideHeader: true,
      cell: (token) =>
        !token.revokedAt && (
          <span>
            <IconButton
              icon="trash"
              label={text.revoke(token.name)}
              disabledReason={refusal}
              onClick={() => onRevoke(token)}
            />
          </span>
        ),
    },
  ];
  return <Table caption={text.title} columns={columns} rows={tokens} rowKey={({ id }) => id} />;
}

function State({ token }: { token: ApiToken_TokenFragment }) {
  const text = useText(apiTokenTexts);
  const [now] = useState(() => Date.now());
  if (token.revokedAt) return <Badge>{text.revoked}</Badge>;
  if (Date.parse(token.expiresAt) < now) return <Badge tone="warning">{text.expired}</Badge>;
  return <Badge tone="good">{text.live}</Badge>;
}
