// Asks what a change would do, once typing has paused; what was shown stays until the new answer is there.
import { skipToken } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import type { SubscriptionChangeInput } from '../../graphql/schema.generated';
import { PreviewSubscriptionChangeDocument, type PreviewSubscriptionChangeQuery } from './SubscriptionSheet.generated';
import { useQuery } from '../../graphql/useQuery';

type Result = PreviewSubscriptionChangeQuery['previewSubscriptionChange'];

const pauseMs = 250;

export interface Previewed {
  /** Null: nothing was asked. */
  result: Result | null;
  /** The result is not, or not yet, of what is asked now. */
  isStale: boolean;
  error: unknown;
  again: () => void;
}

export function usePreview(input: SubscriptionChangeInput | null): Previewed {
  const wanted = input && JSON.stringify(input);
  const asked = useSettled(wanted);
  const { data, previousData, error, loading, refetch } = useQuery(
    PreviewSubscriptionChangeDocument,
    asked
      ? { variables: { input: JSON.parse(asked) as SubscriptionChangeInput }, fetchPolicy: 'no-cache' as const }
      : skipToken,
  );
  const result = (data ?? (error ? undefined : previousData))?.previewSubscriptionChange ?? null;
  return {
    result: wanted ? result : null,
    isStale: wanted !== asked || loading || !data,
    error: wanted && !loading ? error : null,
    again: () => void refetch().catch(() => {}),
  };
}

/** The first value at once, later ones when they have not changed for a moment. */
function useSettled(value: string | null): string | null {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pauseMs);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
