// Asks the server while somebody types: waits 60 ms for the next key, drops the answer to an older text,
// and keeps what is shown until something newer is there.
import { useApolloClient } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { MemberSearchDocument, type MemberSearch_MemberFragment } from './MemberSearch.generated';

const debounceMs = 60;
const nothing = { answered: '', members: [], error: null };

export interface MemberSearchState {
  /** The text that `members` answers. */
  answered: string;
  members: readonly MemberSearch_MemberFragment[];
  isSearching: boolean;
  error: unknown;
  retry: () => void;
}

export function useMemberSearch(query: string): MemberSearchState {
  const client = useApolloClient();
  const [answer, setAnswer] = useState<Pick<MemberSearchState, 'answered' | 'members' | 'error'>>(nothing);
  const [attempt, setAttempt] = useState(0);
  const wanted = query.trim();

  useEffect(() => {
    if (!wanted) return;
    const abort = new AbortController();
    const ask = async () => {
      const { data } = await client.query({
        query: MemberSearchDocument,
        variables: { query: wanted },
        fetchPolicy: 'network-only',
        context: { fetchOptions: { signal: abort.signal }, queryDeduplication: false },
      });
      return data?.memberSearch ?? [];
    };
    const timer = setTimeout(() => {
      ask().then(
        (members) => !abort.signal.aborted && setAnswer({ answered: wanted, members, error: null }),
        (error: unknown) => !abort.signal.aborted && setAnswer({ answered: wanted, members: [], error }),
      );
    }, debounceMs);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [client, wanted, attempt]);

  return {
    ...(wanted ? answer : nothing),
    isSearching: wanted !== '' && wanted !== answer.answered,
    retry: () => setAttempt((count) => count + 1),
  };
}
