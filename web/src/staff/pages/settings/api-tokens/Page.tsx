// Settings → API tokens: make one, see when each was used, revoke.
import { useState } from 'react';
import { ActionButton } from '../../../../actions/ActionButton';
import { useActions } from '../../../../actions/useActions';
import type { ApiToken_TokenFragment } from '../../../../features/api-token/ApiToken.generated';
import { CreateTokenDialog } from '../../../../features/api-token/CreateTokenDialog';
import { apiTokenTexts } from '../../../../features/api-token/messages';
import { RevokeTokenDialog } from '../../../../features/api-token/RevokeTokenDialog';
import { TokenTable } from '../../../../features/api-token/TokenTable';
import { useErrorText } from '../../../../graphql/useErrorText';
import { useQuery } from '../../../../graphql/useQuery';
import { useText } from '../../../../i18n/text';
import { Card } from '../../../../ui/Card';
import { EmptyState } from '../../../../ui/EmptyState';
import { ErrorState } from '../../../../ui/ErrorState';
import { SkeletonLines } from '../../../../ui/Skeleton';
import { useViewer } from '../../../session';
import { usePageTitle } from '../../../usePageTitle';
import { SettingsHeader } from '../SettingsHeader';
import { settingIdsOf } from '../settingsIndex';
import { ApiTokensPageDocument } from './ApiTokensPage.generated';

export default function ApiTokensPage() {
  const text = useText(apiTokenTexts);
  const sentence = useErrorText();
  const viewer = useViewer();
  const { data, error, refetch } = useQuery(ApiTokensPageDocument, { fetchPolicy: 'cache-and-network' });
  const [isCreating, setCreating] = useState(false);
  const [revoked, setRevoked] = useState<ApiToken_TokenFragment | null>(null);
  usePageTitle(text.title);

  const [create] = useActions(
    [
      {
        id: 'api-token.create',
        label: text.create,
        group: text.group,
        icon: 'plus',
        shortcut: 'N',
        permission: 'MANAGE_API_TOKENS',
        run: () => setCreating(true),
      },
    ],
    viewer?.permissions,
  );
  return (
    <>
      <SettingsHeader title={text.title} hint={text.hint} action={<ActionButton action={create} variant="primary" />} />
      {error && !data && <ErrorState message={sentence(error)} onRetry={() => void refetch()} />}
      {!data && !error && (
        <Card>
          <SkeletonLines lines={5} />
        </Card>
      )}
      {data && (
        <Card isFlush settings={settingIdsOf('api-tokens')}>
          {data.apiTokens.length > 0 ? (
            <TokenTable tokens={data.apiTokens} refusal={create.disabledReason ?? null} onRevoke={setRevoked} />
          ) : (
            <EmptyState icon="key" title={text.emptyTitle} action={<ActionButton action={create} variant="primary" />}>
              {text.empty}
            </EmptyState>
          )}
        </Card>
      )}
      {isCreating && <CreateTokenDialog onClose={() => setCreating(false)} />}
      {revoked && <RevokeTokenDialog token={revoked} onClose={() => setRevoked(null)} />}
    </>
  );
}
